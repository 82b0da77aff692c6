using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Acts;

namespace HaiDuong.Licensing.OneStop.Features.Review;

public sealed record ApproveDraftRequest(Guid DossierId, int? SeenRevision, string StepId, string? Note);

/// <summary>Soát, ký nháy.</summary>
public sealed class ApproveDraft(ActDesk desk)
{
    public Task<ActResult> DoAsync(ApproveDraftRequest request, Actor actor, CancellationToken cancel) =>
        desk.DoAsync(request.DossierId, request.SeenRevision, actor, (dossier, act) => dossier.ApproveDraft(request.StepId, request.Note, act), cancel);
}
