using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Web.Letters;

namespace HaiDuong.Licensing.Web.Features.Signing;

public sealed record SignResultRequest(Guid DossierId, int? SeenRevision, string StepId);

/// <summary>Ký kết quả: the leader's signature on the document, and the act, in one transaction.</summary>
public sealed class SignResult(ActDesk desk, DecisionPress press)
{
    public Task<ActResult> DoAsync(SignResultRequest request, Actor actor, CancellationToken cancel) =>
        desk.DoAsync(request.DossierId, request.SeenRevision, actor, async (dossier, act) =>
        {
            IReadOnlyList<Refusal> refusals = dossier.MaySign(request.StepId, act);
            return refusals.Count > 0 ? refusals : dossier.Sign(request.StepId, await press.SignAsync(dossier, act, cancel), act);
        }, cancel);
}
