using NodaTime;

namespace HaiDuong.Licensing.Domain.Fields;

/// <summary>Kinh độ; in Viet Nam between 102 and 118 degrees, so that a latitude in its place is known.</summary>
internal sealed class LongitudeField : AngleField
{
    internal override Refusal? Check(AskedField asked, string value) =>
        Angle(asked, value, 180, number => number is >= 8 and <= 24, nameof(RefusalCode.FieldIsLatitude));

    internal override string Example(FormField field, LocalDate today) => Within(field, 106.314609m).ToString("0.######", Vietnamese);
}
