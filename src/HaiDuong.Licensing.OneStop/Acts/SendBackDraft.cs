using HaiDuong.Licensing.Domain.Staff;

namespace HaiDuong.Licensing.OneStop.Acts;

public sealed record SendBackDraftRequest(Guid DossierId, int? SeenRevision, string StepId, string Reason);

/// <summary>Trả lại dự thảo: by the head at review or the leader at signature, with a reason.</summary>
public sealed class SendBackDraft(ActDesk desk)
{
    public Task<ActResult> DoAsync(SendBackDraftRequest request, Actor actor, CancellationToken cancel) =>
        desk.DoAsync(request.DossierId, request.SeenRevision, actor, (dossier, act) => dossier.SendBack(request.StepId, request.Reason, act), cancel);
}
