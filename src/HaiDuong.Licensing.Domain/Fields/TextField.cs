using HaiDuong.Licensing.Domain.Typed;

namespace HaiDuong.Licensing.Domain.Fields;

/// <summary>Một dòng chữ.</summary>
internal sealed class TextField : WordsField
{
    /// <summary>A text with a pattern may be a size, which people space and sign in many ways.</summary>
    protected override string Read(FormField field, string text) =>
        field.Pattern is not null && TypedSize.Read(text) is { } size && HasItsPattern(field, size) ? size : text;

    internal override Refusal? Check(AskedField asked, string value) =>
        value.Contains('\n', StringComparison.Ordinal) ? asked.Refuse(nameof(RefusalCode.FieldSeveralLines)) : base.Check(asked, value);

    internal override int LengthLimit(FormField field) => 500;
}
