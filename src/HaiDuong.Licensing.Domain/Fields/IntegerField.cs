using HaiDuong.Licensing.Domain.Typed;
using NodaTime;

namespace HaiDuong.Licensing.Domain.Fields;

/// <summary>Số nguyên.</summary>
internal sealed class IntegerField : NumberField
{
    internal override TypedKind? Typed => TypedKind.Integer;

    protected override string Read(FormField field, string text) =>
        TypedNumber.TryReadWhole(WithoutUnit(field, text), out var whole, out _) ? FieldValue.Text(whole) : text;

    internal override Refusal? Check(AskedField asked, string value) =>
        FieldValue.Integer(value) is { } number
            ? Range(asked, number, asked.Field.Min, asked.Field.Max)
            : asked.Refuse(nameof(RefusalCode.FieldNotInteger), asked.Example);

    internal override string Show(FormField field, string value) => FieldValue.Integer(value) is { } number ? VietnameseNumber.Print(number) : value;

    internal override IReadOnlyList<string> Write(FormField field, string value) => [Show(field, value)];

    internal override string Example(FormField field, LocalDate today) => VietnameseNumber.Print(Within(field, 1250, 250, 25, 12, 5, 2, 1, 0));
}
