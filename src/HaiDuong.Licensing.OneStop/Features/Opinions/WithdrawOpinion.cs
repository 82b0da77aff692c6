using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Acts;

namespace HaiDuong.Licensing.OneStop.Features.Opinions;

public sealed record WithdrawOpinionRequest(Guid DossierId, int? SeenRevision, Guid OpinionId, string? Reason);

/// <summary>Thu hồi việc lấy ý kiến: nothing is awaited any more, its link opens nothing, and the body is told.</summary>
public sealed class WithdrawOpinion(ActDesk desk)
{
    public Task<ActResult> DoAsync(WithdrawOpinionRequest request, Actor actor, CancellationToken cancel) =>
        desk.DoAsync(request.DossierId, request.SeenRevision, actor, (dossier, act) => dossier.WithdrawOpinion(request.OpinionId, request.Reason, act), cancel);
}
