using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Features.Shared;
using HaiDuong.Licensing.OneStop.Filing;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using HaiDuong.Licensing.OneStop.Ui.Layout;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HaiDuong.Licensing.OneStop.Features.Submission;

/// <summary>Xem lại và nộp: everything on one page, what is still wrong with links to it, and the submission itself.</summary>
[AllowAnonymous]
public sealed class ReviewModel(
    ApplicantDoor door,
    Rulebooks rulebooks,
    OfficeClock clock,
    ActDesk desk,
    FilingCheck check,
    SubmitDossier submit,
    VisitorPass pass,
    RegisterLookups lookups,
    DuplicatesQuery duplicates
) : PageModel, IAboutDivision
{
    public string? DivisionKey => Dossier?.DivisionKey;

    [BindProperty(SupportsGet = true)]
    public string Slug { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string Reference { get; set; } = "";

    public SubmissionPlace Place => new(Slug, Reference, 4);

    public Dossier Dossier { get; private set; } = null!;

    public DossierRules Rules { get; private set; } = null!;

    public IReadOnlyList<Refusal> Refusals { get; private set; } = [];

    public FormData Visible { get; private set; } = FormData.Empty;

    public IReadOnlyList<PaperRequirement> Papers => [.. PaperRules.Applicable(Rules.Procedure, Dossier.Form).Where(paper => !paper.IsForm)];

    public FeesAsked Fees { get; private set; } = new([]);

    /// <summary>Open dossiers of the account itself that this one may be a second of; a visitor is told of none, whoever's number they typed.</summary>
    public IReadOnlyList<DossierRow> Own { get; private set; } = [];

    /// <summary>The procedure to file instead of this one, when what is wrong leaves only that.</summary>
    public Procedure? Anew => FilingCheck.Instead(rulebooks.Catalogue, Rules.Procedure, Refusals, clock.Today);

    /// <summary>The field on its page; null when the refusal is about no field.</summary>
    public string? WhereToCorrect(Refusal refusal) =>
        refusal.Field is not { } field ? null : (DraftRefusals.IsAboutPapers(refusal) ? Place.Papers : Place.Declare) + "#" + FieldId.Of(field);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await OpenAsync(cancel) is not { } opened)
            return await door.LeadOnAsync(Reference, Place.Review, cancel) is { } place ? Redirect(place) : NotFound();
        if (IsTooOften)
            return StatusCode(StatusCodes.Status429TooManyRequests);
        // Already here, so that also a press whose answer is lost leads on; it opens nothing while the dossier is a draft.
        pass.Give(Dossier);
        var act = desk.ContextFor(Dossier, opened.Actor);
        Refusals = await check.OfAsync(Dossier, act, cancel);
        if (Dossier.OwnerAccountId is { } owner && owner == opened.Actor.AccountId)
            Own = await duplicates.FindAsync(Dossier, act, cancel, owner);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int seenRevision, CancellationToken cancel)
    {
        if (await OpenAsync(cancel) is not { } opened)
            return await WasSubmittedAsync(cancel) ? Redirect(Place.Done) : NotFound();
        if (IsTooOften)
            return StatusCode(StatusCodes.Status429TooManyRequests);
        pass.Give(Dossier);
        var result = await submit.DoAsync(new SubmitDossierRequest(Dossier.Id, seenRevision), opened.Actor, cancel);
        if (result.Done || await WasSubmittedAsync(cancel))
            return Redirect(Place.Done);
        Refusals = result.Refusals;
        var lostRace = Refusals.Any(refusal => refusal.IsLostRace);
        Response.StatusCode = lostRace ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    /// <summary>What is wrong says what the licence register knows of the number that was typed.</summary>
    private bool IsTooOften => LicenceRegister.IsAskedBy(Rules.Procedure, Dossier.Form) && !lookups.MayAsk();

    private async Task<OpenedDossier?> OpenAsync(CancellationToken cancel)
    {
        if (await door.OpenDraftAsync(Reference, cancel) is not { } opened || opened.Dossier.ProcedureSlug != Slug)
            return null;
        Dossier = opened.Dossier;
        Rules = rulebooks.Shown(rulebooks.For(Dossier));
        Visible = FormRules.Visible(Rules.Procedure.Form, Dossier.Form);
        Fees = FeesAsked.Of(Rules.Procedure, Dossier.Form, clock.Today);
        return opened;
    }

    /// <summary>The other press of the button was faster. Only whoever holds the pass or owns the dossier is let through on the next page.</summary>
    private Task<bool> WasSubmittedAsync(CancellationToken cancel) => door.IsSubmittedAsync(Reference, cancel);
}
