using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Acts;

namespace HaiDuong.Licensing.OneStop.Features.Withdrawal;

public sealed record DecideWithdrawalRequest(Guid DossierId, int? SeenRevision, bool Agree, string Reason);

/// <summary>Giải quyết yêu cầu rút hồ sơ: by the counter or the head of the division.</summary>
public sealed class DecideWithdrawal(ActDesk desk)
{
    public Task<ActResult> DoAsync(DecideWithdrawalRequest request, Actor actor, CancellationToken cancel) =>
        desk.DoAsync(
            request.DossierId,
            request.SeenRevision,
            actor,
            (dossier, act) => request.Agree ? dossier.ConfirmWithdrawal(act) : dossier.RefuseWithdrawal(request.Reason, act),
            cancel
        );
}
