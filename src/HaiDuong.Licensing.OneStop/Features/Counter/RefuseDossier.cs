using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.OneStop.Letters;

namespace HaiDuong.Licensing.OneStop.Features.Counter;

public sealed record RefuseDossierRequest(Guid DossierId, int? SeenRevision, string Reason);

/// <summary>Từ chối tiếp nhận: with its slip (Mẫu 03).</summary>
public sealed class RefuseDossier(ActDesk desk, SlipPress press)
{
    public Task<ActResult> DoAsync(RefuseDossierRequest request, Actor actor, CancellationToken cancel) =>
        desk.DoAsync(
            request.DossierId,
            request.SeenRevision,
            actor,
            async (dossier, act) =>
            {
                var refusals = dossier.RefuseAtDoor(request.Reason, act);
                if (refusals.Count == 0)
                    await press.PrintAsync(SlipKind.Refusal, dossier, act, cancel);
                return refusals;
            },
            cancel
        );
}
