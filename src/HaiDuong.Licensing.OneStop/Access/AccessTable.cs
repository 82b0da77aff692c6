using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using NodaTime;
using static HaiDuong.Licensing.Domain.Staff.StaffRole;

namespace HaiDuong.Licensing.OneStop.Access;

/// <summary>
/// Who may read which dossier: the one access table. Which pages a role enters is declared on the page (<see cref="ForRolesAttribute"/>), which act
/// somebody may do on a dossier follows from the work on their desk (<see cref="Dossier.WhyNot"/>).
/// </summary>
public static class AccessTable
{
    /// <summary>
    /// Who sent a dossier that keeps its sender secret (Luật Tố cáo) is known to the sender, the counter until it is assigned (which hands out the
    /// receipt), the head of the division and whoever the head assigns, and the leaders of its department who decide; to nobody else.
    /// </summary>
    public static bool MaySeeApplicant(Actor actor, Dossier dossier, Organisation organisation, LocalDate today)
    {
        if (dossier.IsShutOut(actor))
            return false;
        if (!dossier.HidesApplicant || (dossier.OwnerAccountId is { } owner && owner == actor.AccountId))
            return true;
        return dossier
            .Towards(actor.ForEverything)
            .Roles.Any(held =>
                held.Role switch
                {
                    Leader => IsOfItsOffice(held, dossier, organisation, today),
                    CounterClerk => dossier.Specialist is null,
                    DivisionHead => held.Unit == dossier.DivisionKey,
                    Specialist => dossier.Specialist is { } specialist && specialist.AccountId == actor.AccountId,
                    _ => false,
                }
            );
    }

    /// <summary>
    /// Who is shown the reference and the slips that carry it, with which anybody acts as the applicant: the applicant, and the counter, which hands
    /// them out. Whoever else reads the dossier does without.
    /// </summary>
    public static bool MayHoldReference(Actor actor) => actor.Is(StaffRole.Applicant) || actor.Is(CounterClerk);

    /// <summary>
    /// Applicants see only their own; a division its own; leaders, registry, accountants and inspectors those of their department; the counter and
    /// the administrator all. A dossier that keeps its sender secret is read by those who may know the sender, and without the sender by whoever
    /// has to do a step of it. An agency reads what it is asked about (<see cref="AgencyOf"/>). Whom a dossier is about does not read it.
    /// </summary>
    public static bool MayRead(Actor actor, Dossier dossier, Organisation organisation, LocalDate today) =>
        MayReadWhole(actor, dossier, organisation, today) || AgencyOf(actor, dossier, organisation, today) is not null;

    /// <summary>
    /// Ghi chú nội bộ: whoever of the office reads the whole dossier and may know its sender; neither agencies nor a member of staff whose own dossier it is.
    /// </summary>
    public static bool MaySeeNotes(Actor actor, Dossier dossier, Organisation organisation, LocalDate today) =>
        !(dossier.OwnerAccountId is { } owner && owner == actor.AccountId)
        && MayReadWhole(actor, dossier, organisation, today)
        && MaySeeApplicant(actor, dossier, organisation, today);

    /// <summary>Trao đổi với người nộp: whoever sees the notes and handles the dossier, at the counter, in its division or as its leader.</summary>
    public static bool MayMessage(Actor actor, Dossier dossier, Organisation organisation, LocalDate today) =>
        dossier.Status != DossierStatus.Draft
        && actor.Roles.Any(held => held.Role is CounterClerk or Specialist or DivisionHead or Leader)
        && MaySeeNotes(actor, dossier, organisation, today);

    /// <summary>
    /// The agency as which alone somebody reads a dossier: the papers and answers it is asked about while its opinion is open, afterwards its own
    /// answer. Null for whoever reads more than that, or nothing.
    /// </summary>
    public static string? AgencyOf(Actor actor, Dossier dossier, Organisation organisation, LocalDate today)
    {
        if (dossier.IsShutOut(actor) || dossier.Status == DossierStatus.Draft || MayReadWhole(actor, dossier, organisation, today))
            return null;
        return actor
            .Roles.Where(held => held.Role == ConsultedAgency)
            .Select(held => held.Unit)
            .FirstOrDefault(agency => dossier.Opinions.Any(opinion => opinion.AgencyKey == agency && (!dossier.HidesApplicant || dossier.IsOpen(opinion))));
    }

    /// <summary>
    /// Nhận bổ sung của hồ sơ giữ bí mật người gửi: whoever brings or posts what was asked has the reference on the receipt; with it the counter
    /// that serves the department takes that in, and is shown what was asked, neither the sender nor what was sent before. The code opens nothing:
    /// it can be guessed.
    /// </summary>
    public static bool MayTakeInFor(Actor actor, Dossier dossier, string? reference, Organisation organisation, LocalDate today) =>
        dossier is { HidesApplicant: true, Supplements.Count: > 0 }
        && !dossier.IsShutOut(actor)
        && TypedCode.Read(reference).Printed == dossier.Reference
        && organisation.DeskOf(CounterClerk, dossier.DivisionKey, today) is { } desk
        && actor.Holds(CounterClerk, desk);

    /// <summary>
    /// Whether a search by name finds a dossier for somebody: an agency comes to it from its desk or by the code, since a name found would tell whose it is.
    /// </summary>
    /// <remarks>Whoever stands in for a person whom a dossier is about finds it in no list, though it may lie on their own desk.</remarks>
    public static bool MayFind(Actor actor, Dossier dossier, Organisation organisation, LocalDate today) =>
        !dossier.IsAboutWhomTheyReplace(actor) && MayReadWhole(actor, dossier, organisation, today);

    private static bool MayReadWhole(Actor actor, Dossier dossier, Organisation organisation, LocalDate today)
    {
        if (dossier.IsShutOut(actor))
            return false;
        if (dossier.OwnerAccountId is { } owner && owner == actor.AccountId)
            return true;
        if (dossier.HidesApplicant && dossier.Status != DossierStatus.Draft)
            return MaySeeApplicant(actor, dossier, organisation, today) || HasStepOf(actor, dossier);
        if (dossier.Status == DossierStatus.Draft)
            return actor.Is(CounterClerk) && dossier.Channel == Domain.Procedures.SubmissionChannel.Counter;
        return dossier
                .Towards(actor.ForEverything)
                .Roles.Any(held =>
                    held.Role switch
                    {
                        CounterClerk or CentreLeader or Administrator => true,
                        Leader or RegistryClerk or Accountant or Inspector => IsOfItsOffice(held, dossier, organisation, today),
                        Specialist or DivisionHead => held.Unit == dossier.DivisionKey,
                        _ => false,
                    }
                )
            // Whoever was given some procedures reads of these what waits for them.
            || (actor.Roles.Any(held => held.By is { IsLimited: true }) && HasStepOf(actor, dossier));
    }

    private static bool HasStepOf(Actor actor, Dossier dossier) =>
        dossier.Work.Any(item => item.Role is not (StaffRole.Applicant or ConsultedAgency) && dossier.MayDo(item, actor));

    /// <summary>True when the role is held in the department that answers for the dossier today.</summary>
    private static bool IsOfItsOffice(RoleHolding held, Dossier dossier, Organisation organisation, LocalDate today) =>
        organisation.OfficeWith(held.Unit) == organisation.For(dossier.DivisionKey, today);
}
