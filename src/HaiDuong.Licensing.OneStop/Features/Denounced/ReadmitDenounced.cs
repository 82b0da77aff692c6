using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Acts;

namespace HaiDuong.Licensing.OneStop.Features.Denounced;

public sealed record ReadmitDenouncedRequest(Guid DossierId, int? SeenRevision, Guid Person, string Reason);

/// <summary>Bỏ ghi người bị tố cáo, khiếu nại: somebody was named by mistake; by a leader of the department, with a reason.</summary>
public sealed class ReadmitDenounced(ActDesk desk)
{
    public Task<ActResult> DoAsync(ReadmitDenouncedRequest request, Actor actor, CancellationToken cancel) =>
        desk.DoAsync(request.DossierId, request.SeenRevision, actor, (dossier, act) => dossier.ReadmitDenounced(request.Person, request.Reason, act), cancel);
}
