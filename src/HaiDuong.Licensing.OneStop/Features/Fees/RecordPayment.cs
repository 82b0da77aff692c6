using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Fees;
using HaiDuong.Licensing.Domain.Licences;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Features.Fees;

/// <param name="DossierId">The dossier.</param>
/// <param name="SeenRevision">What was seen.</param>
/// <param name="Amount">Đồng.</param>
/// <param name="ReceiptNumber">The number of a receipt from elsewhere; empty for the next number of the office's series.</param>
/// <param name="Method">How it was paid.</param>
public sealed record RecordPaymentRequest(Guid DossierId, int? SeenRevision, long Amount, string ReceiptNumber, string Method);

/// <summary>
/// Thu phí, lệ phí, with the next number of the office's receipt series unless the receipt is from elsewhere. A receipt that was written down for another
/// dossier is asked about once. Refused besides: ReceiptSeriesNone, ReceiptSeriesUsedUp, ReceiptNumberOfSeries, PaymentDayClosed.
/// </summary>
public sealed class RecordPayment(ActDesk desk, OfficeDbContext db, ReceiptNumbers numbers, CashDays days)
{
    public Task<ActResult> DoAsync(RecordPaymentRequest request, Actor actor, CancellationToken cancel) =>
        desk.DoAsync(request.DossierId, request.SeenRevision, actor, (dossier, act) => RecordAsync(request, dossier, act, cancel), cancel);

    private async Task<IReadOnlyList<Refusal>> RecordAsync(RecordPaymentRequest request, Dossier dossier, ActContext act, CancellationToken cancel)
    {
        if (dossier.WhyNot(DossierAct.RecordPayment, act) is { Count: > 0 } notNow)
            return notNow;
        if (act.Actor.AccountId is { } cashier && await days.IsClosedAsync(cashier, act.Local.Date, cancel))
            return [new Refusal(nameof(RefusalCode.PaymentDayClosed))];
        var office = act.Rules.Organisation.For(dossier.DivisionKey, act.Local.Date).Key;
        var isTyped = !string.IsNullOrWhiteSpace(request.ReceiptNumber);
        var receipt = isTyped ? null : await numbers.TakeAsync(office, act.Local.Date, cancel);
        var number = receipt is null ? request.ReceiptNumber : ReceiptSeries.Text(receipt.Symbol, receipt.Number);
        var payment = new Payment(request.Amount, number, request.Method, act.Actor.Name, act.Local) { TakenById = act.Actor.AccountId, Receipt = receipt };
        var refusals = dossier.RecordPayment(payment, act);
        if (!isTyped && receipt is null)
            return [.. refusals.Where(refusal => refusal.Code != nameof(RefusalCode.ReceiptNumberRequired)), await NoSeriesAsync(office, act, cancel)];
        if (refusals.Count > 0 || !isTyped)
            return refusals;
        if (await numbers.IsOfSeriesAsync(office, number, cancel))
            return [new Refusal(nameof(RefusalCode.ReceiptNumberOfSeries), "receiptNumber", number)];
        return await UsedAsync(request, cancel) is { } other && act.Ask(Used(request, other), request.ReceiptNumber) is { } asked ? [asked] : [];
    }

    private async Task<Refusal> NoSeriesAsync(string office, ActContext act, CancellationToken cancel) =>
        await numbers.OpenAsync(office, act.Local.Date, cancel) is { } last
            ? new Refusal(nameof(RefusalCode.ReceiptSeriesUsedUp), "receiptNumber", last.Symbol)
            : new Refusal(nameof(RefusalCode.ReceiptSeriesNone), "receiptNumber");

    private static Refusal Used(RecordPaymentRequest request, string other) =>
        new(nameof(RefusalCode.ReceiptNumberUsed), "receiptNumber", request.ReceiptNumber, other);

    /// <summary>Code of another dossier with the same receipt, however its number was typed.</summary>
    private async Task<string?> UsedAsync(RecordPaymentRequest request, CancellationToken cancel)
    {
        string[] same = [LicenceNumber.Key(request.ReceiptNumber)];
        return await db
            .Dossiers.FromSql($"SELECT * FROM dossiers WHERE payments <> '[]'::jsonb AND receipt_keys_of(payments) @> {same}")
            .Where(dossier => dossier.Id != request.DossierId)
            .OrderBy(dossier => dossier.Id)
            .Select(dossier => dossier.Code)
            .FirstOrDefaultAsync(cancel);
    }
}
