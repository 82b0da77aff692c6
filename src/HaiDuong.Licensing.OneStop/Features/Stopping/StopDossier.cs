using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.OneStop.Letters;

namespace HaiDuong.Licensing.OneStop.Features.Stopping;

public sealed record StopDossierRequest(Guid DossierId, int? SeenRevision, string StepId, string Reason);

/// <summary>Dừng giải quyết: with its notice.</summary>
public sealed class StopDossier(ActDesk desk, SlipPress press)
{
    public Task<ActResult> DoAsync(StopDossierRequest request, Actor actor, CancellationToken cancel) =>
        desk.DoAsync(
            request.DossierId,
            request.SeenRevision,
            actor,
            async (dossier, act) =>
            {
                var refusals = dossier.Stop(request.StepId, request.Reason, act);
                if (refusals.Count == 0)
                    await press.PrintAsync(SlipKind.Stop, dossier, act, cancel);
                return refusals;
            },
            cancel
        );
}
