using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Staff;
using NodaTime;

namespace HaiDuong.Licensing.Domain.Dossiers;

/// <summary>Việc phải làm: a waiting step of the route, or an opinion asked beside it: whose desk it lies on, since when, until when.</summary>
public sealed class WorkItem
{
    private string unit = "";

    public required Guid Id { get; init; }

    public required Guid DossierId { get; init; }

    /// <summary>The route's step id; for an opinion asked outside the route, the opinion's id.</summary>
    public required string StepId { get; init; }

    public required string Title { get; init; }

    public required StaffRole Role { get; init; }

    public required string Unit
    {
        get => unit;
        init => unit = value;
    }

    /// <summary>The person it is assigned to; null while anyone with the role in the unit may take it.</summary>
    public Guid? AssigneeId { get; init; }

    public string? AssigneeName { get; init; }

    public required LocalDateTime Since { get; init; }

    /// <summary>
    /// Hạn của bước: the step's own budget on the working calendar (receiving: the answer that is owed); it never moves the dossier's due date.
    /// </summary>
    public LocalDateTime? DueAt { get; init; }

    /// <summary>From when its holder is warned; kept with the due date, like <see cref="LateFrom"/>.</summary>
    public LocalDateTime? WarnFrom { get; init; }

    /// <summary>The first moment at which the step is late.</summary>
    public LocalDateTime? LateFrom { get; init; }

    /// <summary>What never becomes late presses last.</summary>
    public static LocalDateTime NeverLate { get; } = new(9999, 12, 31, 0, 0);

    /// <summary>What lists of work are sorted by: the first moment at which the step or its dossier is late; never null.</summary>
    public LocalDateTime PressesFrom { get; private set; } = NeverLate;

    /// <summary>Tình trạng hạn của bước.</summary>
    public DueState Due => DueOf(DueAt, WarnFrom, LateFrom);

    /// <summary>The due state of a step with these moments.</summary>
    public static DueState DueOf(LocalDateTime? due, LocalDateTime? warnFrom, LocalDateTime? lateFrom) =>
        new(ClockState.Running, null, due, due, warnFrom is { } warn ? [warn] : [], lateFrom, null);

    /// <summary>
    /// Whoever holds the role in the unit, if nobody else is named; and the head of a division may do a specialist's work of that division. The
    /// dossier says whose the applicant's work is, who is shut out and what counts of a stand-in: outside it ask <see cref="Dossier.MayDo"/>.
    /// </summary>
    internal bool MayBeDoneBy(Actor actor) =>
        Role switch
        {
            StaffRole.Specialist when actor.Holds(StaffRole.DivisionHead, Unit) => true,
            StaffRole.ConsultedAgency => actor.Holds(Role, Unit),
            _ => actor.Holds(Role, Unit) && (AssigneeId is not { } assignee || assignee == actor.AccountId || actor.TakesPlaceOf(assignee, Role)),
        };

    /// <summary>Kept with every act, for each may move when the dossier is late.</summary>
    internal void PressWith(LocalDateTime? dossierLateFrom) => PressesFrom = LocalDateTime.Min(LateFrom ?? NeverLate, dossierLateFrom ?? NeverLate);

    /// <summary>Goes to the desk of the unit that succeeded.</summary>
    internal void MoveTo(string successor) => unit = successor;
}
