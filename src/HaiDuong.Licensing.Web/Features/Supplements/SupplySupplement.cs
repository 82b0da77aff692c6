using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Staff;

namespace HaiDuong.Licensing.Web.Features.Supplements;

public sealed record SupplySupplementRequest(Guid DossierId, int? SeenRevision, FormData Form);

/// <summary>Nộp bổ sung: exactly what was asked.</summary>
public sealed class SupplySupplement(ActDesk desk)
{
    public Task<ActResult> DoAsync(SupplySupplementRequest request, Actor actor, CancellationToken cancel) =>
        desk.DoAsync(request.DossierId, request.SeenRevision, actor, (dossier, act) => dossier.Supply(request.Form, act), cancel);
}
