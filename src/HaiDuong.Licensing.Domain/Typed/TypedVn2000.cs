using System.Globalization;
using System.Text.RegularExpressions;

namespace HaiDuong.Licensing.Domain.Typed;

/// <summary>Tọa độ VN-2000 as papers and people write it: "2316000.12, 587000.45, 105°30'", "X = 2.316.000,12 m; Y = 587.000,45 m; KTT 105 30".</summary>
public static partial class TypedVn2000
{
    /// <summary>In Viet Nam X has seven digits, or six in the far south, and is greater than Y; so that either may stand first.</summary>
    private const decimal LeastNorthing = 880_000;
    private const decimal MostNorthing = 2_700_000;
    private const decimal LeastEasting = 200_000;
    private const decimal MostEasting = 800_000;
    private const decimal FirstMeridian = 102;
    private const decimal LastMeridian = 111;

    /// <summary>The position; null when the text is none, or names no meridian, which is never guessed: the same X and Y lie in every zone.</summary>
    public static Vn2000Position? Read(string? text) =>
        Parts().Match(Bare(text)) is { Success: true } found
        && Plane(found) is var (northing, easting)
        && TypedDegrees.Read(found.Groups["zone"].Value.Trim(' ', ',', ';', '/', '|', '(', ')')) is { } meridian
        && meridian is >= FirstMeridian and <= LastMeridian
        && meridian * 4 % 1 == 0
            ? new Vn2000Position(northing, easting, meridian)
            : null;

    /// <summary>X and Y are there and only the central meridian is missing.</summary>
    public static bool LacksMeridian(string? text) =>
        Parts().Match(Bare(text)) is { Success: true } found && !found.Groups["zone"].Success && Plane(found) is not null;

    private static (decimal Northing, decimal Easting)? Plane(Match found)
    {
        var (first, second) = (Metres(found, "1"), Metres(found, "2"));
        return IsNorthing(first) && IsEasting(second) ? (first, second)
            : IsNorthing(second) && IsEasting(first) ? (second, first)
            : null;
    }

    private static bool IsNorthing(decimal metres) => metres is >= LeastNorthing and <= MostNorthing;

    private static bool IsEasting(decimal metres) => metres is >= LeastEasting and <= MostEasting;

    private static decimal Metres(Match found, string which)
    {
        var whole = found.Groups[$"whole{which}"].Value.Replace(".", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        return decimal.Parse(whole + found.Groups[$"rest{which}"].Value.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
    }

    /// <summary>Only numbers, angles and what parts them.</summary>
    private static string Bare(string? text) => Words().Replace(TypedText.Plain(text), " ").Trim(' ', ',', ';', '.');

    [GeneratedRegex(
        @"(?<!\w)(tọa độ|toạ độ|hệ|vn[ -]?2000|kinh tuyến trục|ktt|l0|múi( chiếu)?( 3( ?°| độ)?)?|bắc|đông|[xynebđ])(?!\w)|(?<=[0-9 ])m(?!\w)|[=:]|\(m\)",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Words();

    // Thousands are parted by dots or blanks, or not at all; behind the second number may stand the meridian.
    [GeneratedRegex(
        @"^(?<whole1>[0-9]{6,7}|([0-9][. ])?[0-9]{3}[. ][0-9]{3})(?<rest1>[.,][0-9]{1,4})?[ ,;/|]+"
            + @"(?<whole2>[0-9]{6,7}|([0-9][. ])?[0-9]{3}[. ][0-9]{3})(?<rest2>[.,][0-9]{1,4})?([ ,;/|(]+(?<zone>1[01][0-9].*))?\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Parts();
}
