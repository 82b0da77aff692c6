using NodaTime;

namespace HaiDuong.Licensing.Domain.Fields;

/// <summary>Vĩ độ; in Viet Nam between 8 and 24 degrees, so that a longitude in its place is known.</summary>
internal sealed class LatitudeField : AngleField
{
    internal override Refusal? Check(AskedField asked, string value) =>
        Angle(asked, value, 90, number => number is >= 102 and <= 118, nameof(RefusalCode.FieldIsLongitude));

    internal override string Example(FormField field, LocalDate today) => Within(field, 20.937341m).ToString("0.######", Vietnamese);
}
