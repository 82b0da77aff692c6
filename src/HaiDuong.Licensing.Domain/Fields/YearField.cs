using System.Globalization;
using HaiDuong.Licensing.Domain.Typed;
using NodaTime;

namespace HaiDuong.Licensing.Domain.Fields;

/// <summary>Năm: a year of the calendar, written in four digits that nothing parts.</summary>
internal sealed class YearField : NumberField
{
    internal override TypedKind? Typed => TypedKind.Year;

    protected override string Read(FormField field, string text) =>
        TypedNumber.TryReadWhole(WithoutUnit(field, text), out var whole, out _) ? FieldValue.Text(whole) : text;

    internal override Refusal? Check(AskedField asked, string value)
    {
        var (first, last) = (asked.Field.Min ?? 1000, asked.Field.Max ?? 9999);
        return FieldValue.Integer(value) is { } year && year >= first && year <= last ? null : asked.Refuse(nameof(RefusalCode.FieldNotYear), first, last);
    }

    internal override string Example(FormField field, LocalDate today) => Within(field, 2019).ToString("0", CultureInfo.InvariantCulture);

    public override string Sample(FormField field, FieldSample sample) => FieldValue.Text(sample.Now.Year);
}
