using HaiDuong.Licensing.Domain.Staff;

namespace HaiDuong.Licensing.Web.Features.Withdrawal;

public sealed record AskWithdrawalRequest(Guid DossierId, int? SeenRevision, string? Reason);

/// <summary>Xin rút hồ sơ.</summary>
public sealed class AskWithdrawal(ActDesk desk)
{
    public Task<ActResult> DoAsync(AskWithdrawalRequest request, Actor actor, CancellationToken cancel) =>
        desk.DoAsync(request.DossierId, request.SeenRevision, actor, (dossier, act) => dossier.AskWithdrawal(request.Reason, act), cancel);
}
