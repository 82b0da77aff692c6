using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Fees;
using HaiDuong.Licensing.Domain.Routes;
using NodaTime;

namespace HaiDuong.Licensing.Domain.Dossiers;

/// <summary>Phí, lệ phí của hồ sơ: what it owes by its form, what was paid, what is left.</summary>
public sealed partial class Dossier
{
    public IReadOnlyList<FeeCharge> Fees { get; private set; } = [];

    public IReadOnlyList<Payment> Payments { get; private set; } = [];

    /// <summary>Còn phải nộp (đồng); nothing of a dossier that has ended, and never less than nothing.</summary>
    public decimal FeesDue => LifeCycle.IsClosed(Status) ? 0 : Math.Max(0, FeesLeft);

    /// <summary>Nộp thừa (đồng): what was paid beyond the fee that a supplement made lower.</summary>
    public decimal FeesOverpaid => Math.Max(0, -FeesLeft);

    /// <summary>Fee less payments (đồng); less than nothing once a supplement made the fee lower than what was paid.</summary>
    private decimal FeesLeft => FeesTotal - FeesPaid;

    private decimal FeesTotal => Fees.Sum(charge => charge.Amount);

    /// <summary>Đã nộp (đồng): what was taken and stands, less what was given back.</summary>
    public decimal FeesPaid => Payments.Where(payment => payment.Cancelled is null).Sum(payment => payment.Amount) - Refunds.Sum(refund => refund.Amount);

    /// <summary>What is still asked of the applicant (đồng): nothing of a dossier that can only be stopped any more.</summary>
    public decimal FeesAsked(LocalDate today) => SupplementInVain(today) is null ? FeesDue : 0;

    /// <summary>What an accepted dossier owes by its form as it stands, at the rates of the day of its acceptance.</summary>
    public IReadOnlyList<FeeCharge> FeesOfForm(DossierRules rules) => FeeCalculator.Charges(rules.Procedure, Form, AcceptedAt!.Value.Date);

    /// <summary>
    /// Thu phí, lệ phí: the step is done when nothing is left to pay. What is owed again because a receipt was cancelled is taken beside the route.
    /// </summary>
    public IReadOnlyList<Refusal> RecordPayment(Payment payment, ActContext act)
    {
        if (WhyNot(DossierAct.RecordPayment, act) is { Count: > 0 } refused)
            return refused;
        var isAmount = payment.Amount > 0 && payment.Amount <= FeesDue;
        IReadOnlyList<Refusal> amount = isAmount ? [] : [new Refusal(nameof(RefusalCode.PaymentAmount), "amount", FeesDue)];
        if (amount.Concat(EntryLimits.CheckReceiptNumber(payment.ReceiptNumber)).ToList() is { Count: > 0 } wrong)
            return wrong;
        var work = _work.Find(item => act.Rules.StepOrNull(item.StepId)?.Kind == StepKind.CollectFee);
        Payments = [.. Payments, payment];
        var told = PromisedDue;
        if (work is not null)
            SettleFee(work, act);
        Record(
            DossierAct.RecordPayment,
            act,
            work is null ? Status : null,
            Say(payment.ReceiptNumber, payment.Amount),
            work,
            work is null ? TakerRole(act) : null
        );
        TellNewDate(told, DeadlineTexts.Paid(Told), act);
        return [];
    }

    /// <summary>Tính lại phí: an amended form may owe more or less. What was paid stays; a step that waits for nothing any more is done.</summary>
    private void CountFees(ActContext act)
    {
        Fees = FeesOfForm(act.Rules);
        if (_work.Find(item => act.Rules.StepOrNull(item.StepId)?.Kind == StepKind.CollectFee) is { } waiting)
            SettleFee(waiting, act);
    }

    /// <summary>Phí đổi theo bổ sung: the fee before and after, and what the applicant has to do; null when it is the same.</summary>
    private Refusal? FeeMoved(decimal before, ActContext act)
    {
        if (FeesTotal == before)
            return null;
        var waits = _work.Exists(item => act.Rules.StepOrNull(item.StepId)?.Kind == StepKind.CollectFee);
        var code =
            FeesOverpaid > 0 ? nameof(RefusalCode.FeeMovedOverpaid)
            : FeesDue == 0 ? nameof(RefusalCode.FeeMovedSettled)
            : waits ? nameof(RefusalCode.FeeMovedNow)
            : nameof(RefusalCode.FeeMovedLater);
        var ask = FeesOverpaid > 0 ? FeeOffice(act.Rules, act.Local.Date) : FeeCounter(act.Rules, act.Local.Date);
        return new Refusal(code, null, before, FeesTotal, Math.Abs(FeesLeft), ask);
    }

    /// <summary>Tiền đã nộp của hồ sơ xin rút: how much, and whom to ask what becomes of it; null when nothing was paid.</summary>
    public Refusal? PaidBeforeWithdrawal(DossierRules rules, LocalDate day) =>
        FeesPaid > 0 ? new Refusal(nameof(RefusalCode.PaidBeforeWithdrawal), null, FeesPaid, FeeOffice(rules, day)) : null;

    /// <summary>Nơi nộp phí, lệ phí: the counter that serves the department on a day; where there is none, the unit that keeps the fees.</summary>
    public string FeeCounter(DossierRules rules, LocalDate day) =>
        rules.Organisation.DeskOf(Staff.StaffRole.CounterClerk, DivisionKey, day) is { } desk ? rules.Organisation.NameOf(desk) : FeeOffice(rules, day);

    /// <summary>Đơn vị quản lý phí, lệ phí: the unit that keeps the fees of the dossier on a day, by its route, else its department.</summary>
    private string FeeOffice(DossierRules rules, LocalDate day) =>
        rules.Route.Steps.FirstOrDefault(step => step.Kind == StepKind.CollectFee) is { } step
        && rules.Organisation.Find(OfficeUnits.Of(step, RoleOf(step), DivisionKey, rules.Organisation, day)) is { } unit
            ? unit.Name
            : rules.Organisation.For(DivisionKey, day).Name;

    private void SettleFee(WorkItem work, ActContext act)
    {
        if (FeesDue > 0)
            return;
        WriteClock(new ClockEvent(act.Local, ClockEventKind.Resume) { Ground = PauseGround.Fee }, act);
        Complete(work, "Paid", act);
    }
}
