using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Notices;
using HaiDuong.Licensing.Domain.Staff;
using NodaTime;

namespace HaiDuong.Licensing.Domain.Dossiers;

/// <summary>Rút hồ sơ, and the apology for a late result.</summary>
public sealed partial class Dossier
{
    /// <summary>Yêu cầu rút hồ sơ: the last one that was asked or recorded; null when nobody ever did.</summary>
    public WithdrawalRequest? Withdrawal { get; private set; }

    /// <summary>
    /// Xin rút hồ sơ: by its applicant before acceptance it takes effect at once; else the counter or the head confirms or refuses. What the
    /// counter records comes with the applicant's paper and is decided by a second person. Refused: WithdrawalTooLate once the result is ready,
    /// WithdrawalPaperRequired.
    /// </summary>
    /// <param name="reason">Why, if it was said.</param>
    /// <param name="paper">The scanned request, when the office records it; the applicant's own act needs none.</param>
    /// <param name="act">Who, when, under which rules.</param>
    public IReadOnlyList<Refusal> AskWithdrawal(string? reason, Paper? paper, ActContext act)
    {
        if (WhyNot(DossierAct.AskWithdrawal, act) is { Count: > 0 } refused)
            return refused;
        if (EntryLimits.CheckWithdrawalReason(reason) is { Count: > 0 } tooLong)
            return tooLong;
        var byApplicant = IsApplicant(act.Actor);
        if (!byApplicant && paper?.FileHash is null)
            return [new Refusal(nameof(RefusalCode.WithdrawalPaperRequired), "paper")];
        Papers = paper is null ? Papers : [.. Papers, paper];
        Withdrawal = new WithdrawalRequest(act.Actor.AccountId, act.Actor.Name, act.Local, reason, byApplicant, paper?.Id);
        StatusBeforeWithdrawal = Status;
        Record(DossierAct.AskWithdrawal, act, DossierStatus.WithdrawalAsked, reason, asRole: byApplicant ? StaffRole.Applicant : StaffRole.CounterClerk);
        if (!byApplicant)
            TellApplicant(NoticeKind.WithdrawalRecorded, act, ("at", Say(act.Local)), ("reason", reason ?? ""), PaidFact(act));
        if (!IsAccepted && byApplicant)
            // Nobody has to agree: it ends by the rule, and the history does not say that the applicant agreed to it.
            EndByWithdrawal(act with { Actor = Actor.System }, StaffRole.System);
        return [];
    }

    /// <summary>Đồng ý cho rút: the dossier ends. Refused: WithdrawalSecondPerson for whoever recorded the request.</summary>
    public IReadOnlyList<Refusal> ConfirmWithdrawal(ActContext act)
    {
        if (WhyNot(DossierAct.ConfirmWithdrawal, act) is { Count: > 0 } refused)
            return refused;
        EndByWithdrawal(act, StaffRole.DivisionHead);
        return [];
    }

    /// <summary>Không đồng ý cho rút: the dossier goes on where it stood; its clock never stopped.</summary>
    public IReadOnlyList<Refusal> RefuseWithdrawal(string reason, ActContext act)
    {
        if (WhyNot(DossierAct.RefuseWithdrawal, act) is { Count: > 0 } refused)
            return refused;
        if (string.IsNullOrWhiteSpace(reason))
            return [new Refusal(nameof(RefusalCode.ReasonRequired), "reason")];
        Record(DossierAct.RefuseWithdrawal, act, StatusOfSteps(act.Rules.Route) ?? StatusBeforeWithdrawal!.Value, reason, asRole: StaffRole.DivisionHead);
        StatusBeforeWithdrawal = null;
        TellApplicant(NoticeKind.WithdrawalRefused, act, ("reason", reason), ("after", AfterRefusedWithdrawal(act.Local.Date).SentenceIn(Told)));
        return [];
    }

    /// <summary>Khi không đồng ý cho rút: the dossier goes on, or it can only be stopped because its supplement has not come.</summary>
    public Refusal AfterRefusedWithdrawal(LocalDate today) =>
        SupplementInVain(today) is { } asked ? new Refusal("NotWithdrawn.InVain", null, asked.AnswerBy)
        : IsAccepted ? new Refusal(nameof(RefusalCode.NotWithdrawn))
        : new Refusal("NotWithdrawn.Unaccepted");

    private void EndByWithdrawal(ActContext act, StaffRole asRole)
    {
        if (IsAccepted)
            WriteClock(new ClockEvent(act.Local, ClockEventKind.Withdraw), act);
        else
            CeaseToOwe(ClockState.Withdrawn);
        FinishedAt = act.Local;
        RouteState = RouteState!.Ended();
        _work.Clear();
        Record(DossierAct.ConfirmWithdrawal, act, DossierStatus.Stopped, asRole: asRole);
        TellApplicant(NoticeKind.WithdrawalConfirmed, act, PaidFact(act));
    }

    private (string, string) PaidFact(ActContext act) => ("paid", PaidBeforeWithdrawal(act.Rules, act.Local.Date)?.SentenceIn(Told) ?? "");

    /// <summary>
    /// Xin lỗi và hẹn lại ngày trả (Mẫu 04): moves the promised date, never the statutory one; at most once (NĐ 61/2018 Điều 19). What the
    /// clock refuses is refused here; a date beyond once more the whole term is asked about.
    /// </summary>
    public IReadOnlyList<Refusal> Apologise(LocalDate newDate, string reason, ActContext act)
    {
        if (WhyNot(DossierAct.Apologise, act) is { Count: > 0 } refused)
            return refused;
        var entry = new ClockEvent(act.Local, ClockEventKind.Apologise) { To = newDate, Reason = reason };
        IReadOnlyList<Refusal> reasonless = string.IsNullOrWhiteSpace(reason) ? [new Refusal(nameof(RefusalCode.ReasonRequired), "reason")] : [];
        IReadOnlyList<Refusal> faults = AppointedDay.WhyNot(newDate, "newDate", WholeTermAfter(PromisedDue!.Value, act), act) is { } wrong
            ? [wrong]
            : RefusedApology(entry, "newDate", act);
        if (reasonless.Concat(faults).ToList() is { Count: > 0 } refusals)
            return refusals;
        WriteClock(entry, act);
        Record(DossierAct.Apologise, act, note: reason, asRole: StaffRole.DivisionHead);
        TellApplicant(NoticeKind.Apology, act, ("reason", reason), ("due", Say(PromisedDue)));
        return [];
    }

    /// <summary>Why no apology is possible now, whatever the new date: too late, once already, the clock stands still. Empty when one is.</summary>
    public IReadOnlyList<Refusal> WhyNoApology(ActContext act) =>
        RefusedApology(new ClockEvent(act.Local, ClockEventKind.Apologise) { To = PromisedDue?.Date.PlusDays(1) }, null, act);

    private IReadOnlyList<Refusal> RefusedApology(ClockEvent entry, string? field, ActContext act) =>
        Status is DossierStatus.Accepted or DossierStatus.InProcess or DossierStatus.AwaitingPayment
            ? RefusedByClock(entry, field, act)
            : [new Refusal(nameof(RefusalCode.StepNotWaiting))];
}

/// <summary>Yêu cầu rút hồ sơ: who asked, or who of the counter wrote it down from the applicant's paper, when and why.</summary>
/// <param name="ById">The account that asked or recorded; null for an applicant without one. Somebody else decides.</param>
/// <param name="By">The name.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why, if it was said.</param>
/// <param name="ByApplicant">The applicant asked; else the counter recorded it.</param>
/// <param name="PaperId">The applicant's request among the dossier's papers, when the counter recorded it.</param>
public sealed record WithdrawalRequest(Guid? ById, string By, LocalDateTime At, string? Reason, bool ByApplicant, Guid? PaperId)
{
    /// <summary>Key of the applicant's written request among the papers; no procedure asks for it.</summary>
    public const string PaperKey = "withdrawal-request";
}
