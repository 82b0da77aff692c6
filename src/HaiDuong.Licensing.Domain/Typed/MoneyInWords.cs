namespace HaiDuong.Licensing.Domain.Typed;

/// <summary>Số tiền bằng chữ: an amount of đồng as it is read out, which receipts carry beside the figures.</summary>
public static class MoneyInWords
{
    /// <summary>The highest amount that has words here: twelve digits.</summary>
    public const long Most = 999_999_999_999;

    private static readonly string[] Digits = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

    private static readonly string[] Groups = ["", " nghìn", " triệu", " tỷ"];

    /// <summary>"Một triệu năm trăm nghìn đồng".</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than nothing, or above <see cref="Most"/>.</exception>
    public static string Of(long amount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amount);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(amount, Most);
        var words = amount == 0 ? Digits[0] : string.Join(' ', Parts(amount));
        return $"{char.ToUpperInvariant(words[0])}{words[1..]} đồng";
    }

    private static IEnumerable<string> Parts(long amount)
    {
        var isFirst = true;
        for (var group = Groups.Length - 1; group >= 0; group--)
        {
            var three = (int)(amount / (long)Math.Pow(1000, group) % 1000);
            if (three == 0)
                continue;
            yield return string.Join(' ', Three(three, isFirst)) + Groups[group];
            isFirst = false;
        }
    }

    /// <summary>Up to three digits; behind others all three are read, "không trăm" and "linh" too.</summary>
    private static IEnumerable<string> Three(int number, bool isFirst)
    {
        var (hundreds, tens, units) = (number / 100, number / 10 % 10, number % 10);
        if (hundreds > 0 || !isFirst)
            yield return $"{Digits[hundreds]} trăm";
        if (tens > 0)
            yield return tens == 1 ? "mười" : $"{Digits[tens]} mươi";
        else if (units > 0 && (hundreds > 0 || !isFirst))
            yield return "linh";
        if (units > 0)
            yield return Unit(units, tens);
    }

    private static string Unit(int unit, int tens) =>
        (unit, tens) switch
        {
            (1, > 1) => "mốt",
            (4, > 1) => "tư",
            (5, > 0) => "lăm",
            _ => Digits[unit],
        };
}
