using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Staff;
using NodaTime;

namespace HaiDuong.Licensing.Domain.Dossiers;

/// <summary>Tác nghiệp: everything that can be done to a dossier. The history holds one line for each, written by the act itself.</summary>
public enum DossierAct
{
    Draft,
    Submit,
    Accept,
    AskSupplement,
    RefuseAtDoor,
    Supply,
    ExpireSupplement,
    Assign,
    Appraise,
    AskOpinion,
    GiveOpinion,
    Inspect,
    RecordPayment,
    DraftResult,
    ApproveDraft,
    SendBack,
    Sign,
    Issue,
    Renumber,
    HandOver,
    AskWithdrawal,
    ConfirmWithdrawal,
    RefuseWithdrawal,
    Apologise,
    Stop,
    CompleteStep,
    AdoptCalendar,
    KeepDueDate,
    MoveVersion,
    MoveUnit,
    RetryRoute,
    NameDenounced,
    ReadmitDenounced,
    Release,
    VoidTakeIn,
    Correct,
    Attach,
    Detach,
    CompleteForm,
    Claim,
    WithdrawOpinion,
    CancelPayment,
    Refund,
}

/// <summary>Dòng lịch sử hồ sơ: who did what, when, in which role and unit, and from which status to which. Never changed, never deleted.</summary>
public sealed class HistoryLine
{
    public long Id { get; private set; }

    public required Guid DossierId { get; init; }

    public required Instant At { get; init; }

    public required DossierAct Act { get; init; }

    public Guid? ActorId { get; init; }

    public required string ActorName { get; init; }

    public required StaffRole ActorRole { get; init; }

    public string? ActorUnit { get; init; }

    /// <summary>Thay cho: in whose place it was done.</summary>
    public string? OnBehalfOf { get; init; }

    /// <summary>The step of the route that the act completed, if it did.</summary>
    public string? StepId { get; init; }

    public string? StepTitle { get; init; }

    /// <summary>When that step began to wait, and its own budget's end.</summary>
    public LocalDateTime? StepSince { get; init; }

    public LocalDateTime? StepDueAt { get; init; }

    public required DossierStatus From { get; init; }

    public required DossierStatus To { get; init; }

    /// <summary>Whether that step was completed early, on time or late.</summary>
    public FinishClass? StepClass { get; init; }

    public LocalDateTime? StatutoryDue { get; init; }

    /// <summary>From when the dossier was late, as it stood after the act.</summary>
    public LocalDateTime? LateFrom { get; init; }

    public string? Note { get; init; }
}
