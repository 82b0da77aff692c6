using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Licences;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Web.Access;
using HaiDuong.Licensing.Web.Features.Shared;
using HaiDuong.Licensing.Web.Storage;
using HaiDuong.Licensing.Web.Ui.Fields;
using HaiDuong.Licensing.Web.Ui.Layout;
using HaiDuong.Licensing.Web.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HaiDuong.Licensing.Web.Features.Submission;

/// <summary>Tờ khai: the people and the procedure's form. Whatever is typed is saved, right or wrong; only what is right goes on.</summary>
public sealed class DeclareModel(
    Rulebooks rulebooks, OfficeClock clock, ActDesk desk, SaveDraft save, ApplicantDoor door, CurrentActor current, VisitorPass pass,
    ApplicantEntry entry, ApplicantAccountQuery accounts, EarlierDossiersQuery earlier, EarlierLicences offers, LicenceRegister register, RegisterLookups lookups, VisitorBudget budget) : PageModel, IAboutDivision
{
    public string? DivisionKey => Rules?.Procedure.DivisionKey;

    [BindProperty(SupportsGet = true)]
    public string Slug { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string? Reference { get; set; }

    public DossierRules Rules { get; private set; } = null!;

    public SubmissionPlace Place => new(Slug, Reference, 2);

    public string? DraftKey { get; private set; }

    public int SeenRevision { get; private set; }

    public bool JustSaved { get; private set; }

    /// <summary>Until when the draft is kept, where it belongs to no account.</summary>
    public string? KeptUntil { get; private set; }

    /// <summary>True when the form begins with answers of earlier dossiers.</summary>
    public bool IsPrefilled { get; private set; }

    /// <summary>The applicant's own licences that the request may be about.</summary>
    public OfferedLicences? Offered { get; private set; }

    /// <summary>The licence that the number names, once it was looked up.</summary>
    public NamedLicence? Named { get; private set; }

    /// <summary>The procedure to file instead of this one, when what is wrong leaves only that.</summary>
    public Procedure? Anew => FilingCheck.Instead(rulebooks.Catalogue, Rules.Procedure, Typed.Refusals, clock.Today);

    /// <summary>What the applicant has typed, now or before.</summary>
    public TypedDossier Typed { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(ApplicantKind? kind, [FromQuery(Name = OfferedLicences.Field)] Guid? licence, CancellationToken cancel)
    {
        if (await OpenAsync(cancel) is not { } opened)
            return NotFound();
        if (opened.Draft is { } draft)
        {
            Show(new DeclaredPeople(draft.Applicant, draft.Submitter, draft.ReturnBy), draft.Form);
            JustSaved = TempData["draft.saved"] is not null;
            KeptUntil = VisitorDrafts.LastDay(draft);
            await OfferAsync(opened.Actor, licence, false, cancel);
            return Page();
        }

        DraftKey = pass.Seal(Guid.CreateVersion7());
        var first = kind is { } asked && Rules.Procedure.Eligible.Kinds.Contains(asked) ? asked : Rules.Procedure.Eligible.Kinds[0];
        var people = new DeclaredPeople(await accounts.PrefillAsync(opened.Actor.AccountId, first, cancel), null, ReturnBy.Online);
        var known = await earlier.OfAccountAsync(opened.Actor.AccountId, first, Slug, cancel);
        var form = FormPrefill.Of(Rules.Procedure.Form, ApplicantEntry.Facts(people.Applicant), known, clock.Local);
        Show(people, form);
        IsPrefilled = known.Count > 0 && !form.Equals(FormData.Empty);
        await OfferAsync(opened.Actor, licence, true, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? draftKey, int seenRevision, string? go, CancellationToken cancel)
    {
        if (await OpenAsync(cancel) is not { } opened)
            return NotFound();
        if ((opened.Draft?.Id ?? pass.Unseal(draftKey)) is not { } id)
            return BadRequest();
        DraftKey = draftKey;
        SeenRevision = seenRevision;
        Typed = TypedDossier.Read(entry, Rules.Procedure, Request.Form);
        if (Typed.Form.Command is not null)
            return Page();
        var looksUp = go == "licence";
        var isAutosave = Request.Headers.ContainsKey("X-Autosave");
        if (!isAutosave && LicenceRegister.IsAskedBy(Rules.Procedure, Typed.Form.Data) && !lookups.MayAsk())
            return StatusCode(StatusCodes.Status429TooManyRequests);
        if (!isAutosave)
            Named = await register.NamedAsync(Rules.Procedure, Typed.Form.Data, Typed.People.Applicant, cancel);
        if (looksUp)
            await FillAsync(opened.Actor, cancel);

        if (opened.Draft is null && seenRevision == 0 && opened.Actor.AccountId is null && !budget.MayBeginDraft(HttpContext))
            return TooMany();

        // The first save makes the draft; until the page knows its reference, only the sealed id names it.
        var (people, form) = (Typed.People, Typed.Form.Data);
        var request = new SaveDraftRequest(id, Slug, people.Applicant, people.Submitter, people.ReturnBy, form, opened.Draft is null && seenRevision == 0 ? null : seenRevision);
        // What proves the draft to be this visitor's is the sealed id, which nobody else has.
        var actor = opened.Actor.AccountId is null ? Actor.ApplicantOf(id, opened.Actor.Name) : opened.Actor;
        var saved = await save.DoAsync(request, actor, cancel);
        if (isAutosave)
            return Autosaved(saved);
        await OfferAsync(opened.Actor, null, false, cancel);
        return saved.Done ? GoOn(saved.Dossier!, actor, go) : Refuse(saved);
    }

    private async Task<(Dossier? Draft, Actor Actor)?> OpenAsync(CancellationToken cancel)
    {
        if (Reference is null)
        {
            if (rulebooks.InForce(Slug, clock.Today) is not { } inForce)
                return null;
            Rules = inForce;
            return (null, await current.GetAsync(cancel));
        }

        if (await door.OpenDraftAsync(Reference, cancel) is not { } opened || opened.Dossier.ProcedureSlug != Slug)
            return null;
        Rules = rulebooks.For(opened.Dossier);
        SeenRevision = opened.Dossier.Revision;
        return (opened.Dossier, opened.Actor);
    }

    private void Show(DeclaredPeople people, FormData form) => Typed = new TypedDossier(entry, Rules.Procedure, people, TypedForm.Of(form), []);

    /// <summary>Offers the applicant's licences, and begins the form with the chosen one; a new form is then in the name of its holder.</summary>
    private async Task OfferAsync(Actor actor, Guid? chosen, bool isNew, CancellationToken cancel)
    {
        if (actor.AccountId is null || Rules.Procedure.Licence is not { NeedsLicence: true })
            return;
        var seeker = await SeekerAsync(actor, cancel);
        Offered = new OfferedLicences(Place.Declare, await offers.OfferedAsync(Rules.Procedure, seeker, cancel), chosen);
        if (Offered.Chosen is not { } licence)
            return;
        var fill = await offers.FillAsync(licence, Rules.Procedure, isNew ? FormData.Empty : Typed.Form.Data, seeker, cancel);
        var people = isNew && fill.Holder is { } holder ? Typed.People with { Applicant = holder } : Typed.People;
        Show(people, FormPrefill.Complete(Rules.Procedure.Form, fill.Form, [Typed.Form.Data], clock.Local));
        IsPrefilled = false;
    }

    /// <summary>Fills in what the register and the account's own dossiers know of the licence whose number was typed, when it is the applicant's.</summary>
    private async Task FillAsync(Actor actor, CancellationToken cancel)
    {
        if (Named is { Finding: LicenceFinding.Known, Licence: { } licence } && licence.MayBeHeldBy(Typed.People.Applicant))
            Typed = Typed with { Form = Typed.Form with { Data = (await offers.FillAsync(licence, Rules.Procedure, Typed.Form.Data, await SeekerAsync(actor, cancel), cancel)).Form } };
    }

    private async Task<LicenceSeeker> SeekerAsync(Actor actor, CancellationToken cancel) =>
        new(actor.AccountId, (await accounts.PrefillAsync(actor.AccountId, ApplicantKind.Organisation, cancel)).IdentityNumber, false);

    private StatusCodeResult Autosaved(ActResult saved)
    {
        if (!saved.Done)
            return StatusCode(IsConflict(saved) ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity);
        Response.Headers["X-Row-Version"] = saved.Dossier!.Revision.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return StatusCode(StatusCodes.Status204NoContent);
    }

    private IActionResult GoOn(Dossier draft, Actor actor, string? go)
    {
        Reference = draft.Reference;
        KeptUntil = VisitorDrafts.LastDay(draft);
        SeenRevision = draft.Revision;
        var against = Named?.Check(draft.Applicant, clock.Today) ?? [];
        if (go == "draft" && against.Count == 0)
        {
            TempData["draft.saved"] = true;
            return Redirect(Place.Declare);
        }

        // Whoever only saves or looks a number up is told of the licence alone: the rest is not filled in yet.
        JustSaved = go == "draft";
        IEnumerable<Refusal> rest = go switch
        {
            "draft" => [],
            "licence" => Named is null ? [new Refusal("LicenceNumberFirst", Rules.Procedure.Licence?.NumberField)] : [],
            _ => draft.CheckWhole(desk.ContextFor(draft, actor)).Where(refusal => !DraftRefusals.IsAboutPapers(refusal)),
        };
        Typed = Typed with { Refusals = [.. against, .. rest] };
        if (Typed.Refusals.Count == 0)
            return go == "licence" ? Page() : Redirect(Place.Papers);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private PageResult TooMany()
    {
        Typed = Typed with { Refusals = [new Refusal("DraftsTooMany")] };
        Response.StatusCode = StatusCodes.Status429TooManyRequests;
        return Page();
    }

    private PageResult Refuse(ActResult refused)
    {
        Typed = Typed with { Refusals = refused.Refusals };
        Response.StatusCode = IsConflict(refused) ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
        // Having been told, the person may overwrite.
        SeenRevision = refused.Dossier?.Revision ?? SeenRevision;
        return Page();
    }

    private static bool IsConflict(ActResult result) => result.Refusals.Any(refusal => refusal.IsLostRace);
}
