using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Acts;

namespace HaiDuong.Licensing.OneStop.Features.Appraisal;

public sealed record InspectSiteRequest(Guid DossierId, int? SeenRevision, string StepId, FormData Record);

/// <summary>Kiểm tra thực tế: the record of the inspection.</summary>
public sealed class InspectSite(ActDesk desk)
{
    public Task<ActResult> DoAsync(InspectSiteRequest request, Actor actor, CancellationToken cancel) =>
        desk.DoAsync(request.DossierId, request.SeenRevision, actor, (dossier, act) => dossier.Inspect(request.StepId, request.Record, act), cancel);
}
