using System.Text.RegularExpressions;

namespace HaiDuong.Licensing.Domain.Fields;

/// <summary>Chữ: words of one's own, as long as the form allows and written as it wants.</summary>
internal abstract class WordsField : FieldKind
{
    public override bool IsVietnamese => true;

    private static readonly TimeSpan PatternTimeout = TimeSpan.FromMilliseconds(200);

    internal override Refusal? Check(AskedField asked, string value)
    {
        var field = asked.Field;
        if (value.Length > field.LengthLimit)
            return asked.Refuse(nameof(RefusalCode.FieldTooLong), field.LengthLimit);

        return HasItsPattern(field, value) ? null : asked.Refuse(nameof(RefusalCode.FieldPattern), field.Hint ?? field.Pattern!);
    }

    public override string Sample(FormField field, FieldSample sample) =>
        sample.Text.Length <= field.LengthLimit ? sample.Text : sample.Text[..field.LengthLimit];

    /// <summary>Whether the text is written as the field wants it; any text is when the field wants nothing.</summary>
    protected static bool HasItsPattern(FormField field, string text) =>
        field.Pattern is not { } pattern || Regex.IsMatch(text, $"^(?:{pattern})\\z", RegexOptions.CultureInvariant, PatternTimeout);
}
