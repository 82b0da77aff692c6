using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Acts;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Appraisal;

public sealed record AskOpinionRequest(
    Guid DossierId,
    int? SeenRevision,
    string AgencyKey,
    string Question,
    LocalDateTime AnswerBy,
    IReadOnlyList<CheckResult> ChecksSoFar,
    OpinionShown? Shown = null
);

/// <summary>Lấy ý kiến cơ quan phối hợp, beside the route; keeps the checks answered so far.</summary>
public sealed class AskOpinion(ActDesk desk)
{
    public Task<ActResult> DoAsync(AskOpinionRequest request, Actor actor, CancellationToken cancel) =>
        desk.DoAsync(
            request.DossierId,
            request.SeenRevision,
            actor,
            (dossier, act) => dossier.AskOpinion(request.AgencyKey, request.Question, request.AnswerBy, request.ChecksSoFar, request.Shown, act),
            cancel
        );
}
