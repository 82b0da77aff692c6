using System.Text.RegularExpressions;
using HaiDuong.Licensing.Domain.Typed;

namespace HaiDuong.Licensing.Domain.Licences;

/// <summary>
/// Số giấy phép, số văn bản as it is looked up: "5/gp-stttt", "Số: 05/GP–STTTT" and "05 GP STTTT" are the same number. Signs say nothing, but between two digits
/// they part them: 1/5 is not 15.
/// </summary>
public static partial class LicenceNumber
{
    /// <summary>Letters and digits in capitals, without leading zeros and what stands before the number; empty when nothing is left. The database computes the same of what is stored.</summary>
    public static string Key(string? number)
    {
        var plain = Signs().Replace(VietnameseText.Fold(TypedText.Plain(number)), "-");
        return NotBetweenDigits().Replace(Before().Replace(plain, ""), "").TrimStart('0').ToUpperInvariant();
    }

    [GeneratedRegex("[^0-9a-z]+", RegexOptions.None, 1000)]
    private static partial Regex Signs();

    [GeneratedRegex(@"^[^0-9]*\b(so|no)-?(?=[0-9])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Before();

    [GeneratedRegex("(?<![0-9])-|-(?![0-9])", RegexOptions.None, 1000)]
    private static partial Regex NotBetweenDigits();
}
