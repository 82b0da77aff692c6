using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Acts;

namespace HaiDuong.Licensing.OneStop.Features.Administration;

public sealed record RetryRouteRequest(Guid DossierId, int? SeenRevision, bool MissingAsEmpty);

/// <summary>Cho quy trình chạy tiếp sau sự cố.</summary>
public sealed class RetryRoute(ActDesk desk)
{
    public Task<ActResult> DoAsync(RetryRouteRequest request, Actor actor, CancellationToken cancel) =>
        desk.DoAsync(request.DossierId, request.SeenRevision, actor, (dossier, act) => dossier.RetryRoute(request.MissingAsEmpty, act), cancel);
}
