using HaiDuong.Licensing.Domain.Typed;

namespace HaiDuong.Licensing.Domain.Dossiers;

/// <summary>
/// Số giấy tờ của chủ hồ sơ as it is typed, or scanned from the QR code of an identity card (thẻ căn cước): number, old number, name, day of birth, sex,
/// address, day of issue, parted by upright strokes. How the number is read follows from the kind of the applicant.
/// </summary>
public sealed record IdentityScan(string Number, string Name, string Address)
{
    private const int NameAt = 2;
    private const int AddressAt = 5;

    /// <summary>Parts what came in.</summary>
    public static IdentityScan Read(string? text)
    {
        var parts = VietnameseText.Clean(text ?? "").Split('|', StringSplitOptions.TrimEntries);
        return new IdentityScan(parts[0], parts.ElementAtOrDefault(NameAt) ?? "", parts.ElementAtOrDefault(AddressAt) ?? "");
    }

    /// <summary>The number as it is kept of such an applicant.</summary>
    public string NumberOf(ApplicantKind kind) => TypedIdentity.Read(Number, kind);

    /// <summary>Whether it names such an applicant.</summary>
    public bool Names(ApplicantKind kind) => IdentityRules.IsNumberOf(kind, NumberOf(kind));

    /// <summary>
    /// Số của đối tượng không được nộp: the Vietnamese applicant whom an unbroken number names, or a card, while the procedure takes only others; else null.
    /// </summary>
    public ApplicantKind? KindBeside(IReadOnlyList<ApplicantKind> kinds) =>
        (IsBroken && kinds.Contains(ApplicantKind.ForeignOrganisation)) || kinds.Any(kind => !ApplicantKinds.IsForeign(kind) && Names(kind)) ? null
        : Names(ApplicantKind.Organisation) ? ApplicantKind.Organisation
        : Names(ApplicantKind.Individual) ? ApplicantKind.Individual
        : null;

    private bool IsBroken => TypedText.Plain(Number).Contains('-', StringComparison.Ordinal);

    /// <summary>
    /// Who it is, as far as the procedure knows such applicants; null when it may be several, which the counter asks. An unbroken identity number or tax
    /// code is what it seems; one with hyphens may also be a registration number abroad.
    /// </summary>
    public ApplicantKind? KindAmong(IReadOnlyList<ApplicantKind> kinds)
    {
        if (Name.Length > 0)
            return kinds.Contains(ApplicantKind.Individual) ? ApplicantKind.Individual : kinds[0];
        List<ApplicantKind> fitting = [.. kinds.Where(Names)];
        if (!IsBroken && fitting.Exists(kind => !ApplicantKinds.IsForeign(kind)))
            fitting.RemoveAll(ApplicantKinds.IsForeign);
        return fitting.Count switch
        {
            0 => kinds.Contains(ApplicantKind.Organisation) && !ApplicantKinds.IsForeign(kinds[0]) ? ApplicantKind.Organisation : kinds[0],
            1 => fitting[0],
            _ => null,
        };
    }
}
