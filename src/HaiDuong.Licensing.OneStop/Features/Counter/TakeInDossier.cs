using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Filing;
using HaiDuong.Licensing.OneStop.Letters;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;

namespace HaiDuong.Licensing.OneStop.Features.Counter;

/// <summary>A dossier brought to the counter or sent by post: what was typed and which papers are there. The id is minted with the form.</summary>
public sealed record TakeInDossierRequest(
    Guid DossierId,
    string ProcedureSlug,
    SubmissionChannel Channel,
    Applicant Applicant,
    Submitter? Submitter,
    ReturnBy ReturnBy,
    FormData Form,
    IReadOnlyList<Paper> Papers
)
{
    /// <summary>Nhận nhanh: what it is about, in a sentence; null when the whole form was typed.</summary>
    public string? Abstract { get; init; }

    /// <summary>Nhận thêm: begun from another one that the applicant brought along.</summary>
    public bool IsAnother { get; init; }
}

/// <summary>Tiếp nhận tại quầy: typed, checked, accepted and the receipt printed in one transaction. Sent twice it makes one dossier.</summary>
public sealed class TakeInDossier(
    OfficeDbContext db,
    NewDossier newDossier,
    DossierStore store,
    ActDesk desk,
    FilingCheck check,
    NumberSeries numbers,
    SlipPress press,
    ProcedureCatalogue catalogue,
    NamedStaff named,
    DuplicatesQuery duplicates
)
{
    private static readonly Refusal NotInForce = new(nameof(RefusalCode.ProcedureNotInForce));

    public Task<ActResult> DoAsync(TakeInDossierRequest request, Actor actor, CancellationToken cancel) =>
        desk.TryAgainAsync(() => TakeInAsync(request, actor, cancel));

    /// <summary>All that the rules say against a form that is only looked at so far; nothing is kept.</summary>
    public async Task<IReadOnlyList<Refusal>> CheckAsync(TakeInDossierRequest request, Actor actor, CancellationToken cancel)
    {
        if (newDossier.Open(request.DossierId, request.ProcedureSlug, request.Channel, null) is not { } dossier)
            return [NotInForce];
        var act = desk.ContextFor(dossier, actor);
        return await FillAsync(dossier, request, act, cancel);
    }

    private async Task<ActResult> TakeInAsync(TakeInDossierRequest request, Actor actor, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await store.FindAsync(request.DossierId, cancel) is { } known)
            return await desk.RepeatedAsync(known, actor, cancel) ?? new ActResult(known, []);
        var dossier = newDossier.Open(request.DossierId, request.ProcedureSlug, request.Channel, null);
        if (dossier is null)
            return new ActResult(null, [NotInForce]);
        store.Add(dossier);
        var refusals = await FillAndAcceptAsync(dossier, request, actor, cancel);
        return new ActResult(dossier, refusals.Count > 0 ? refusals : await desk.SaveAsync(dossier, actor, cancel));
    }

    private async Task<IReadOnlyList<Refusal>> FillAndAcceptAsync(Dossier dossier, TakeInDossierRequest request, Actor actor, CancellationToken cancel)
    {
        var act = desk.ContextFor(dossier, actor);
        if (await FillAsync(dossier, request, act, cancel) is { Count: > 0 } refusals)
            return refusals;
        dossier.Submit(act);
        await named.ShutOutAsync(dossier, act, null, cancel);
        var code = await numbers.NextDossierCodeAsync(catalogue.Organisation.For(dossier.DivisionKey, act.Local.Date).UnitCode, act.Local.Date, cancel);
        if (dossier.Accept(code, act) is { Count: > 0 } faults)
            return faults;
        await press.PrintAsync(SlipKind.Receipt, dossier, act, cancel);
        return [];
    }

    private async Task<IReadOnlyList<Refusal>> FillAsync(Dossier dossier, TakeInDossierRequest request, ActContext act, CancellationToken cancel)
    {
        if (dossier.SaveDraft(request.Applicant, request.Submitter, request.ReturnBy, request.Form, act) is { Count: > 0 } notTheirs)
            return notTheirs;
        foreach (var paper in request.Papers)
            dossier.AddPaper(paper, act);
        if (request.Abstract is { } about && dossier.TakeBriefly(about, act) is { Count: > 0 } whole)
            return whole;
        return await check.OfAsync(dossier, act, cancel) is { Count: > 0 } wrong ? wrong : await duplicates.AskAsync(dossier, act, request.IsAnother, cancel);
    }
}
