using System.Globalization;
using HaiDuong.Licensing.Domain.Typed;

namespace HaiDuong.Licensing.Domain.Fields;

/// <summary>Góc của tọa độ WGS84, in degrees: one of the two that make a position.</summary>
internal abstract class AngleField : NumberField
{
    internal override TypedKind? Typed => TypedKind.Degrees;

    protected override string Read(FormField field, string text) => TypedDegrees.Read(text)?.ToString("0.######", CultureInfo.InvariantCulture) ?? text;

    internal override string Show(FormField field, string value) => FieldValue.Number(value) is { } number ? ShowFraction(number) : value;

    internal override IReadOnlyList<string> Write(FormField field, string value) =>
        [FieldValue.Number(value) is { } angle ? VietnameseNumber.Print(angle) : value];

    /// <param name="asked">The field.</param>
    /// <param name="value">What it holds.</param>
    /// <param name="most">The most degrees there are, to both sides.</param>
    /// <param name="isOther">Whether degrees, if they lie in Viet Nam, are those of the other of the two.</param>
    /// <param name="swapped">The reason when they are.</param>
    protected static Refusal? Angle(AskedField asked, string value, decimal most, Func<decimal, bool> isOther, string swapped) =>
        FieldValue.Number(value) is not { } angle ? asked.Refuse(nameof(RefusalCode.FieldNotDegrees), asked.Example)
        : isOther(angle) ? asked.Refuse(swapped, value)
        : Fraction(asked, angle, asked.Field.Min ?? -most, asked.Field.Max ?? most);
}
