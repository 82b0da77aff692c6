using HaiDuong.Licensing.Domain.Staff;

namespace HaiDuong.Licensing.Domain.Dossiers;

/// <summary>Người bị tố cáo, khiếu nại: whom a dossier is about neither reads it nor does anything of it; the work goes around them.</summary>
public sealed partial class Dossier
{
    /// <summary>The members of staff whom the dossier is about, as the office recorded it.</summary>
    public IReadOnlyList<DenouncedPerson> Denounced { get; private set; } = [];

    /// <summary>Accounts that do not find this dossier anywhere.</summary>
    public Guid[] ShutOut { get; private set; } = [];

    /// <summary>True when the head of the division is one of them: then a leader of the department does what the head would.</summary>
    public bool LeaderStandsIn => Denounced.Any(person => person.HeadsDivision);

    /// <summary>True when the dossier is about this very person, who then neither reads nor does anything of it.</summary>
    public bool IsShutOut(Actor actor) => actor.AccountId is { } account && ShutOut.Contains(account);

    /// <summary>
    /// Ghi người bị tố cáo: a member of staff is shut out of the dossier from now on. What lay on their desk goes to somebody else: a
    /// specialist's work back to the division, the head's to a leader. Refused: DenouncedAlready.
    /// </summary>
    public IReadOnlyList<Refusal> NameDenounced(DenouncedPerson person, ActContext act)
    {
        if (WhyNot(DossierAct.NameDenounced, act) is { Count: > 0 } refused)
            return refused;
        if (ShutOut.Contains(person.AccountId))
            return [new Refusal(nameof(RefusalCode.DenouncedAlready), "person", person.Name)];
        ShutOutOnly([.. Denounced, person], act);
        Record(DossierAct.NameDenounced, act, Status, person.Name);
        return [];
    }

    /// <summary>Bỏ ghi người bị tố cáo: somebody was named by mistake; only a leader of the department says so, with a reason.</summary>
    public IReadOnlyList<Refusal> ReadmitDenounced(Guid accountId, string reason, ActContext act)
    {
        if (WhyNot(DossierAct.ReadmitDenounced, act) is { Count: > 0 } refused)
            return refused;
        if (Denounced.FirstOrDefault(person => person.AccountId == accountId) is not { } named)
            return [new Refusal(nameof(RefusalCode.DenouncedUnknown))];
        if (string.IsNullOrWhiteSpace(reason))
            return [new Refusal(nameof(RefusalCode.ReasonRequired), "reason")];
        ShutOutOnly([.. Denounced.Where(person => person != named)], act);
        Record(DossierAct.ReadmitDenounced, act, Status, $"{named.Name}: {reason.Trim()}");
        return [];
    }

    private void ShutOutOnly(IReadOnlyList<DenouncedPerson> people, ActContext act)
    {
        var stoodIn = LeaderStandsIn;
        Denounced = people;
        ShutOut = [.. people.Select(person => person.AccountId)];
        if (Specialist is { } specialist && ShutOut.Contains(specialist.AccountId))
            Specialist = null;
        foreach (
            var item in _work
                .Where(item => (item.AssigneeId is { } assignee && ShutOut.Contains(assignee)) || (stoodIn != LeaderStandsIn && IsHeads(item, act)))
                .ToList()
        )
        {
            _work.Remove(item);
            _work.Add(LaidAround(item, act));
        }
    }

    /// <summary>The same work on the desk where it lies now, due as before.</summary>
    private WorkItem LaidAround(WorkItem item, ActContext act, Assignee? named = null)
    {
        var step = act.Rules.StepOrNull(item.StepId)!;
        var role = RoleOf(step);
        return new WorkItem
        {
            Id = Guid.CreateVersion7(),
            DossierId = Id,
            StepId = item.StepId,
            Title = item.Title,
            Role = role,
            Unit = OfficeUnits.Of(step, role, DivisionKey, act.Rules.Organisation, act.Local.Date),
            AssigneeId = named?.AccountId,
            AssigneeName = named?.Name,
            Since = item.Since,
            DueAt = item.DueAt,
            WarnFrom = item.WarnFrom,
            LateFrom = item.LateFrom,
        };
    }

    private static bool IsHeads(WorkItem item, ActContext act) => act.Rules.StepOrNull(item.StepId)?.Role == nameof(StaffRole.DivisionHead);

    /// <summary>
    /// Who may say so: the system for whom the sender names, the counter until the dossier is assigned, the head of the division, a leader of the department;
    /// in procedures that can be about somebody of the office.
    /// </summary>
    private Refusal[] WhyNotName(ActContext act) =>
        act.Rules.Procedure.DenouncedField is null ? [new Refusal(nameof(RefusalCode.DenouncedNotHere))]
        : !(act.Actor.Is(StaffRole.System) || IsAtDesk(StaffRole.Leader, act) || IsHead(act) || (IsAtDesk(StaffRole.CounterClerk, act) && Specialist is null))
            ? NotYours(StaffRole.Leader, StaffRole.DivisionHead, StaffRole.CounterClerk)
        : Status == DossierStatus.Draft || LifeCycle.IsClosed(Status) ? [new Refusal(nameof(RefusalCode.StepNotWaiting))]
        : [];

    private Refusal[] WhyNotReadmit(ActContext act) =>
        !IsAtDesk(StaffRole.Leader, act) ? NotYours(StaffRole.Leader)
        : Denounced.Count == 0 || LifeCycle.IsClosed(Status) ? [new Refusal(nameof(RefusalCode.StepNotWaiting))]
        : [];
}

/// <summary>Cán bộ bị tố cáo, khiếu nại: a member of staff whom a dossier is about.</summary>
/// <param name="AccountId">Their account.</param>
/// <param name="Name">Their name as it was.</param>
/// <param name="HeadsDivision">They head the division that handles the dossier.</param>
public sealed record DenouncedPerson(Guid AccountId, string Name, bool HeadsDivision);
