using System.Text.RegularExpressions;
using HaiDuong.Licensing.Domain.Procedures;

namespace HaiDuong.Licensing.Domain.Typed;

/// <summary>Số điện thoại: grouped by blanks, dots, hyphens and brackets, with 0 or with +84, 0084, 84 before it; kept as digits that begin with 0.</summary>
public static partial class TypedPhone
{
    /// <summary>The number as it is kept; what is no row of digits stays as it was typed, for a rule to refuse or to take.</summary>
    public static string Read(string? text)
    {
        var compact = string.Concat(TypedText.Plain(text).Where(letter => letter is not (' ' or '.' or '-' or '(' or ')')));
        if (!Digits().IsMatch(compact))
            return VietnameseText.Clean(text ?? "");
        return FromAbroad().Replace(compact, "0");
    }

    /// <summary>A number whose leading zero a spreadsheet has lost, with it; null for every other text.</summary>
    public static string? WithLostZero(string? text) => Read(text) is var digits && ZeroLost().IsMatch(digits) ? "0" + digits : null;

    [GeneratedRegex(@"^\+?[0-9]+\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Digits();

    [GeneratedRegex(@"^(\+84|0084|84(?=[0-9]{9,10}\z))0?", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FromAbroad();

    [GeneratedRegex(@"^([35789][0-9]{8}|2[0-9]{9})\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ZeroLost();
}
