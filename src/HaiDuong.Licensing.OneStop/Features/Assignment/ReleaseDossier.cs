using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Acts;

namespace HaiDuong.Licensing.OneStop.Features.Assignment;

public sealed record ReleaseDossierRequest(Guid DossierId, int? SeenRevision, string Reason);

/// <summary>Trả việc về phòng: its work waits for anybody of the division again.</summary>
public sealed class ReleaseDossier(ActDesk desk)
{
    public Task<ActResult> DoAsync(ReleaseDossierRequest request, Actor actor, CancellationToken cancel) =>
        desk.DoAsync(request.DossierId, request.SeenRevision, actor, (dossier, act) => dossier.Release(request.Reason, act), cancel);
}
