using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Procedures;
using NodaTime;

namespace HaiDuong.Licensing.Domain.Licences;

/// <summary>How the number that a request names was found in the register.</summary>
public enum LicenceFinding
{
    /// <summary>Có trong sổ.</summary>
    Known,

    /// <summary>Chưa có trong sổ: a paper from before the software; it is compared by hand.</summary>
    Unknown,

    /// <summary>The applicant's own licence has the number, but was given in another year than declared.</summary>
    OtherYear,

    /// <summary>The applicant's own paper has the number, but another kind of procedure gave it.</summary>
    OtherKind,
}

/// <summary>
/// Giấy phép nêu trong đơn: the earlier licence that a request names, and what the register says to it. One home for the check when it is filed.
/// </summary>
/// <param name="Rule">The rule of the procedure that is asked for.</param>
/// <param name="Number">The number as it was declared.</param>
/// <param name="Licence">What the register has under it; null when nothing.</param>
/// <param name="Finding">How it was found.</param>
public sealed record NamedLicence(LicenceRule Rule, string Number, Licence? Licence, LicenceFinding Finding)
{
    /// <summary>
    /// Why the request may not be filed that day in the applicant's name; empty when it may, also for a number that the register has not. Of somebody
    /// else's licence nothing but that is told. Refuses LicenceOfOtherKind, LicenceDateDiffers, LicenceOfAnother and what <see cref="Licence.Check"/>
    /// refuses.
    /// </summary>
    public IReadOnlyList<Refusal> Check(Applicant applicant, LocalDate filedOn) =>
        Finding switch
        {
            LicenceFinding.Unknown => [],
            LicenceFinding.OtherKind => [new Refusal(nameof(RefusalCode.LicenceOfOtherKind), Rule.NumberField, Number)],
            LicenceFinding.OtherYear => [new Refusal(nameof(RefusalCode.LicenceDateDiffers), Rule.DateField, Number, Licence!.IssuedOn)],
            _ when Licence!.MayBeHeldBy(applicant) => Licence.Check(Rule, filedOn),
            _ => [new Refusal(nameof(RefusalCode.LicenceOfAnother), Rule.NumberField, Number)],
        };

    /// <summary>Whether the person who asks must be compared with the paper: the register knows its holder by no number of today.</summary>
    public bool HolderIsUnsure => Licence is { HasNumberedHolder: false };

    /// <summary>Says whether what was refused may still be had as a new licence (<see cref="LicenceRule.Anew"/>).</summary>
    public static bool IsAnsweredAnew(Refusal refusal) =>
        refusal.Code
            is nameof(RefusalCode.LicenceTooLate)
                or nameof(RefusalCode.LicenceExpired)
                or nameof(RefusalCode.LicenceRevoked)
                or nameof(RefusalCode.LicenceRenewedAlready)
                or nameof(RefusalCode.LicenceOfAnother);
}
