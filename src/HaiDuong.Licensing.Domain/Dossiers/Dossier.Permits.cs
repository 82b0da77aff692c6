using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Routes;
using HaiDuong.Licensing.Domain.Staff;

namespace HaiDuong.Licensing.Domain.Dossiers;

/// <summary>
/// Ai được làm gì: one rule for every act. The verb asks it before anything else, whoever calls; a page offers an act exactly when the rule
/// lets it through. A button that is not shown is never the rule.
/// </summary>
public sealed partial class Dossier
{
    /// <summary>
    /// Why this person may not do the act on the dossier as it now is, whatever they would type; empty when they may. Refuses StepNotYours and
    /// ShutOut for who it is, else by the state.
    /// </summary>
    /// <param name="what">The act.</param>
    /// <param name="act">Who, when, under which rules.</param>
    /// <param name="stepId">For work of the route: that step alone; null is any step that the act does.</param>
    public IReadOnlyList<Refusal> WhyNot(DossierAct what, ActContext act, string? stepId = null)
    {
        if (IsShutOut(act.Actor))
            return [new Refusal(nameof(RefusalCode.ShutOut))];
        return what switch
        {
            DossierAct.Draft or DossierAct.Submit => WhyNotFile(act),
            DossierAct.AskSupplement => WhyNotAskSupplement(stepId, act),
            DossierAct.ExpireSupplement => act.Actor.Is(StaffRole.System) ? WhyNotWaiting(StepKind.RequestSupplement, act) : NotYours(StaffRole.System),
            DossierAct.Assign => WhyNotAssign(act),
            DossierAct.Release => WhyNotRelease(act),
            DossierAct.GiveOpinion => Opinions.Any(opinion => WhyNotAnswer(opinion, act) is null) ? [] : [new Refusal(nameof(RefusalCode.OpinionNotOpen))],
            DossierAct.SendBack => WhyNotStep(stepId, act, StepKind.ReviewDraft, StepKind.SignResult, StepKind.IssueResult),
            DossierAct.Renumber => IsAtDesk(StaffRole.RegistryClerk, act) ? WhyNotRenumber() : NotYours(StaffRole.RegistryClerk),
            DossierAct.AskWithdrawal => WhyNotAskWithdrawal(act),
            DossierAct.ConfirmWithdrawal or DossierAct.RefuseWithdrawal => WhyNotDecideWithdrawal(act),
            DossierAct.Apologise => IsHead(act) ? WhyNoApology(act) : NotYours(StaffRole.DivisionHead),
            DossierAct.AdoptCalendar or DossierAct.KeepDueDate => WhyNotDecideCalendar(act),
            DossierAct.MoveVersion => !act.Actor.Is(StaffRole.Administrator) ? NotYours(StaffRole.Administrator)
            : RouteState is null or { IsFinished: true } ? [new Refusal(nameof(RefusalCode.MoveNotRunning))]
            : [],
            DossierAct.MoveUnit => !act.Actor.Is(StaffRole.System) ? NotYours(StaffRole.System)
            : LifeCycle.IsClosed(Status) ? [new Refusal(nameof(RefusalCode.MoveNotRunning))]
            : [],
            DossierAct.RetryRoute => WhyNotRetry(act),
            DossierAct.NameDenounced => WhyNotName(act),
            DossierAct.ReadmitDenounced => WhyNotReadmit(act),
            DossierAct.VoidTakeIn => WhyNotVoid(act),
            DossierAct.Correct => WhyNotCorrect(act),
            DossierAct.Attach => WhyNotAttach(act),
            DossierAct.Detach => WhyNotDetach(act),
            DossierAct.CompleteForm => WhyNotCompleteForm(act),
            DossierAct.Claim => WhyNotClaim(act),
            DossierAct.WithdrawOpinion => WhyNotWithdrawOpinion(act),
            DossierAct.RecordPayment => WhyNotPay(stepId, act),
            DossierAct.CancelPayment => WhyNotCancelPayment(act),
            DossierAct.Refund => WhyNotRefund(act),
            _ => WhyNotStep(stepId, act, KindsOf(what)),
        };
    }

    /// <summary>Whether a waiting piece of work may be done by this person now.</summary>
    public bool MayDo(WorkItem item, Actor actor) => Status != DossierStatus.WithdrawalAsked && MayHold(item, actor);

    /// <summary>Whether somebody is the applicant of this very dossier: its owner's account, or whoever proved to know it.</summary>
    public bool IsApplicant(Actor actor) => (OwnerAccountId is { } owner && owner == actor.AccountId) || actor.Holds(StaffRole.Applicant, Actor.ProofOf(Id));

    private bool MayHold(WorkItem item, Actor actor) =>
        !IsShutOut(actor) && (item.Role == StaffRole.Applicant ? IsApplicant(actor) : item.MayBeDoneBy(Towards(actor)));

    /// <summary>Làm tại quầy: the counter that serves the department takes what applicants come with, a supplement or the fee.</summary>
    private bool IsServedAtCounter(StepKind kind, ActContext act) =>
        kind is StepKind.RequestSupplement or StepKind.CollectFee && IsAtDesk(StaffRole.CounterClerk, act);

    /// <summary>Lãnh đạo phòng thụ lý; a leader of the department when the dossier is about the head.</summary>
    private bool IsHead(ActContext act) => LeaderStandsIn ? IsAtDesk(StaffRole.Leader, act) : Towards(act.Actor).Holds(StaffRole.DivisionHead, DivisionKey);

    /// <summary>Chuyên viên phòng thụ lý, of whoever the dossier is.</summary>
    private bool IsInDivision(ActContext act) => Towards(act.Actor).Holds(StaffRole.Specialist, DivisionKey);

    /// <summary>True when the person holds the role at the desk that serves the dossier's department.</summary>
    private bool IsAtDesk(StaffRole role, ActContext act) =>
        act.Rules.Organisation.DeskOf(role, DivisionKey, act.Local.Date) is { } desk && Towards(act.Actor).Holds(role, desk);

    private static StepKind[] KindsOf(DossierAct what) =>
        what switch
        {
            DossierAct.Accept or DossierAct.RefuseAtDoor => [StepKind.ReceiveDossier],
            DossierAct.Supply => [StepKind.RequestSupplement],
            DossierAct.Appraise or DossierAct.AskOpinion => [StepKind.AppraiseDossier],
            DossierAct.Inspect => [StepKind.InspectSite],
            DossierAct.DraftResult => [StepKind.DraftResult],
            DossierAct.ApproveDraft => [StepKind.ReviewDraft],
            DossierAct.Sign => [StepKind.SignResult],
            DossierAct.Issue => [StepKind.IssueResult],
            DossierAct.HandOver => [StepKind.ReturnResult],
            DossierAct.Stop => [StepKind.StopProcessing],
            DossierAct.CompleteStep => [StepKind.HumanTask, StepKind.ForwardToAuthority],
            _ => throw new ArgumentOutOfRangeException(nameof(what), what, "This act has no rule of who may do it."),
        };

    /// <summary>Of several refusals the one that says the most: that the work is somebody else's, rather than that it does not wait.</summary>
    private IReadOnlyList<Refusal> WhyNotStep(string? stepId, ActContext act, params StepKind[] kinds)
    {
        IReadOnlyList<Refusal> worst = [];
        foreach (var kind in kinds)
        {
            if (FindWork(kind, stepId, act, out var refusals) is not null)
                return [];
            worst = worst.Count == 0 || worst[0].Code == nameof(RefusalCode.StepNotWaiting) ? refusals : worst;
        }

        return worst;
    }

    private Refusal[] WhyNotWaiting(StepKind kind, ActContext act) =>
        Status == DossierStatus.WithdrawalAsked ? [new Refusal(nameof(RefusalCode.WithdrawalPending))]
        : _work.Exists(item => act.Rules.StepOrNull(item.StepId)?.Kind == kind) ? []
        : [new Refusal(nameof(RefusalCode.StepNotWaiting))];

    /// <summary>What is filed online is its applicant's until it is sent; what is brought or posted is typed by the counter that serves it.</summary>
    private Refusal[] WhyNotFile(ActContext act) =>
        Channel == Procedures.SubmissionChannel.Online && !IsApplicant(act.Actor) ? NotYours(StaffRole.Applicant)
        : Channel != Procedures.SubmissionChannel.Online && !IsAtDesk(StaffRole.CounterClerk, act) ? NotYours(StaffRole.CounterClerk)
        : Status != DossierStatus.Draft ? [new Refusal(nameof(RefusalCode.DossierNotADraft))]
        : [];

    /// <summary>Whether one more request is the head's to decide is said before anything is typed.</summary>
    private IReadOnlyList<Refusal> WhyNotAskSupplement(string? stepId, ActContext act) =>
        WhyNotStep(stepId, act, IsAccepted ? StepKind.AppraiseDossier : StepKind.ReceiveDossier) is { Count: > 0 } refused ? refused
        : IsAccepted ? RefusedByClock(Asking(act), null, act, ClockRefusalReason.SupplementAfterDue)
        : [];

    private Refusal[] WhyNotAssign(ActContext act) =>
        !IsHead(act) ? NotYours(StaffRole.DivisionHead)
        : LifeCycle.IsClosed(Status) || !IsAccepted || FinishedAt is not null ? [new Refusal(nameof(RefusalCode.StepNotWaiting))]
        : Status == DossierStatus.WithdrawalAsked ? [new Refusal(nameof(RefusalCode.WithdrawalPending))]
        : [];

    /// <summary>Whoever has it, or the head. What hides its sender is not laid before a whole division: the head gives it to somebody else.</summary>
    private Refusal[] WhyNotRelease(ActContext act) =>
        Specialist is null ? [new Refusal(nameof(RefusalCode.NothingToRelease))]
        : !IsHead(act) && !IsSpecialist(act) ? NotYours($"{Specialist.Name}, {act.Rules.Organisation.NameOf(DivisionKey)}")
        : LifeCycle.IsClosed(Status) || FinishedAt is not null ? [new Refusal(nameof(RefusalCode.StepNotWaiting))]
        : Status == DossierStatus.WithdrawalAsked ? [new Refusal(nameof(RefusalCode.WithdrawalPending))]
        : HidesApplicant ? [new Refusal(nameof(RefusalCode.HiddenNotReleased))]
        : [];

    /// <summary>
    /// Any specialist of the division, by their own role, while the work of a specialist waits for nobody; before that it is the head's to give. What hides its
    /// sender is given by the head alone.
    /// </summary>
    private Refusal[] WhyNotClaim(ActContext act) =>
        !act.Actor.HoldsAsOwn(StaffRole.Specialist, DivisionKey) ? NotYours(StaffRole.Specialist)
        : LifeCycle.IsClosed(Status) || FinishedAt is not null ? [new Refusal(nameof(RefusalCode.StepNotWaiting))]
        : Specialist is { } own && own.AccountId == act.Actor.AccountId ? [new Refusal(nameof(RefusalCode.ClaimedByYou))]
        : Specialist is { } holder ? [new Refusal(nameof(RefusalCode.ClaimedBy), null, holder.Name)]
        : HidesApplicant ? [new Refusal(nameof(RefusalCode.HiddenNotClaimed))]
        : Status == DossierStatus.WithdrawalAsked ? [new Refusal(nameof(RefusalCode.WithdrawalPending))]
        : _work.Exists(item => item is { Role: StaffRole.Specialist, AssigneeId: null }) ? []
        : [new Refusal(nameof(RefusalCode.NothingToClaim))];

    private Refusal[] WhyNotRenumber() => Decision is { IsIssued: true } && HandOver is null ? [] : [new Refusal(nameof(RefusalCode.ResultNotInOffice))];

    private Refusal[] WhyNotAskWithdrawal(ActContext act) =>
        !IsApplicant(act.Actor) && !IsAtDesk(StaffRole.CounterClerk, act) ? NotYours(StaffRole.Applicant, StaffRole.CounterClerk)
        : !LifeCycle.MayWithdraw(Status) ? [new Refusal(nameof(RefusalCode.WithdrawalTooLate))]
        : [];

    private Refusal[] WhyNotDecideWithdrawal(ActContext act) =>
        !IsHead(act) && !IsAtDesk(StaffRole.CounterClerk, act) ? NotYours(StaffRole.DivisionHead, StaffRole.CounterClerk)
        : Status != DossierStatus.WithdrawalAsked ? [new Refusal(nameof(RefusalCode.StepNotWaiting))]
        : Withdrawal?.ById is { } recorder && recorder == act.Actor.AccountId ? [new Refusal(nameof(RefusalCode.WithdrawalSecondPerson))]
        : [];

    private Refusal[] WhyNotDecideCalendar(ActContext act) =>
        !IsAtDesk(StaffRole.CentreLeader, act) ? [new Refusal(nameof(RefusalCode.CalendarDeciderOnly))]
        : !IsAccepted || FinishedAt is not null ? [new Refusal(nameof(RefusalCode.DueDateOfClosedDossier))]
        : [];

    private static Refusal[] NotYours(params StaffRole[] whose) => NotYours(string.Join(", ", whose.Select(role => new Refusal($"Role.{role}").Sentence)));

    private static Refusal[] NotYours(string whose) => [new Refusal(nameof(RefusalCode.StepNotYours), null, whose)];
}
