namespace HaiDuong.Licensing.Domain.Typed;

/// <summary>
/// Số định danh, mã số thuế, số hộ chiếu, số đăng ký ở nước ngoài: people group them by blanks, dots and hyphens. The branch of a tax code and the groups
/// of a registration number abroad stay parted by hyphens, so that the kind of the applicant says how a number is read.
/// </summary>
public static class TypedIdentity
{
    private const int TaxCode = 10;
    private const int TaxCodeWithBranch = 13;

    /// <summary>
    /// The number of a person or of a Vietnamese body as it is kept; what is none of these stays as it was typed, for a rule to refuse or to take.
    /// </summary>
    public static string Read(string? text) => AtHome(text) ?? Passport(text);

    /// <summary>The number of such an applicant as it is kept.</summary>
    public static string Read(string? text, ApplicantKind kind) =>
        kind switch
        {
            ApplicantKind.ForeignIndividual => Passport(text),
            ApplicantKind.ForeignOrganisation => Registration(text),
            _ => AtHome(text) ?? VietnameseText.Clean(text ?? ""),
        };

    /// <summary>Every number that somebody may have meant who does not say whose it is.</summary>
    public static IReadOnlyList<string> Possible(string? text) => [.. Enum.GetValues<ApplicantKind>().Select(kind => Read(text, kind)).Distinct()];

    /// <summary>What two spellings of one number have in common: its letters and digits.</summary>
    public static string Key(string? text) => string.Concat(TypedText.Plain(text).Where(char.IsLetterOrDigit)).ToUpperInvariant();

    private static string? AtHome(string? text)
    {
        var digits = Joined(text);
        if (digits.Length == 0 || !digits.All(char.IsAsciiDigit))
            return null;
        return digits.Length == TaxCodeWithBranch ? $"{digits[..TaxCode]}-{digits[TaxCode..]}" : digits;
    }

    private static string Passport(string? text) =>
        Joined(text).ToUpperInvariant() is var number && IdentityRules.IsPassport(number) ? number : VietnameseText.Clean(text ?? "");

    private static string Registration(string? text)
    {
        var number = string.Concat(TypedText.Plain(text).Where(letter => letter is not (' ' or '.'))).ToUpperInvariant();
        return IdentityRules.IsForeignRegistration(number) ? number : VietnameseText.Clean(text ?? "");
    }

    private static string Joined(string? text) => string.Concat(TypedText.Plain(text).Where(letter => letter is not (' ' or '.' or '-')));
}
