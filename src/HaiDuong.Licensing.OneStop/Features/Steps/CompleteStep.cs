using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Acts;

namespace HaiDuong.Licensing.OneStop.Features.Steps;

public sealed record CompleteStepRequest(Guid DossierId, int? SeenRevision, string StepId, string Outcome, string? Note);

/// <summary>Hoàn thành bước: work of the route that has no form of its own, and the sending of a dossier to the authority that decides.</summary>
public sealed class CompleteStep(ActDesk desk)
{
    public Task<ActResult> DoAsync(CompleteStepRequest request, Actor actor, CancellationToken cancel) =>
        desk.DoAsync(
            request.DossierId,
            request.SeenRevision,
            actor,
            (dossier, act) => dossier.CompleteStep(request.StepId, request.Outcome, request.Note, act),
            cancel
        );
}
