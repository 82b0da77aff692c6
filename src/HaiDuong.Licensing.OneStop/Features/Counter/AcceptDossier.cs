using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Filing;
using HaiDuong.Licensing.OneStop.Letters;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;

namespace HaiDuong.Licensing.OneStop.Features.Counter;

public sealed record AcceptDossierRequest(Guid DossierId, int? SeenRevision);

/// <summary>Tiếp nhận hồ sơ: code, due date and receipt (Mẫu 01) in one transaction.</summary>
public sealed class AcceptDossier(
    ActDesk desk,
    NumberSeries numbers,
    SlipPress press,
    ProcedureCatalogue catalogue,
    LicenceRegister licences,
    PaperGate papers,
    DuplicatesQuery duplicates
)
{
    public Task<ActResult> DoAsync(AcceptDossierRequest request, Actor actor, CancellationToken cancel) =>
        desk.DoAsync(request.DossierId, request.SeenRevision, actor, (dossier, act) => AcceptAsync(dossier, act, cancel), cancel);

    private async Task<IReadOnlyList<Refusal>> AcceptAsync(Dossier dossier, ActContext act, CancellationToken cancel)
    {
        if (await licences.CheckRequestAsync(dossier, act, cancel) is { Count: > 0 } against)
            return against;
        if (await papers.CheckAsync(dossier, cancel) is { Count: > 0 } unfit)
            return unfit;
        if (dossier.WhyNot(DossierAct.Accept, act).Count == 0 && await duplicates.AskAsync(dossier, act, false, cancel) is { Count: > 0 } twice)
            return twice;
        var code = await numbers.NextDossierCodeAsync(catalogue.Organisation.For(dossier.DivisionKey, act.Local.Date).UnitCode, act.Local.Date, cancel);
        var refusals = dossier.Accept(code, act);
        if (refusals.Count == 0)
            await press.PrintAsync(SlipKind.Receipt, dossier, act, cancel);
        return refusals;
    }
}
