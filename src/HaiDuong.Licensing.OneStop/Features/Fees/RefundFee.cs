using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Acts;

namespace HaiDuong.Licensing.OneStop.Features.Fees;

public sealed record RefundFeeRequest(Guid DossierId, int? SeenRevision, long Amount, string DocumentNumber, string Reason);

/// <summary>Hoàn phí: what was paid too much, or into a dossier that was withdrawn, stopped or refused.</summary>
public sealed class RefundFee(ActDesk desk)
{
    public Task<ActResult> DoAsync(RefundFeeRequest request, Actor actor, CancellationToken cancel) =>
        desk.DoAsync(
            request.DossierId,
            request.SeenRevision,
            actor,
            (dossier, act) =>
                dossier.Refund(new FeeRefund(request.Amount, request.DocumentNumber, request.Reason, actor.Name, act.Local) { ById = actor.AccountId }, act),
            cancel
        );
}
