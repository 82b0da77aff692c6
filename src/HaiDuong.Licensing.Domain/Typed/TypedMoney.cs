using System.Text.RegularExpressions;

namespace HaiDuong.Licensing.Domain.Typed;

/// <summary>Số tiền in đồng: whole, not negative; the unit may follow (1.500.000 đồng, 15.000 VND), and so may nghìn, triệu, tỷ (1,5 triệu).</summary>
public static partial class TypedMoney
{
    public static bool TryRead(string? text, out long dong, out TypedFault fault)
    {
        dong = 0;
        var found = Shape().Match(TypedText.Plain(text));
        var worth = Worth(found.Groups["of"].Value.ToLowerInvariant());
        if (worth == 1)
        {
            if (TypedNumber.TryReadWhole(found.Groups["number"].Value, out dong, out fault) && dong >= 0)
                return true;
        }
        else if (
            TypedNumber.TryRead(found.Groups["number"].Value, out var number, out fault)
            && number is >= 0 and < 1_000_000_000
            && decimal.Truncate(number * worth) == number * worth
        )
        {
            dong = (long)(number * worth);
            return true;
        }

        dong = 0;
        fault = fault == TypedFault.TooLarge ? fault : TypedFault.NotMoney;
        return false;
    }

    private static long Worth(string word) =>
        word switch
        {
            "nghìn" or "ngàn" => 1_000,
            "triệu" => 1_000_000,
            "tỷ" or "tỉ" => 1_000_000_000,
            _ => 1,
        };

    [GeneratedRegex(
        @"^(?<number>.*?) ?(?<of>nghìn|ngàn|triệu|tỷ|tỉ)? ?(đồng|đ|₫|vnđ|vnd)?\z",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Shape();
}
