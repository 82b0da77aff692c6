using System.Globalization;
using System.Text;

namespace HaiDuong.Licensing.OneStop.Storage.Files;

/// <summary>Makes a claimed file name safe to show, to log and to offer for download. It is never a path on disk.</summary>
public static class FileNames
{
    public const int MaxLength = 120;
    private const string Nameless = "attachment";
    private static readonly string[] WindowsDevices =
    [
        "CON",
        "PRN",
        "AUX",
        "NUL",
        .. Enumerable.Range(0, 10).SelectMany(n => (string[])[$"COM{n}", $"LPT{n}"]),
    ];

    public static string Clean(string? claimed)
    {
        var name = (claimed ?? "").Split('/', '\\')[^1];
        var text = new StringBuilder(name.Length);
        // Enumerating runes turns a lone surrogate, which cannot be normalised or stored, into U+FFFD.
        foreach (var rune in name.EnumerateRunes())
            if (IsShown(rune))
                text.Append(rune.ToString());
        name = string.Join(' ', text.ToString().Normalize(NormalizationForm.FormC).Split(' ', StringSplitOptions.RemoveEmptyEntries)).Trim('.', ' ');
        if (name.Length == 0 || name[0] == '.')
            name = Nameless + name;
        if (WindowsDevices.Contains(Path.GetFileNameWithoutExtension(name).Split('.')[0], StringComparer.OrdinalIgnoreCase))
            name = "_" + name;
        return Shorten(name);
    }

    private static bool IsShown(Rune rune) =>
        rune != Rune.ReplacementChar
        && !@"<>:""|?*".Contains((char)Math.Min(rune.Value, char.MaxValue), StringComparison.Ordinal)
        && Rune.GetUnicodeCategory(rune)
            is not (
                UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
            );

    private static string Shorten(string name)
    {
        if (name.Length <= MaxLength)
            return name;
        var ending = Path.GetExtension(name) is { Length: <= 10 } short_ ? short_ : "";
        var stem = name[..(MaxLength - ending.Length)];
        if (char.IsHighSurrogate(stem[^1]))
            stem = stem[..^1];
        return stem.TrimEnd('.', ' ') + ending;
    }
}
