using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Acts;

namespace HaiDuong.Licensing.OneStop.Features.Fees;

public sealed record RecordPaymentRequest(Guid DossierId, int? SeenRevision, long Amount, string ReceiptNumber, string Method);

/// <summary>Thu phí, lệ phí.</summary>
public sealed class RecordPayment(ActDesk desk)
{
    public Task<ActResult> DoAsync(RecordPaymentRequest request, Actor actor, CancellationToken cancel) =>
        desk.DoAsync(
            request.DossierId,
            request.SeenRevision,
            actor,
            (dossier, act) => dossier.RecordPayment(new Payment(request.Amount, request.ReceiptNumber, request.Method, actor.Name, act.Local), act),
            cancel
        );
}
