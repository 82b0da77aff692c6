using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.OneStop.Storage;

namespace HaiDuong.Licensing.OneStop.Features.Fees;

/// <param name="DossierId">The dossier.</param>
/// <param name="SeenRevision">What was seen.</param>
/// <param name="Payment">Which of its payments, from nought; null when none was chosen.</param>
/// <param name="Reason">Why.</param>
public sealed record CancelPaymentRequest(Guid DossierId, int? SeenRevision, int? Payment, string Reason);

/// <summary>
/// Hủy biên lai: a wrong receipt, or money that was taken by mistake; the number stays used. Refused besides: ReceiptDayClosed once the day of whoever took it
/// is closed.
/// </summary>
public sealed class CancelPayment(ActDesk desk, CashDays days)
{
    public Task<ActResult> DoAsync(CancelPaymentRequest request, Actor actor, CancellationToken cancel) =>
        desk.DoAsync(
            request.DossierId,
            request.SeenRevision,
            actor,
            async (dossier, act) =>
            {
                var refusals = dossier.CancelPayment(request.Payment ?? -1, request.Reason, act);
                return
                    refusals.Count == 0
                    && dossier.Payments[request.Payment!.Value] is { TakenById: { } cashier } taken
                    && await days.IsClosedAsync(cashier, taken.At.Date, cancel)
                    ? [new Refusal(nameof(RefusalCode.ReceiptDayClosed), null, taken.TakenBy, VietnameseDate.Print(taken.At.Date))]
                    : refusals;
            },
            cancel
        );
}
