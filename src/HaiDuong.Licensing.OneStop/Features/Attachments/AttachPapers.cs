using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Acts;

namespace HaiDuong.Licensing.OneStop.Features.Attachments;

public sealed record AttachPapersRequest(Guid DossierId, int? SeenRevision);

/// <summary>
/// Đính kèm giấy tờ, ảnh by itself: what the form brought joins in the frame of every act, before this one, which only asks that there is something.
/// </summary>
public sealed class AttachPapers(ActDesk desk, SentAttachments sent)
{
    public Task<ActResult> DoAsync(AttachPapersRequest request, Actor actor, CancellationToken cancel) =>
        desk.DoAsync(
            request.DossierId,
            // Nothing joins a dossier whose page was not seen.
            request.SeenRevision
                ?? 0,
            actor,
            (dossier, act) =>
                dossier.WhyNot(DossierAct.Attach, act) is { Count: > 0 } refused ? refused
                : sent.IsBrought ? []
                :
                [
                    new Refusal(nameof(RefusalCode.AttachmentTitleMissing), SentAttachments.TitleField),
                    new Refusal(nameof(RefusalCode.AttachmentFileMissing), SentAttachments.FilesField),
                ],
            cancel
        );
}
