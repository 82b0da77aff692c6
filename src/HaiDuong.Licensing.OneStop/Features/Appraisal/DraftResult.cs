using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Decisions;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.OneStop.Letters;
using HaiDuong.Licensing.OneStop.Storage;

namespace HaiDuong.Licensing.OneStop.Features.Appraisal;

public sealed record DraftResultRequest(
    Guid DossierId,
    int? SeenRevision,
    string StepId,
    DecisionKind Kind,
    IReadOnlyDictionary<string, string> Fields,
    IReadOnlyList<string> Grounds,
    string? Reason
);

/// <summary>Dự thảo kết quả: grant or refusal; a grant by the rule of the licence that it changes.</summary>
public sealed class DraftResult(ActDesk desk, LicenceRegister licences)
{
    public Task<ActResult> DoAsync(DraftResultRequest request, Actor actor, CancellationToken cancel) =>
        desk.DoAsync(
            request.DossierId,
            request.SeenRevision,
            actor,
            async (dossier, act) =>
            {
                var draft = new DecisionDraft(request.Kind, request.Fields, request.Grounds, request.Reason, actor.Name, act.Local);
                IReadOnlyList<Refusal> against =
                [
                    .. PrintableText.Check([.. request.Fields.Select(field => (field.Key, (string?)field.Value)), ("reason", request.Reason)]),
                    .. await licences.CheckResultAsync(dossier, draft, act, cancel),
                ];
                return against.Count > 0 ? against : dossier.DraftResult(request.StepId, draft, act);
            },
            cancel
        );
}
