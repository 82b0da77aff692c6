using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Notices;
using HaiDuong.Licensing.Domain.Staff;
using NodaTime;

namespace HaiDuong.Licensing.Domain.Dossiers;

/// <summary>Rút hồ sơ, and the apology for a late result.</summary>
public sealed partial class Dossier
{
    /// <summary>
    /// Xin rút hồ sơ: before acceptance it takes effect at once; after it the counter or the head confirms or refuses. Not possible once the
    /// result is ready.
    /// </summary>
    public IReadOnlyList<Refusal> AskWithdrawal(string? reason, ActContext act)
    {
        if (!LifeCycle.MayWithdraw(Status))
            return [new Refusal("WithdrawalTooLate")];
        StatusBeforeWithdrawal = Status;
        Record(DossierAct.AskWithdrawal, act, DossierStatus.WithdrawalAsked, reason, asRole: StaffRole.Applicant);
        if (!IsAccepted)
            // Nobody has to agree: it ends by the rule, and the history does not say that the applicant agreed to it.
            EndByWithdrawal(act with { Actor = Actor.System }, StaffRole.System);
        return [];
    }

    public IReadOnlyList<Refusal> ConfirmWithdrawal(ActContext act)
    {
        if (CheckWithdrawalDecider(act) is { } refusal)
            return [refusal];
        EndByWithdrawal(act, StaffRole.DivisionHead);
        return [];
    }

    /// <summary>Không đồng ý cho rút: the dossier goes on where it stood; its clock never stopped.</summary>
    public IReadOnlyList<Refusal> RefuseWithdrawal(string reason, ActContext act)
    {
        if (CheckWithdrawalDecider(act) is { } refusal)
            return [refusal];
        if (string.IsNullOrWhiteSpace(reason))
            return [new Refusal("ReasonRequired", "reason")];
        Record(DossierAct.RefuseWithdrawal, act, StatusOfSteps(act.Rules.Route) ?? StatusBeforeWithdrawal!.Value, reason, asRole: StaffRole.DivisionHead);
        StatusBeforeWithdrawal = null;
        TellApplicant(NoticeKind.WithdrawalRefused, act, ("reason", reason));
        return [];
    }

    private Refusal? CheckWithdrawalDecider(ActContext act)
    {
        if (Status != DossierStatus.WithdrawalAsked)
            return new Refusal("StepNotWaiting");
        return act.Actor.Is(StaffRole.CounterClerk) || act.Actor.Holds(StaffRole.DivisionHead, DivisionKey)
            ? null
            : new Refusal("StepNotYours", null, "Lãnh đạo phòng, cán bộ một cửa");
    }

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
        TellApplicant(NoticeKind.WithdrawalConfirmed, act);
    }

    /// <summary>
    /// Xin lỗi và hẹn lại ngày trả (Mẫu 04): moves the promised date, never the statutory one; at most once (NĐ 61/2018 Điều 19). What the
    /// clock refuses is refused here.
    /// </summary>
    public IReadOnlyList<Refusal> Apologise(LocalDate newDate, string reason, ActContext act)
    {
        if (!act.Actor.Holds(StaffRole.DivisionHead, DivisionKey))
            return [new Refusal("StepNotYours", null, "Lãnh đạo phòng")];
        if (string.IsNullOrWhiteSpace(reason))
            return [new Refusal("ReasonRequired", "reason")];
        var entry = new ClockEvent(act.Local, ClockEventKind.Apologise) { To = newDate, Reason = reason };
        if (RefusedApology(entry, "newDate", act) is { Count: > 0 } refused)
            return refused;
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
            : [new Refusal("StepNotWaiting")];
}
