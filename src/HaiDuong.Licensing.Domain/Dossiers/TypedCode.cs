using System.Globalization;
using System.Text;

namespace HaiDuong.Licensing.Domain.Dossiers;

/// <summary>
/// Mã như người ta gõ: a dossier code, a reference or a check code as somebody typed, pasted or scanned it, read in one way for the public and
/// the office. Hyphens and dashes of any kind, blanks, marks, case and the width of the letters say nothing; of an address only its end is read.
/// </summary>
/// <param name="Letters">The letters and digits, in capitals.</param>
public readonly record struct TypedCode(string Letters)
{
    /// <summary>What references and check codes are made of: no character that is easily misread for another.</summary>
    public const string Alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private const int Length = 12;
    private const int LongestTyped = 500;

    /// <summary>A dossier code as it is compared: it is almost all digits, so that O is 0 and I and L are 1. The database computes the same.</summary>
    public string Key => Letters.Replace('O', '0').Replace('I', '1').Replace('L', '1');

    /// <summary>Mã tra cứu, mã kiểm tra as it is printed, XXXX-XXXX-XXXX; null when what was typed cannot be one, whatever exists.</summary>
    public string? Printed =>
        Letters.Length == Length && Letters.All(letter => Alphabet.Contains(letter, StringComparison.Ordinal))
            ? $"{Letters[..4]}-{Letters[4..8]}-{Letters[8..]}"
            : null;

    public static TypedCode Read(string? typed)
    {
        var text = (typed ?? "").Trim();
        text = text.Length > LongestTyped ? text[..LongestTyped] : text;
        if (text.Contains("://", StringComparison.Ordinal))
            text = text.TrimEnd('/')[(text.TrimEnd('/').LastIndexOf('/') + 1)..];
        var letters = new StringBuilder(text.Length);
        foreach (var letter in Whole(text).Normalize(NormalizationForm.FormKD))
        {
            if (char.IsAsciiLetterOrDigit(letter))
                letters.Append(char.ToUpperInvariant(letter));
            else if (letter is 'đ' or 'Đ')
                letters.Append('D');
            else if (CharUnicodeInfo.GetDecimalDigitValue(letter) is >= 0 and var digit)
                letters.Append((char)('0' + digit));
        }

        return new TypedCode(letters.ToString());
    }

    /// <summary>Half a character, as a text that was cut off may end in, has no form to be brought to.</summary>
    private static string Whole(string text) => string.Concat(text.EnumerateRunes());
}
