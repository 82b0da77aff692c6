using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Licences;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Features.Fees;

public sealed record RecordPaymentRequest(Guid DossierId, int? SeenRevision, long Amount, string ReceiptNumber, string Method);

/// <summary>Thu phí, lệ phí. A receipt that was written down for another dossier is asked about once.</summary>
public sealed class RecordPayment(ActDesk desk, OfficeDbContext db)
{
    public Task<ActResult> DoAsync(RecordPaymentRequest request, Actor actor, CancellationToken cancel) =>
        desk.DoAsync(
            request.DossierId,
            request.SeenRevision,
            actor,
            async (dossier, act) =>
            {
                var payment = new Payment(request.Amount, request.ReceiptNumber, request.Method, actor.Name, act.Local);
                IReadOnlyList<Refusal> refusals = dossier.RecordPayment(payment, act);
                return refusals.Count == 0 && await UsedAsync(request, cancel) is { } other && act.Ask(Used(request, other), request.ReceiptNumber) is { } asked
                    ? [asked]
                    : refusals;
            },
            cancel
        );

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
