using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.OneStop.Storage;

namespace HaiDuong.Licensing.OneStop.Features.Assignment;

public sealed record ClaimDossierRequest(Guid DossierId, int? SeenRevision);

/// <summary>Nhận việc: a specialist takes what nobody of the division has; whoever comes second is told who has it.</summary>
public sealed class ClaimDossier(ActDesk desk, DossierStore store)
{
    public async Task<ActResult> DoAsync(ClaimDossierRequest request, Actor actor, CancellationToken cancel)
    {
        var result = await desk.DoAsync(request.DossierId, request.SeenRevision, actor, (dossier, act) => dossier.Claim(act), cancel);
        if (!result.Refusals.Any(refusal => refusal.IsLostRace) || await store.ReadAsync(request.DossierId, cancel) is not { } now)
            return result;
        return now.WhyNot(DossierAct.Claim, desk.ContextFor(now, actor)) is { Count: > 0 } why ? new ActResult(now, why) : result;
    }
}
