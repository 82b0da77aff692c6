using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;

namespace HaiDuong.Licensing.Web.Features.Submission;

public sealed record SubmitDossierRequest(Guid DossierId, int? SeenRevision);

/// <summary>Nộp hồ sơ trực tuyến: pressed twice it submits once.</summary>
public sealed class SubmitDossier(ActDesk desk, FilingCheck check, PaperGate papers)
{
    public Task<ActResult> DoAsync(SubmitDossierRequest request, Actor actor, CancellationToken cancel) =>
        desk.DoAsync(request.DossierId, request.SeenRevision, actor, async (dossier, act) =>
            dossier.Status == DossierStatus.Draft && (IReadOnlyList<Refusal>)[.. await check.OfAsync(dossier, act, cancel), .. await papers.CheckSentAsync(dossier, cancel)] is { Count: > 0 } refusals
                ? refusals : dossier.Submit(act), cancel);
}
