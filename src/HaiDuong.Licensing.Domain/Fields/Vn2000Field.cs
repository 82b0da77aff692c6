using System.Globalization;
using HaiDuong.Licensing.Domain.Typed;
using NodaTime;

namespace HaiDuong.Licensing.Domain.Fields;

/// <summary>Vị trí theo hệ tọa độ VN-2000: X, Y and the central meridian of the zone in one value, held against a box of WGS84.</summary>
internal sealed class Vn2000Field : FieldKind
{
    public override bool IsVietnamese => true;

    private static readonly Vn2000Position Middle = new(2316000.12m, 587000.45m, 105.5m);
    private static readonly GeoBox Country = new(8, 24, 102, 118);

    protected override string Read(FormField field, string text) => TypedVn2000.Read(text) is { } position ? Canonical(position) : text;

    internal override Refusal? Check(AskedField asked, string value) =>
        TypedVn2000.Read(value) is { } position ? Place(asked, position.ToWgs84())
        : TypedVn2000.LacksMeridian(value) ? asked.Refuse(nameof(RefusalCode.FieldNoMeridian), asked.Example)
        : asked.Refuse(nameof(RefusalCode.FieldNotVn2000), asked.Example);

    internal override string Show(FormField field, string value) =>
        TypedVn2000.Read(value) is { } position
            ? FieldTexts.Of("Vn2000", VietnameseNumber.Print(position.Northing), VietnameseNumber.Print(position.Easting), Angle(position.Meridian))
            : value;

    internal override IReadOnlyList<string> Write(FormField field, string value) => [TypedVn2000.Read(value) is { } position ? Written(position) : value];

    internal override string Example(FormField field, LocalDate today) => Written(Middle);

    public override string Sample(FormField field, FieldSample sample) => Canonical(Middle with { Northing = Middle.Northing + sample.Number });

    private static Refusal? Place(AskedField asked, GeoPosition position) =>
        (asked.Field.Within ?? Country).Holds(position) ? null : asked.Refuse(nameof(RefusalCode.FieldOutside), position.Latitude, position.Longitude);

    private static string Canonical(Vn2000Position position) =>
        string.Create(CultureInfo.InvariantCulture, $"{position.Northing:0.####} {position.Easting:0.####} {position.Meridian:0.##}");

    private static string Written(Vn2000Position position) =>
        string.Create(CultureInfo.InvariantCulture, $"{position.Northing:0.####}, {position.Easting:0.####}, {Angle(position.Meridian)}");

    private static string Angle(decimal degrees) => string.Create(CultureInfo.InvariantCulture, $"{decimal.Truncate(degrees)}°{degrees % 1 * 60:00}'");
}
