using HaiDuong.Licensing.Domain.Procedures;

namespace HaiDuong.Licensing.Domain.Typed;

/// <summary>Số định danh, mã số thuế: people group their digits by blanks, dots and hyphens; the branch of a tax code stays parted by a hyphen.</summary>
public static class TypedIdentity
{
    private const int TaxCode = 10;
    private const int TaxCodeWithBranch = 13;

    /// <summary>The number as it is kept; what is no row of digits stays as it was typed, for a rule to refuse or to take.</summary>
    public static string Read(string? text)
    {
        var digits = string.Concat(TypedText.Plain(text).Where(letter => letter is not (' ' or '.' or '-')));
        if (digits.Length == 0 || !digits.All(char.IsAsciiDigit))
            return VietnameseText.Clean(text ?? "");
        return digits.Length == TaxCodeWithBranch ? $"{digits[..TaxCode]}-{digits[TaxCode..]}" : digits;
    }
}
