using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Acts;

namespace HaiDuong.Licensing.OneStop.Features.Opinions;

public sealed record GiveOpinionRequest(Guid DossierId, int? SeenRevision, Guid OpinionId, OpinionAnswer Answer, string? Text);

/// <summary>Trả lời ý kiến: by the agency, or recorded by the specialist from its letter.</summary>
public sealed class GiveOpinion(ActDesk desk)
{
    public Task<ActResult> DoAsync(GiveOpinionRequest request, Actor actor, CancellationToken cancel) =>
        desk.DoAsync(
            request.DossierId,
            request.SeenRevision,
            actor,
            (dossier, act) => dossier.GiveOpinion(request.OpinionId, request.Answer, request.Text, act),
            cancel
        );
}
