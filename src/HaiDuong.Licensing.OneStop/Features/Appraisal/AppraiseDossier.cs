using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Acts;

namespace HaiDuong.Licensing.OneStop.Features.Appraisal;

public sealed record AppraiseDossierRequest(
    Guid DossierId,
    int? SeenRevision,
    string StepId,
    IReadOnlyList<CheckResult> Checks,
    string? Note,
    string Outcome = "Done"
);

/// <summary>Thẩm định xong: every check of the procedure is answered.</summary>
public sealed class AppraiseDossier(ActDesk desk)
{
    public Task<ActResult> DoAsync(AppraiseDossierRequest request, Actor actor, CancellationToken cancel) =>
        desk.DoAsync(
            request.DossierId,
            request.SeenRevision,
            actor,
            (dossier, act) => dossier.Appraise(request.StepId, request.Checks, request.Outcome, request.Note, act),
            cancel
        );
}
