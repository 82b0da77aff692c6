using System.Globalization;
using System.Text.RegularExpressions;
using PhoneNumbers;

namespace HaiDuong.Licensing.Domain.Typed;

/// <summary>
/// Số điện thoại: Vietnamese mobile and landline numbers, service numbers 1800 and 1900, any number abroad (ITU-T E.164), each with an extension (số máy
/// lẻ) where it has one; grouped in any way, with 0, +84, 0084 or 84 before it. Kept as <c>0912345678</c>, <c>19001234</c>, <c>+81312345678</c>,
/// <c>02203852345 máy lẻ 12</c>.
/// </summary>
/// <remarks>
/// Numbers at home are held against the shape of the national plan, not against the ranges that the library knows: a range opened yesterday is not to be
/// refused. Of numbers abroad
/// only country and length are checked, as another country's plan changes without us hearing of it.
/// </remarks>
public static partial class TypedPhone
{
    private const string Home = "VN";
    private const int HomeCode = 84;

    /// <summary>E.164: country and number together.</summary>
    private const int MostDigits = 15;

    private static readonly PhoneNumberUtil Numbers = PhoneNumberUtil.GetInstance();

    /// <summary>The number as it is kept; what is none stays as it was typed, for a rule to refuse or to take.</summary>
    public static string Read(string? text) => Parse(text) is { } number ? Print(number) : VietnameseText.Clean(text ?? "");

    /// <summary>Whether a text is a number that can be called, spelt as <see cref="Read"/> keeps it.</summary>
    public static bool IsOne(string text) => Parse(text) is { } number && Print(number) == text;

    /// <summary>Whether a number can receive text messages: landlines, service numbers and extensions cannot.</summary>
    public static bool TakesMessages(string text) =>
        Parse(text) is { HasExtension: false } number
        && Numbers.GetNumberType(number)
            is not (
                PhoneNumberType.FIXED_LINE
                or PhoneNumberType.TOLL_FREE
                or PhoneNumberType.PREMIUM_RATE
                or PhoneNumberType.SHARED_COST
                or PhoneNumberType.UAN
            );

    /// <summary>A number whose leading zero a spreadsheet has lost, with it; null for every other text.</summary>
    public static string? WithLostZero(string? text) => ZeroLost().IsMatch(TypedText.Plain(text)) ? Read(text) : null;

    private static PhoneNumber? Parse(string? text)
    {
        var plain = ExtensionWords().Replace(TypedText.Plain(text), " ext. ").TrimEnd(')', '.');
        if (Numbers.IsAlphaNumber(plain))
            return null;
        try
        {
            var number = Numbers.Parse(plain, Home);
            return IsAtHome(number)
                ? HomePlan().IsMatch(National(number))
                    ? number
                    : null
                : IsAbroad(number)
                    ? number
                    : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    private static bool IsAtHome(PhoneNumber number) => number.CountryCode == HomeCode;

    private static bool IsAbroad(PhoneNumber number) =>
        Numbers.IsPossibleNumber(number) && Numbers.Format(number, PhoneNumberFormat.E164).Length <= 1 + MostDigits;

    private static string National(PhoneNumber number) => Numbers.GetNationalSignificantNumber(number);

    private static string Print(PhoneNumber number)
    {
        var called =
            !IsAtHome(number) ? "+" + number.CountryCode.ToString(CultureInfo.InvariantCulture) + National(number)
            : National(number) is ['1', ..] service ? service
            : "0" + National(number);
        return number.HasExtension ? $"{called} máy lẻ {number.Extension}" : called;
    }

    [GeneratedRegex(
        @"[\s,;.(-]*\b(máy (lẻ|nhánh)|số (lẻ|nhánh)|nhánh|lẻ|ext)( số)?[\s.:]*(?=[0-9])",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex ExtensionWords();

    [GeneratedRegex(@"^([35789][0-9]{8}|2[0-9]{9}|1[89]00([0-9]{4}|[0-9]{6}))\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex HomePlan();

    [GeneratedRegex(@"^([35789][0-9]{8}|2[0-9]{9})\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ZeroLost();
}
