using System.Globalization;
using System.Text.RegularExpressions;

namespace HaiDuong.Licensing.Domain.Typed;

/// <summary>
/// Số: with the separators of Viet Nam, 1.234.567,5, or with those of others where they can mean nothing else: 12.5, 1,234,567.5, 1 250. A single dot
/// before three digits (1.250) is whole thousands where only a whole number is asked, and refused where a fraction may be meant.
/// </summary>
public static partial class TypedNumber
{
    private const NumberStyles Figures = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    public static bool TryRead(string? text, out decimal number, out TypedFault fault)
    {
        number = 0;
        fault = TypedFault.NotANumber;
        var plain = TypedText.Plain(text);
        return !IsThousandsOrFraction(plain) && TryReadFigures(plain, out number, out fault);
    }

    /// <summary>1.250 may be a thousand and a quarter or one and a quarter.</summary>
    public static bool IsThousandsOrFraction(string text) => DotOrThousand().IsMatch(text);

    /// <summary>Reads a whole number.</summary>
    public static bool TryReadWhole(string? text, out long number, out TypedFault fault)
    {
        number = 0;
        var plain = TypedText.Plain(text);
        if (!TryReadFigures(plain, out var read, out fault))
            return false;
        if (decimal.Truncate(read) != read || CommaOrThousand().IsMatch(plain))
            fault = TypedFault.NotWhole;
        else if (read is < long.MinValue or > long.MaxValue)
            fault = TypedFault.TooLarge;
        else
            number = (long)read;
        return fault == TypedFault.None;
    }

    private static bool TryReadFigures(string plain, out decimal number, out TypedFault fault)
    {
        number = 0;
        fault = TypedFault.NotANumber;
        var found = Shape().Match(plain);
        if (!found.Success)
            return false;
        var whole = string.Concat(found.Groups["whole"].Value.Where(char.IsAsciiDigit));
        var figures = $"{found.Groups["minus"].Value}{whole}{(found.Groups["part"].Success ? "." : "")}{found.Groups["part"].Value}";
        fault = decimal.TryParse(figures, Figures, CultureInfo.InvariantCulture, out number) ? TypedFault.None : TypedFault.TooLarge;
        return fault == TypedFault.None;
    }

    // Grouped by dots or blanks, or not at all, with a comma before the fraction; grouped by commas more than once, or once with a dot before the fraction; a
    // dot that can part no thousands.
    [GeneratedRegex(
        @"^(\+|(?<minus>-))? ?("
            + @"(?<whole>[1-9][0-9]{0,2}(?<s>[. ])[0-9]{3}(\k<s>[0-9]{3})*|[0-9]+)(,(?<part>[0-9]+))?"
            + @"|(?<whole>[1-9][0-9]{0,2}(,[0-9]{3}){2,})(\.(?<part>[0-9]+))?"
            + @"|(?<whole>[1-9][0-9]{0,2},[0-9]{3})\.(?<part>[0-9]+)"
            + @"|(?<whole>0|[0-9]{4,})\.(?<part>[0-9]+)"
            + @"|(?<whole>[0-9]+)\.(?<part>[0-9]{1,2}|[0-9]{4,}))\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Shape();

    [GeneratedRegex(@"^[+-]? ?[1-9][0-9]{0,2}\.[0-9]{3}\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex DotOrThousand();

    [GeneratedRegex(@"^[+-]? ?[0-9]{1,3},[0-9]{3}\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CommaOrThousand();
}
