using HaiDuong.Licensing.Domain.Staff;

namespace HaiDuong.Licensing.Web.Features.Submission;

public sealed record SubmitDossierRequest(Guid DossierId, int? SeenRevision);

/// <summary>Nộp hồ sơ trực tuyến: pressed twice it submits once.</summary>
public sealed class SubmitDossier(ActDesk desk)
{
    public Task<ActResult> DoAsync(SubmitDossierRequest request, Actor actor, CancellationToken cancel) =>
        desk.DoAsync(request.DossierId, request.SeenRevision, actor, (dossier, act) => dossier.Submit(act), cancel);
}
