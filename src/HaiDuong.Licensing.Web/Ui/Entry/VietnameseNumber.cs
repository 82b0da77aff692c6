using System.Globalization;
using System.Text.RegularExpressions;

namespace HaiDuong.Licensing.Web.Ui.Entry;

/// <summary>Numbers with the separators of Viet Nam: <c>1.234.567,5</c>. Plain digits are read too; misplaced dots are refused.</summary>
public static partial class VietnameseNumber
{
    private static readonly NumberFormatInfo Format = new()
    {
        NumberGroupSeparator = ".",
        NumberDecimalSeparator = ",",
        NumberGroupSizes = [3],
        NegativeSign = "-",
    };

    public static bool TryParse(string? text, out decimal number, out EntryRefusal refusal)
    {
        number = 0;
        refusal = EntryRefusal.NotANumber;
        var plain = WithoutSpaces(text);
        if (!Shape().IsMatch(plain))
            return false;

        refusal = EntryRefusal.TooLarge;
        if (!decimal.TryParse(plain, NumberStyles.Number, Format, out number))
            return false;

        refusal = EntryRefusal.None;
        return true;
    }

    /// <summary>Reads a whole number.</summary>
    public static bool TryParseWhole(string? text, out long number, out EntryRefusal refusal)
    {
        number = 0;
        if (!TryParse(text, out var read, out refusal))
            return false;
        if (decimal.Truncate(read) != read)
            refusal = EntryRefusal.NotWhole;
        else if (read is < long.MinValue or > long.MaxValue)
            refusal = EntryRefusal.TooLarge;
        else
            number = (long)read;
        return refusal == EntryRefusal.None;
    }

    /// <summary>Reads an amount in đồng: whole, not negative, the unit ("đ", "đồng", "VND") may follow.</summary>
    public static bool TryParseMoney(string? text, out long dong, out EntryRefusal refusal)
    {
        dong = 0;
        var read = TryParseWhole(CurrencyWord().Replace(WithoutSpaces(text), ""), out var whole, out refusal);
        if (!read || whole < 0)
        {
            refusal = refusal == EntryRefusal.TooLarge ? refusal : EntryRefusal.NotMoney;
            return false;
        }

        dong = whole;
        return true;
    }

    public static string Print(decimal number) => number.ToString("#,##0.############", Format);

    public static string Print(long number) => number.ToString("#,##0", Format);

    private static string WithoutSpaces(string? text) => Spaces().Replace(text ?? "", "");

    [GeneratedRegex(@"^-?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Shape();

    [GeneratedRegex(@"\s", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex("(\u0111(\u1ED3ng)?|vn\u0111|vnd)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CurrencyWord();
}
