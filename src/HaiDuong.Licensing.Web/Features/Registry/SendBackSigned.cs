using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Web.Storage;

namespace HaiDuong.Licensing.Web.Features.Registry;

public sealed record SendBackSignedRequest(Guid DossierId, int? SeenRevision, string StepId, string Reason);

/// <summary>Trả lại phòng chuyên môn: the licence was revoked or changed after the signature, so that the result may not be issued; only then may the registry undo a signature.</summary>
public sealed class SendBackSigned(ActDesk desk, LicenceRegister licences)
{
    public Task<ActResult> DoAsync(SendBackSignedRequest request, Actor actor, CancellationToken cancel) =>
        desk.DoAsync(request.DossierId, request.SeenRevision, actor, async (dossier, act) =>
        {
            if (dossier.MayIssue(request.StepId, act) is { Count: > 0 } refusals)
                return refusals;
            return await licences.CheckResultAsync(dossier, dossier.ResultDraft!, act, cancel) is { Count: 0 }
                ? [new Refusal("NothingAgainstIssuing")]
                : dossier.SendBackSigned(request.StepId, request.Reason, act);
        }, cancel);
}
