using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.OneStop.Filing;

namespace HaiDuong.Licensing.OneStop.Features.Submission;

public sealed record SubmitDossierRequest(Guid DossierId, int? SeenRevision);

/// <summary>Nộp hồ sơ trực tuyến: pressed twice it submits once.</summary>
public sealed class SubmitDossier(ActDesk desk, FilingCheck check, PaperGate papers, NamedStaff named)
{
    public Task<ActResult> DoAsync(SubmitDossierRequest request, Actor actor, CancellationToken cancel) =>
        desk.DoAsync(request.DossierId, request.SeenRevision, actor, (dossier, act) => SubmitAsync(dossier, act, cancel), cancel);

    private async Task<IReadOnlyList<Refusal>> SubmitAsync(Dossier dossier, ActContext act, CancellationToken cancel)
    {
        if (dossier.Status != DossierStatus.Draft)
            return dossier.Submit(act);
        if ((IReadOnlyList<Refusal>)[.. await check.OfAsync(dossier, act, cancel), .. await papers.CheckSentAsync(dossier, cancel)] is { Count: > 0 } refusals)
            return refusals;
        if (dossier.Submit(act) is { Count: > 0 } refused)
            return refused;
        await named.ShutOutAsync(dossier, act, null, cancel);
        return [];
    }
}
