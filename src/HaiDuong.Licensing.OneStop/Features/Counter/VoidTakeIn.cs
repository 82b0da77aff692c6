using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Acts;

namespace HaiDuong.Licensing.OneStop.Features.Counter;

public sealed record VoidTakeInRequest(Guid DossierId, int? SeenRevision, string Reason);

/// <summary>Hủy tiếp nhận nhầm: the same day, by the counter that took it in, while nobody has worked on it.</summary>
public sealed class VoidTakeIn(ActDesk desk)
{
    public Task<ActResult> DoAsync(VoidTakeInRequest request, Actor actor, CancellationToken cancel) =>
        desk.DoAsync(request.DossierId, request.SeenRevision, actor, (dossier, act) => dossier.VoidTakeIn(request.Reason, act), cancel);
}
