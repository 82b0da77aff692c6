using System.Globalization;
using System.Text.RegularExpressions;

namespace HaiDuong.Licensing.Domain.Typed;

/// <summary>Vĩ độ hoặc kinh độ as people write it: 20.937341, 20,937341, 20°56'14,4" B, N 20 56.24, 20-56-14.4, 20:56:14.4.</summary>
public static partial class TypedDegrees
{
    /// <summary>
    /// The decimal degrees, to six decimals; null when the text is no angle. The letter of the compass is taken only as it holds in Viet Nam: north and east.
    /// </summary>
    public static decimal? Read(string? text)
    {
        if (Angle().Match(TypedText.Plain(text).Replace('Ð', 'Đ')) is not { Success: true } found)
            return null;
        var (degrees, minutes, seconds) = (Part(found, "deg"), Part(found, "min"), Part(found, "sec"));
        if (minutes >= 60 || seconds >= 60 || (found.Groups["min"].Success && degrees % 1 != 0) || (found.Groups["sec"].Success && minutes % 1 != 0))
            return null;
        var size = decimal.Round(degrees + minutes / 60 + seconds / 3600, GeoPosition.Decimals);
        return found.Groups["minus"].Length > 0 ? -size : size;
    }

    private static decimal Part(Match found, string group) =>
        found.Groups[group] is { Success: true } part
            ? decimal.Parse(part.Value.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture)
            : 0;

    // Minutes stand after a sign or a space; N, B (Bắc), E, Đ (Đông) before or behind.
    [GeneratedRegex(
        @"^[NBEĐ]?\s*(?<minus>-?)(?<deg>[0-9]{1,3}([.,][0-9]{1,15})?)\s*(°|º|˚|độ|[:-](?=[0-9]))?(((?<=[°º˚ộ :-])\s*)(?<min>[0-9]{1,2}([.,][0-9]{1,12})?)\s*('|′|’|phút|[:-](?=[0-9]))?(((?<=['′’t :-])\s*)(?<sec>[0-9]{1,2}([.,][0-9]{1,12})?)\s*(""|″|”|''|’’|giây)?)?)?\s*[NBEĐ]?\z",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Angle();
}
