using System.Text.RegularExpressions;
using HaiDuong.Licensing.Domain.Procedures;

namespace HaiDuong.Licensing.Domain.Licences;

/// <summary>Số giấy phép as it is looked up: "5/gp-stttt", "Số: 05/GP-STTTT" and "05 / GP-STTTT" are the same number.</summary>
public static partial class LicenceNumber
{
    /// <summary>Without spaces, marks and leading zeros, in capital letters; empty when nothing is left.</summary>
    public static string Key(string? number)
    {
        var folded = VietnameseText.Fold(number ?? "");
        return Before().Replace(folded, "").Replace(" ", "", StringComparison.Ordinal).TrimStart('0').ToUpperInvariant();
    }

    [GeneratedRegex(@"^\s*so\s*:?\s*(?=\d)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Before();
}
