using HaiDuong.Licensing.Domain.Notices;
using HaiDuong.Licensing.Domain.Routes;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Domain.Typed;

namespace HaiDuong.Licensing.Domain.Dossiers;

/// <summary>Hủy biên lai, hoàn phí: how money that was taken is put right.</summary>
public sealed partial class Dossier
{
    /// <summary>Every refund, the oldest first.</summary>
    public IReadOnlyList<FeeRefund> Refunds { get; private set; } = [];

    /// <summary>
    /// Được hoàn (đồng): what was paid beyond the fee; of a dossier that was stopped, withdrawn or refused at the door everything, as far as the accountant
    /// finds that it is to be given back.
    /// </summary>
    public decimal FeesRefundable => Status is DossierStatus.Stopped or DossierStatus.RefusedAtDoor ? Math.Max(0, FeesPaid) : FeesOverpaid;

    /// <summary>
    /// Hủy biên lai: a wrong receipt, or money that was taken by mistake. The number stays used and is not given again; what is owed again is taken anew.
    /// </summary>
    /// <param name="index">Which payment.</param>
    /// <param name="reason">Why.</param>
    /// <param name="act">Who, when, under which rules.</param>
    public IReadOnlyList<Refusal> CancelPayment(int index, string reason, ActContext act)
    {
        if (WhyNot(DossierAct.CancelPayment, act) is { Count: > 0 } refused)
            return refused;
        if (index < 0 || index >= Payments.Count)
            return [new Refusal(nameof(RefusalCode.PaymentUnknown), "payment")];
        if (WhyNotCancel(Payments[index], act) is { } refusal)
            return [refusal];
        if (string.IsNullOrWhiteSpace(reason))
            return [new Refusal(nameof(RefusalCode.ReasonRequired), "reason")];
        var cancelled = Payments[index] with { Cancelled = new CancelledPayment(reason.Trim(), act.Actor.AccountId, act.Actor.Name, act.Local) };
        Payments = [.. Payments.Select((payment, at) => at == index ? cancelled : payment)];
        Record(DossierAct.CancelPayment, act, Status, $"{Say(cancelled.ReceiptNumber, cancelled.Amount)}. {reason.Trim()}", asRole: TakerRole(act));
        var left = FeesAsked(act.Local.Date);
        TellApplicant(
            NoticeKind.PaymentCancelled,
            act,
            ("receipt", cancelled.ReceiptNumber),
            ("amount", VietnameseNumber.Print(cancelled.Amount)),
            ("reason", reason.Trim()),
            ("left", left > 0 ? VietnameseNumber.Print(left) : ""),
            ("taker", FeeCounter(act.Rules, act.Local.Date))
        );
        return [];
    }

    /// <summary>Hoàn phí: by the accountant, by a document, not more than may be given back. Refused: RefundAmount, RefundDocument, ReasonRequired.</summary>
    public IReadOnlyList<Refusal> Refund(FeeRefund refund, ActContext act)
    {
        if (WhyNot(DossierAct.Refund, act) is { Count: > 0 } refused)
            return refused;
        var isAmount = refund.Amount > 0 && refund.Amount <= FeesRefundable;
        Refusal?[] wrong =
        [
            isAmount ? null : new Refusal(nameof(RefusalCode.RefundAmount), "amount", FeesRefundable),
            refund.DocumentNumber.Trim().Length is 0 or > EntryLimits.ReceiptNumber
                ? new Refusal(nameof(RefusalCode.RefundDocument), "document", EntryLimits.ReceiptNumber)
                : null,
            string.IsNullOrWhiteSpace(refund.Reason) ? new Refusal(nameof(RefusalCode.ReasonRequired), "reason") : null,
        ];
        if (wrong.OfType<Refusal>().ToList() is { Count: > 0 } refusals)
            return refusals;
        Refunds = [.. Refunds, refund];
        Record(DossierAct.Refund, act, Status, $"{Say(refund.DocumentNumber, refund.Amount)}. {refund.Reason}", asRole: StaffRole.Accountant);
        TellApplicant(
            NoticeKind.FeeRefunded,
            act,
            ("document", refund.DocumentNumber),
            ("amount", VietnameseNumber.Print(refund.Amount)),
            ("reason", refund.Reason.Trim())
        );
        return [];
    }

    /// <summary>
    /// Why a payment is not cancelled by this person now; null when it may be. The accountant may always, whoever took it on its own day.
    /// </summary>
    public Refusal? WhyNotCancel(Payment payment, ActContext act) =>
        payment.Cancelled is not null ? new Refusal(nameof(RefusalCode.PaymentCancelled), "payment", payment.ReceiptNumber)
        : payment.Amount > FeesPaid ? new Refusal(nameof(RefusalCode.PaymentRefunded), "payment")
        : IsAtDesk(StaffRole.Accountant, act) ? null
        : payment.TakenById is not { } taker || taker != act.Actor.AccountId
            ? NotYours($"{payment.TakenBy}, {new Refusal($"Role.{StaffRole.Accountant}").Sentence}")[0]
        : payment.At.Date != act.Local.Date ? new Refusal(nameof(RefusalCode.PaymentCancelTooLate), "payment")
        : null;

    /// <summary>Phải thu lại: a receipt was cancelled after the fee's step was done, and its money has not been taken anew.</summary>
    private bool OwesAgain(ActContext act) =>
        FeesDue > 0
        && Status is not (DossierStatus.WithdrawalAsked or DossierStatus.Draft)
        && Payments.Any(payment => payment.Cancelled is not null)
        && !_work.Exists(item => act.Rules.StepOrNull(item.StepId)?.Kind == StepKind.CollectFee);

    private bool TakesMoney(ActContext act) => IsAtDesk(StaffRole.Accountant, act) || IsAtDesk(StaffRole.CounterClerk, act);

    private IReadOnlyList<Refusal> WhyNotPay(string? stepId, ActContext act) =>
        !OwesAgain(act) ? WhyNotStep(stepId, act, StepKind.CollectFee)
        : TakesMoney(act) ? []
        : NotYours(StaffRole.Accountant, StaffRole.CounterClerk);

    /// <summary>What was paid into a dossier that has ended is given back by a refund; nothing could be taken anew there.</summary>
    private Refusal[] WhyNotCancelPayment(ActContext act)
    {
        if (!TakesMoney(act))
            return NotYours(StaffRole.Accountant, StaffRole.CounterClerk);
        if (Payments.All(payment => payment.Cancelled is not null))
            return [new Refusal(nameof(RefusalCode.PaymentNone))];
        if (LifeCycle.IsClosed(Status))
            return [new Refusal(nameof(RefusalCode.PaymentOfClosed))];
        var reasons = Payments.Where(payment => payment.Cancelled is null).Select(payment => WhyNotCancel(payment, act)).ToList();
        return reasons.Contains(null) ? [] : [reasons[^1]!];
    }

    private Refusal[] WhyNotRefund(ActContext act) =>
        !IsAtDesk(StaffRole.Accountant, act) ? NotYours(StaffRole.Accountant)
        : FeesRefundable <= 0 ? [new Refusal(nameof(RefusalCode.RefundNothing))]
        : [];

    /// <summary>The accountant as such, else the counter.</summary>
    private StaffRole TakerRole(ActContext act) => IsAtDesk(StaffRole.Accountant, act) ? StaffRole.Accountant : StaffRole.CounterClerk;

    private static string Say(string number, decimal amount) => $"{number}: {VietnameseNumber.Print(amount)} đồng";
}
