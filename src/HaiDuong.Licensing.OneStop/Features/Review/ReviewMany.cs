using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Routes;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.OneStop.Storage;

namespace HaiDuong.Licensing.OneStop.Features.Review;

/// <summary>Duyệt nhiều dự thảo; any of them may be sent back instead, each with its reason.</summary>
public sealed class ReviewMany(ApproveDraft approve, SendBackDraft sendBack) : IBatchAct
{
    public BatchKind Kind => BatchKind.Review;

    public ForRolesAttribute Door { get; } = new(StaffRole.DivisionHead);

    public DossierAct Act => DossierAct.ApproveDraft;

    public StepKind? Step => StepKind.ReviewDraft;

    public Task<ActResult> DoOneAsync(Batch batch, BatchItem item, Actor actor, CancellationToken cancel) =>
        item.SendsBack
            ? sendBack.DoAsync(new SendBackDraftRequest(item.DossierId, item.Revision, item.StepId ?? "", item.Note ?? ""), actor, cancel)
            : approve.DoAsync(new ApproveDraftRequest(item.DossierId, item.Revision, item.StepId ?? "", item.Note), actor, cancel);
}
