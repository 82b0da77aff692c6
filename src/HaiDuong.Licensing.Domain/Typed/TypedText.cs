using System.Globalization;
using System.Text;

namespace HaiDuong.Licensing.Domain.Typed;

/// <summary>
/// Văn bản gõ vào: what people type, in the letters that the readers of this folder know. There is one reader a kind (ngày, giờ, số, tiền, số định danh,
/// điện thoại, tọa độ, khổ), for every form, import and command: what is unambiguous is read, what is not is refused and never guessed.
/// </summary>
public static class TypedText
{
    /// <summary>No value of these kinds is longer; what is longer is none.</summary>
    private const int Longest = 200;

    /// <summary>
    /// Digits of every script as 0 to 9, full-width letters and signs narrow, every blank one space, every dash a hyphen, nothing invisible; empty for what is
    /// too long to be a value.
    /// </summary>
    public static string Plain(string? text)
    {
        if (text is null || text.Length > Longest)
            return "";
        var plain = new StringBuilder(text.Length);
        foreach (var rune in VietnameseText.Clean(text).EnumerateRunes())
        {
            if (Written(rune) is { } written && !(written == " " && plain is [.., ' ']))
                plain.Append(written);
        }

        return plain.ToString().Trim();
    }

    private static string? Written(Rune rune) =>
        Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.DecimalDigitNumber => ((int)Rune.GetNumericValue(rune)).ToString(CultureInfo.InvariantCulture),
            UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Control => " ",
            UnicodeCategory.DashPunctuation => "-",
            UnicodeCategory.Format => null,
            _ => rune.Value switch
            {
                0x2212 => "-",
                0x066B => ",",
                0x066C => ".",
                >= 0xFF01 and <= 0xFF5E => ((char)(rune.Value - 0xFEE0)).ToString(),
                _ => rune.ToString(),
            },
        };
}

/// <summary>Why typed text is not the value asked for (vì sao không đọc được).</summary>
public enum TypedFault
{
    /// <summary>It was read.</summary>
    None,

    /// <summary>No day at all, or one that could be several.</summary>
    NotADate,

    /// <summary>Written as a day, but in no calendar.</summary>
    NoSuchDay,

    /// <summary>A day whose year has two digits, and could be of several centuries.</summary>
    ShortYear,

    /// <summary>No time of day.</summary>
    NotATime,

    /// <summary>No number, or one that could be several.</summary>
    NotANumber,

    /// <summary>A number, but not surely a whole one.</summary>
    NotWhole,

    /// <summary>No amount of đồng.</summary>
    NotMoney,

    /// <summary>More than the program counts with.</summary>
    TooLarge,
}
