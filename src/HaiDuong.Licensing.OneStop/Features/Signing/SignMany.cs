using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Routes;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Access.Passwords;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.OneStop.Storage;

namespace HaiDuong.Licensing.OneStop.Features.Signing;

/// <summary>Ký nhiều kết quả; any of them may be sent back instead, each with its reason.</summary>
public sealed class SignMany(SignResult sign, SendBackDraft sendBack) : IBatchAct
{
    public BatchKind Kind => BatchKind.Sign;

    public ForRolesAttribute Door { get; } = new(StaffRole.Leader);

    public DossierAct Act => DossierAct.Sign;

    public StepKind? Step => StepKind.SignResult;

    public Task<ActResult> DoOneAsync(Batch batch, BatchItem item, Actor actor, CancellationToken cancel) =>
        item.SendsBack
            ? sendBack.DoAsync(new SendBackDraftRequest(item.DossierId, item.Revision, item.StepId ?? "", item.Note ?? ""), actor, cancel)
            : sign.DoAsync(new SignResultRequest(item.DossierId, item.Revision, item.StepId ?? ""), ProvedActor.Of(batch, actor), cancel);
}
