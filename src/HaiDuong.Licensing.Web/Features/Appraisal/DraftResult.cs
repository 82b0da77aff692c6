using HaiDuong.Licensing.Domain.Decisions;
using HaiDuong.Licensing.Domain.Staff;

namespace HaiDuong.Licensing.Web.Features.Appraisal;

public sealed record DraftResultRequest(
    Guid DossierId, int? SeenRevision, string StepId, DecisionKind Kind, IReadOnlyDictionary<string, string> Fields,
    IReadOnlyList<string> Grounds, string? Reason);

/// <summary>Dự thảo kết quả: grant or refusal.</summary>
public sealed class DraftResult(ActDesk desk)
{
    public Task<ActResult> DoAsync(DraftResultRequest request, Actor actor, CancellationToken cancel) =>
        desk.DoAsync(request.DossierId, request.SeenRevision, actor, (dossier, act) =>
            dossier.DraftResult(request.StepId, new DecisionDraft(request.Kind, request.Fields, request.Grounds, request.Reason, actor.Name, act.Local), act), cancel);
}
