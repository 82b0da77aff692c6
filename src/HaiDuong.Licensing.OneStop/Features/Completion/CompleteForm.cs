using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.OneStop.Filing;

namespace HaiDuong.Licensing.OneStop.Features.Completion;

/// <summary>The answers as they are read from the papers.</summary>
public sealed record CompleteFormRequest(Guid DossierId, int? SeenRevision, FormData Form);

/// <summary>Nhập đủ tờ khai of a dossier that was taken in quickly, at once or bit by bit.</summary>
public sealed class CompleteForm(ActDesk desk, FilingCheck check)
{
    public Task<ActResult> DoAsync(CompleteFormRequest request, Actor actor, CancellationToken cancel) =>
        desk.DoAsync(request.DossierId, request.SeenRevision, actor, (dossier, act) => Complete(dossier, request.Form, act), cancel);

    private IReadOnlyList<Refusal> Complete(Dossier dossier, FormData form, ActContext act) =>
        dossier.CompleteForm(form, act) is { Count: > 0 } refused ? refused : check.OfPrint(dossier, act);
}
