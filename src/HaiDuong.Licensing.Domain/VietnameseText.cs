using System.Globalization;
using System.Text;

namespace HaiDuong.Licensing.Domain;

/// <summary>
/// Cleans Vietnamese text that people and old systems send (làm sạch văn bản): one Unicode form, right letters, no invisible characters.
/// </summary>
public static class VietnameseText
{
    /// <summary>
    /// Normalises to NFC, replaces the look-alikes Ƣ ƣ (U+01A2, U+01A3) by Ư ư (U+01AF, U+01B0) and Ð (U+00D0) by Đ (U+0110), unifies line ends to \n,
    /// turns every other blank into a space, drops other control and zero-width characters, and trims.
    /// </summary>
    public static string Clean(string text)
    {
        var replaced = new StringBuilder(text.Length);
        foreach (var letter in WellFormed(text).Replace("\r\n", "\n", StringComparison.Ordinal))
        {
            // The Icelandic letter (U+00D0) looks the same as Đ, which only begins a syllable; inside a word it is meant.
            if (letter == '\u00D0' && (replaced.Length == 0 || !char.IsLetter(replaced[^1])))
                replaced.Append('\u0110');
            else if (Replacement(letter) is { } kept)
                replaced.Append(kept);
        }

        return replaced.ToString().Normalize(NormalizationForm.FormC).Trim();
    }

    /// <summary>For comparing what others typed: lower case without marks, letters and digits alone.</summary>
    public static string Bare(string text) => string.Concat(Fold(text).Where(char.IsLetterOrDigit));

    /// <summary>For finding: lower case without marks ("Họp báo" as "hop bao"), so that what is typed without marks is found.</summary>
    public static string Fold(string text) =>
        string.Concat(
                Clean(text).Normalize(NormalizationForm.FormD).Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            )
            .ToLowerInvariant()
            .Replace('đ', 'd');

    /// <summary>For comparing: whole words without marks, one blank between two, whatever stood there ("Họp  báo, 2019" as "hop bao 2019").</summary>
    public static string Words(string text) =>
        string.Join(
            ' ',
            string.Concat(Fold(text).Select(letter => char.IsLetterOrDigit(letter) ? letter : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries)
        );

    // A lone surrogate would make Normalize throw.
    private static string WellFormed(string text) => string.Concat(text.EnumerateRunes());

    private static char? Replacement(char letter) =>
        letter switch
        {
            '\u01A2' => '\u01AF',
            '\u01A3' => '\u01B0',
            '\r' => '\n',
            '\n' => '\n',
            '\u2028' or '\u2029' => '\n',
            '\t' => ' ',
            '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\u00AD' => null,
            // Marks that turn the direction of what stands around them.
            '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') => null,
            _ when char.GetUnicodeCategory(letter) == UnicodeCategory.SpaceSeparator => ' ',
            _ when char.IsControl(letter) => null,
            _ => letter,
        };
}
