using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Access.Passwords;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using HaiDuong.Licensing.OneStop.Ui.Layout;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Batches;

/// <summary>
/// One batch at one address from the choice to the result: before the start it says what will happen and asks what is needed, while it runs how far it is,
/// afterwards what came of each. The browser may close meanwhile.
/// </summary>
[ForBatchMakers]
public sealed class BatchModel(
    BatchQuery query,
    ChooseBatch choose,
    StartBatch start,
    StopBatch stop,
    StepUp stepUp,
    SpecialistLoadQuery loads,
    ReasonsQuery reasons,
    SentForm sent,
    CurrentActor current,
    ProcedureCatalogue catalogue,
    OfficeClock clock
) : PageModel
{
    /// <summary>The ticked ones.</summary>
    [BindProperty(Name = "lam")]
    public List<Guid> Ticked { get; set; } = [];

    /// <summary>Those of them that are sent back.</summary>
    [BindProperty(Name = "tra-lai")]
    public List<Guid> SentBack { get; set; } = [];

    [BindProperty]
    public Guid? Specialist { get; set; }

    /// <summary>A note for all, or the reason of those that are sent back without one of their own or of their procedure.</summary>
    [BindProperty]
    public string? Note { get; set; }

    /// <summary>What may be chosen as the common reason.</summary>
    public OfferedReasons Reasons { get; private set; } = new([], []);

    /// <summary>Where there are several procedures, what may be chosen as the reason of those of each.</summary>
    public IReadOnlyList<ProcedureReasons> ReasonsByProcedure { get; private set; } = [];

    /// <summary>Why the form came back without its act.</summary>
    public string? ShownAgain => sent.ShownAgain?.Sentence;

    public ShownBatch Shown { get; private set; } = null!;

    public Batch Batch => Shown.Batch;

    public IReadOnlyList<SpecialistLoad> Loads { get; private set; } = [];

    public bool NeedsProof { get; private set; }

    public Instant Now => clock.Now;

    public bool MaySendBack => Batch.Kind is BatchKind.Review or BatchKind.Sign;

    /// <summary>True where it is about who has the work, not about a document.</summary>
    public bool IsAboutPeople => Batch.Kind is BatchKind.Assign or BatchKind.Claim or BatchKind.Release;

    /// <summary>How many came to which end; what was done is said even when it is nothing.</summary>
    public IEnumerable<(BatchItemState State, int Count)> Results =>
        new[] { BatchItemState.Done, BatchItemState.Refused, BatchItemState.Stopped }
            .Select(state => (state, Shown.Count(state)))
            .Where(result => result.state == BatchItemState.Done || result.Item2 > 0);

    public string Back => ListPlace.Known(Batch.Place) ?? "/viec-cua-toi";

    public static string AddressOf(Guid id) => $"/hang-loat/{id}";

    public string UnitName(string key) => catalogue.Organisation.NameOf(key);

    public string StepTitle(string text) => catalogue.Shown(text);

    public string ProcedureName(DossierRow row) => catalogue.NameOf(row.ProcedureSlug, row.ProcedureVersion);

    /// <summary>Whether one is ticked: all that can be done, until somebody has chosen otherwise.</summary>
    public bool IsTicked(BatchItem item) => !Request.HasFormContentType || Ticked.Contains(item.Id);

    public string? ReasonOf(Guid item) => Sent(StartBatch.ReasonField(item));

    public string? ReasonOf(string procedure) => Sent(StartBatch.ReasonField(procedure));

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await ShowAsync(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, string? proof, CancellationToken cancel)
    {
        var actor = await current.GetAsync(cancel);
        if (!await ShowAsync(id, cancel))
            return NotFound();
        if (sent.ShownAgain is not null)
            return Page();
        // What is sent back is chosen, whether or not its first box is ticked too; what is not sent back has no reason.
        var choices = Ticked
            .Union(MaySendBack ? SentBack : [])
            .Select(item => MaySendBack && SentBack.Contains(item) ? new BatchChoice(item, true, NearestReason(item)) : new BatchChoice(item, false, null))
            .ToList();
        var proved = Batch.Kind == BatchKind.Sign && choices.Exists(choice => !choice.SendsBack) ? await stepUp.ProveAsync(actor, proof, cancel) : null;
        return await AnswerAsync(
            id,
            proved is { Signer: null } unproved
                ? unproved.Refusals
                : await start.DoAsync(new StartBatchRequest(id, choices, Specialist, MaySendBack ? null : Note, proved?.Signer), actor, cancel),
            cancel
        );
    }

    public async Task<IActionResult> OnPostStopAsync(Guid id, CancellationToken cancel) =>
        await AnswerAsync(id, await stop.DoAsync(id, await current.GetAsync(cancel), cancel), cancel);

    /// <summary>What could not be done, and what was left, once more: as a new choice, seen as it is now.</summary>
    public async Task<IActionResult> OnPostAgainAsync(Guid id, CancellationToken cancel)
    {
        var actor = await current.GetAsync(cancel);
        if (!await ShowAsync(id, cancel))
            return NotFound();
        var rest = Shown.Lines.Where(line => line.Item.State is BatchItemState.Refused or BatchItemState.Stopped).Select(line => line.Item.DossierId);
        var (made, refusals) = await choose.DoAsync(new ChooseBatchRequest(Batch.Kind, [.. rest], Batch.Place), actor, cancel);
        return refusals.Count == 0 ? Redirect(AddressOf(made)) : await AnswerAsync(id, refusals, cancel);
    }

    private string? Sent(string field) => Request.HasFormContentType ? Request.Form[field].ToString() : null;

    /// <summary>Its own, else that of its procedure, else the common one.</summary>
    private string? NearestReason(Guid item)
    {
        var procedure = Shown.Lines.FirstOrDefault(line => line.Item.Id == item)?.Row?.ProcedureSlug;
        string?[] nearest = [ReasonOf(item), procedure is null ? null : ReasonOf(procedure)];
        return nearest.FirstOrDefault(reason => !string.IsNullOrWhiteSpace(reason)) ?? Note;
    }

    private async Task<IActionResult> AnswerAsync(Guid id, IReadOnlyList<Refusal> refusals, CancellationToken cancel)
    {
        if (refusals.Count == 0)
            return Redirect(AddressOf(id));
        FormRefusals.Add(ModelState, refusals);
        Response.StatusCode = FormRefusals.StatusOf(refusals);
        return await ShowAsync(id, cancel) ? Page() : NotFound();
    }

    private async Task<bool> ShowAsync(Guid id, CancellationToken cancel)
    {
        var actor = await current.GetAsync(cancel);
        if (await query.ReadAsync(id, actor, cancel) is not { } shown)
            return false;
        Shown = shown;
        if (Batch.StartedAt is not null)
            return true;
        NeedsProof = Batch.Kind == BatchKind.Sign && await stepUp.IsNeededAsync(actor, cancel);
        if (MaySendBack)
            await OfferReasonsAsync([.. Shown.Possible.Select(line => line.Row).OfType<DossierRow>()], cancel);
        if (Batch.Kind == BatchKind.Assign)
        {
            var found = new List<SpecialistLoad>();
            foreach (var division in Shown.Possible.Select(line => line.Row?.DivisionKey).OfType<string>().Distinct(StringComparer.Ordinal))
                found.AddRange(await loads.ReadAsync(division, clock.Local, cancel));
            Loads = found;
        }

        return true;
    }

    private async Task OfferReasonsAsync(IReadOnlyCollection<DossierRow> rows, CancellationToken cancel)
    {
        Reasons = await reasons.ReadAsync(ReasonPurpose.SendBack, rows, cancel);
        var procedures = rows.GroupBy(row => row.ProcedureSlug).ToList();
        if (procedures.Count < 2)
            return;
        var found = new List<ProcedureReasons>();
        foreach (var one in procedures)
        {
            var offered = await reasons.ReadAsync(ReasonPurpose.SendBack, [.. one], cancel);
            found.Add(
                new ProcedureReasons(one.Key, ProcedureName(one.First()), one.Count(), new OfferedReasons([.. offered.Templates.Except(Reasons.Templates)], []))
            );
        }

        ReasonsByProcedure = [.. found.OrderBy(one => one.Name, StringComparer.CurrentCulture)];
    }
}

/// <summary>The dossiers of a procedure in a batch, and the wordings for it alone.</summary>
public sealed record ProcedureReasons(string Slug, string Name, int Count, OfferedReasons Offered);
