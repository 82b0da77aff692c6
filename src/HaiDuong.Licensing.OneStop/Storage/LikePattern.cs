namespace HaiDuong.Licensing.OneStop.Storage;

/// <summary>Patterns of LIKE made of what people type.</summary>
public static class LikePattern
{
    /// <summary>What an index of LIKE is made of; for less it would be read through from end to end.</summary>
    private const int Indexed = 3;

    /// <summary>
    /// For LIKE ANY: the text anywhere, fewer than three letters at the beginning of a word, signs alone nowhere; the signs of a pattern mean themselves.
    /// </summary>
    public static string[] Holding(string? text)
    {
        var wanted = text?.Trim() ?? "";
        var literal = Literal(wanted);
        return (wanted.Length, wanted.Count(char.IsLetterOrDigit)) switch
        {
            (0, _) or (_, >= Indexed) => [$"%{literal}%"],
            (_, 0) => [],
            _ => [$"{literal}%", $"% {literal}%"],
        };
    }

    /// <summary>The text at the beginning.</summary>
    public static string BeginningWith(string text) => Literal(text) + "%";

    /// <summary>The text itself, for ILIKE: whatever the case of its letters.</summary>
    public static string Same(string text) => Literal(text);

    private static string Literal(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
}
