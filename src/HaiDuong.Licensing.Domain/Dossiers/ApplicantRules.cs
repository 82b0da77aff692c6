using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Typed;

namespace HaiDuong.Licensing.Domain.Dossiers;

/// <summary>Quy tắc về chủ hồ sơ: who they are, their number, where they can be reached; and that this kind of applicant may file the procedure.</summary>
public static class ApplicantRules
{
    public static IReadOnlyList<Refusal> Check(Applicant applicant, Procedure procedure)
    {
        var refusals = new List<Refusal>();
        if (!procedure.Eligible.Kinds.Contains(applicant.Kind))
            refusals.Add(new Refusal(nameof(RefusalCode.ApplicantNotEligible), "applicant.kind", procedure.Eligible.Text));
        if (string.IsNullOrWhiteSpace(applicant.Name))
            refusals.Add(new Refusal(nameof(RefusalCode.ApplicantNameRequired), "applicant.name"));
        if (string.IsNullOrWhiteSpace(applicant.Address))
            refusals.Add(new Refusal(nameof(RefusalCode.ApplicantAddressRequired), "applicant.address"));
        if (CheckNumber(applicant.Kind, applicant.IdentityNumber) is { } number)
            refusals.Add(number);
        if (string.IsNullOrWhiteSpace(applicant.Phone) && string.IsNullOrWhiteSpace(applicant.Email))
            refusals.Add(new Refusal(nameof(RefusalCode.ApplicantUnreachable), "applicant.phone"));
        if (applicant.Phone is { Length: > 0 } phone && !IdentityRules.IsPhone(phone))
            refusals.Add(new Refusal(nameof(RefusalCode.ApplicantPhone), "applicant.phone"));
        if (applicant.Email is { Length: > 0 } email && !IdentityRules.IsEmail(email))
            refusals.Add(new Refusal(nameof(RefusalCode.ApplicantEmail), "applicant.email"));
        refusals.AddRange(EntryLimits.CheckPeople(applicant, null));
        return refusals;
    }

    /// <summary>
    /// That the number is one by which such an applicant is known. Refuses ApplicantIdentityNumber, ApplicantTaxCode, ApplicantPassport,
    /// ApplicantForeignNumber.
    /// </summary>
    public static Refusal? CheckNumber(ApplicantKind kind, string number) =>
        IdentityRules.IsNumberOf(kind, number)
            ? null
            : new Refusal(
                kind switch
                {
                    ApplicantKind.Individual => nameof(RefusalCode.ApplicantIdentityNumber),
                    ApplicantKind.Organisation => nameof(RefusalCode.ApplicantTaxCode),
                    ApplicantKind.ForeignIndividual => nameof(RefusalCode.ApplicantPassport),
                    _ => nameof(RefusalCode.ApplicantForeignNumber),
                },
                "applicant.identityNumber"
            );
}
