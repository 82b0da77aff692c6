using System.Globalization;

namespace HaiDuong.Licensing.Domain.Fields;

/// <summary>Số: what has a least and a greatest value.</summary>
internal abstract class NumberField : FieldKind
{
    protected static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    public override FieldControl Control => FieldControl.Number;

    public override ValueKind Value => ValueKind.Number;

    public override string Sample(FormField field, FieldSample sample) => Math.Max(field.Min ?? 1, 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>The unit that the form itself writes behind the box may be typed too.</summary>
    protected static string WithoutUnit(FormField field, string text) =>
        field.Unit is { Length: > 0 } unit && Squared(text).EndsWith(Squared(unit), StringComparison.OrdinalIgnoreCase) ? text[..^unit.Length] : text;

    protected static Refusal? Range(AskedField asked, decimal number, decimal? min, decimal? max)
    {
        if (number < min)
            return asked.Refuse(nameof(RefusalCode.FieldTooSmall), min.Value);

        return number > max ? asked.Refuse(nameof(RefusalCode.FieldTooLarge), max.Value) : null;
    }

    /// <summary>A number that may have a fraction, against the decimals and the range of its field.</summary>
    protected static Refusal? Fraction(AskedField asked, decimal number, decimal? min, decimal? max) =>
        asked.Field.Decimals is { } decimals && decimal.Round(number, decimals) != number
            ? asked.Refuse(nameof(RefusalCode.FieldTooPrecise), decimals)
            : Range(asked, number, min, max);

    protected static string ShowFraction(decimal number) => number.ToString("#,0.######", Vietnamese);

    /// <summary>The first that the field takes; else its least or greatest.</summary>
    protected static decimal Within(FormField field, params IEnumerable<decimal> numbers)
    {
        var fitting = numbers
            .Select(number => decimal.Round(number, field.Decimals ?? 6))
            .Where(number => !(number < field.Min) && !(number > field.Max))
            .ToList();
        return fitting.Count > 0 ? fitting[0] : field.Min ?? field.Max!.Value;
    }

    private static string Squared(string text) => text.Replace('²', '2').Replace('³', '3');
}
