using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Acts;

namespace HaiDuong.Licensing.OneStop.Features.Attachments;

public sealed record DetachPaperRequest(Guid DossierId, int? SeenRevision, Guid AttachmentId, string? Reason);

/// <summary>Gỡ giấy tờ đính kèm nhầm: nobody gets its file any more; that it was there, and why it went, stays written.</summary>
public sealed class DetachPaper(ActDesk desk)
{
    public Task<ActResult> DoAsync(DetachPaperRequest request, Actor actor, CancellationToken cancel) =>
        desk.DoAsync(request.DossierId, request.SeenRevision, actor, (dossier, act) => dossier.Detach(request.AttachmentId, request.Reason, act), cancel);
}
