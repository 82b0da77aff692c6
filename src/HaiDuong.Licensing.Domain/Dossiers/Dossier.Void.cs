using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Notices;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Staff;

namespace HaiDuong.Licensing.Domain.Dossiers;

/// <summary>Hủy tiếp nhận nhầm: what the counter took in by mistake ends the same day, while nobody has worked on it.</summary>
public sealed partial class Dossier
{
    /// <summary>Chưa ai xử lý: accepted, and nobody but the system has done anything to it since.</summary>
    public bool IsUntouched { get; private set; }

    /// <summary>
    /// Hủy tiếp nhận nhầm: the receipt is void. The code stays used; nothing was ever due, so that no statistic counts the dossier. Refused:
    /// ReasonRequired, VoidOnline for what its applicant sent, VoidTooLate after the day, VoidTouched once somebody has acted.
    /// </summary>
    public IReadOnlyList<Refusal> VoidTakeIn(string reason, ActContext act)
    {
        if (WhyNot(DossierAct.VoidTakeIn, act) is { Count: > 0 } refused)
            return refused;
        if (string.IsNullOrWhiteSpace(reason))
            return [new Refusal(nameof(RefusalCode.ReasonRequired), "reason")];
        WriteClock(new ClockEvent(act.Local, ClockEventKind.Void) { Reason = reason }, act);
        FinishedAt = act.Local;
        RouteState = RouteState!.Ended();
        _work.Clear();
        Record(DossierAct.VoidTakeIn, act, DossierStatus.Stopped, reason, asRole: StaffRole.CounterClerk);
        TellApplicant(NoticeKind.TakeInVoided, act, ("at", Say(act.Local)), ("reason", reason));
        return [];
    }

    private Refusal[] WhyNotVoid(ActContext act) =>
        !IsAtDesk(StaffRole.CounterClerk, act) && !IsAtDesk(StaffRole.CentreLeader, act) ? NotYours(StaffRole.CounterClerk, StaffRole.CentreLeader)
        : AcceptedAt is not { } accepted || LifeCycle.IsClosed(Status) ? [new Refusal(nameof(RefusalCode.StepNotWaiting))]
        : Channel == SubmissionChannel.Online ? [new Refusal(nameof(RefusalCode.VoidOnline))]
        : accepted.Date != act.Local.Date ? [new Refusal(nameof(RefusalCode.VoidTooLate))]
        : !IsUntouched || FeesPaid > 0 ? [new Refusal(nameof(RefusalCode.VoidTouched))]
        : [];
}
