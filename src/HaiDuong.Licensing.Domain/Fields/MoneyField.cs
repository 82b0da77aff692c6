using HaiDuong.Licensing.Domain.Typed;
using NodaTime;

namespace HaiDuong.Licensing.Domain.Fields;

/// <summary>Số tiền, in đồng.</summary>
internal sealed class MoneyField : NumberField
{
    public override FieldControl Control => FieldControl.Money;

    internal override TypedKind? Typed => TypedKind.Money;

    protected override string Read(FormField field, string text) => TypedMoney.TryRead(text, out var dong, out _) ? FieldValue.Text(dong) : text;

    internal override Refusal? Check(AskedField asked, string value) =>
        FieldValue.Integer(value) is { } number
            ? Range(asked, number, asked.Field.Min ?? 0, asked.Field.Max)
            : asked.Refuse(nameof(RefusalCode.FieldNotMoney), asked.Example);

    internal override string Show(FormField field, string value) => FieldValue.Integer(value) is { } number ? VietnameseNumber.Print(number) : value;

    internal override IReadOnlyList<string> Write(FormField field, string value) => [Show(field, value)];

    internal override string Example(FormField field, LocalDate today) =>
        VietnameseNumber.Print(Within(field, 1_500_000, 150_000, 1250, 250, 25, 12, 5, 2, 1, 0));
}
