using System.Text.RegularExpressions;
using HaiDuong.Licensing.Domain.Typed;

namespace HaiDuong.Licensing.Domain.Licences;

/// <summary>
/// Số giấy phép, số văn bản as it is looked up: "5/gp-stttt", "Số: 05/GP–STTTT ngày 09/5/2023", "GP-STTTT 05" and "05 GP STTTT" are the same number. Signs
/// say nothing, but between two digits they part them: 1/5 is not 15.
/// </summary>
public static partial class LicenceNumber
{
    /// <summary>
    /// Letters and digits in capitals, without leading zeros, what stands before the number and its day; empty when nothing is left. The database computes the
    /// same of what is stored.
    /// </summary>
    public static string Key(string? number)
    {
        var plain = Signs().Replace(VietnameseText.Fold(TypedText.Plain(number)), "-").Trim('-');
        var alone = SymbolFirst().Replace(Before().Replace(Day().Replace(plain, ""), ""), "${number}-${symbol}");
        return NotBetweenDigits().Replace(alone, "").TrimStart('0').ToUpperInvariant();
    }

    [GeneratedRegex("[^0-9a-z]+", RegexOptions.None, 1000)]
    private static partial Regex Signs();

    [GeneratedRegex(
        @"(?<=[0-9a-z])-((cap|ky)-)?(ngay-[0-9].*|nam-[0-9]{4})\z|(?<=[a-z])-[0-9]{1,2}-[0-9]{1,2}-[12][0-9]{3}\z",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Day();

    [GeneratedRegex(@"^([^0-9]*\b(so|no)|giay-[a-z-]*[a-z]|quyet-dinh|van-ban|thong-bao)-?(?=[0-9])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Before();

    [GeneratedRegex(@"^(?<symbol>[a-z][a-z-]*)(?<number>[0-9]+)\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SymbolFirst();

    [GeneratedRegex("(?<![0-9])-|-(?![0-9])", RegexOptions.None, 1000)]
    private static partial Regex NotBetweenDigits();
}
