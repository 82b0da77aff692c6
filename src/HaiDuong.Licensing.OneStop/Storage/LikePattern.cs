namespace HaiDuong.Licensing.OneStop.Storage;

/// <summary>Patterns of LIKE made of what people type.</summary>
public static class LikePattern
{
    /// <summary>The text anywhere; its own signs of a pattern mean themselves.</summary>
    public static string Holding(string? text) => $"%{Literal(text?.Trim() ?? "")}%";

    /// <summary>The text at the beginning.</summary>
    public static string BeginningWith(string text) => Literal(text) + "%";

    private static string Literal(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
}
