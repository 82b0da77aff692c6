using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Web.Letters;
using HaiDuong.Licensing.Web.Storage;

namespace HaiDuong.Licensing.Web.Features.Signing;

public sealed record SignResultRequest(Guid DossierId, int? SeenRevision, string StepId);

/// <summary>Ký kết quả: the leader's signature on the document, and the act, in one transaction.</summary>
public sealed class SignResult(ActDesk desk, DecisionPress press, LicenceRegister licences)
{
    public Task<ActResult> DoAsync(SignResultRequest request, Actor actor, CancellationToken cancel) =>
        desk.DoAsync(request.DossierId, request.SeenRevision, actor, async (dossier, act) =>
        {
            IReadOnlyList<Refusal> refusals = dossier.MaySign(request.StepId, act);
            if (refusals.Count == 0)
                refusals = await licences.CheckResultAsync(dossier, dossier.ResultDraft!, act, cancel);
            return refusals.Count > 0 ? refusals : dossier.Sign(request.StepId, await press.SignAsync(dossier, act, cancel), act);
        }, cancel);
}
