using HaiDuong.Licensing.Domain.Typed;
using NodaTime;

namespace HaiDuong.Licensing.Domain.Fields;

/// <summary>Số thập phân.</summary>
internal sealed class DecimalField : NumberField
{
    internal override TypedKind? Typed => TypedKind.Number;

    protected override string Read(FormField field, string text) =>
        TypedNumber.TryRead(WithoutUnit(field, text), out var number, out _) ? FieldValue.Text(number) : text;

    internal override Refusal? Check(AskedField asked, string value) =>
        FieldValue.Measure(value) is { } number
            ? Fraction(asked, number, asked.Field.Min, asked.Field.Max)
            : asked.Refuse(nameof(RefusalCode.FieldNotNumber), asked.Example);

    internal override string Show(FormField field, string value) => FieldValue.Number(value) is { } number ? ShowFraction(number) : value;

    internal override IReadOnlyList<string> Write(FormField field, string value) =>
        [FieldValue.Measure(value) is { } measure ? VietnameseNumber.Typed(measure) : value];

    internal override string Example(FormField field, LocalDate today) =>
        Within(field, 12.5m, 2.5m, 0.5m, 1250, 250, 25, 12, 5, 2, 1, 0).ToString("0.######", Vietnamese);
}
