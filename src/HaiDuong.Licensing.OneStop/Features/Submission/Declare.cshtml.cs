using System.Globalization;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Licences;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Domain.Typed;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Acts;
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

/// <summary>Tờ khai: the people and the procedure's form. Whatever is typed is saved, right or wrong; only what is right goes on.</summary>
[AllowAnonymous]
public sealed partial class DeclareModel(
    Rulebooks rulebooks,
    OfficeClock clock,
    ActDesk desk,
    FilingCheck check,
    SaveDraft save,
    ApplicantDoor door,
    CurrentActor current,
    VisitorPass pass,
    ApplicantEntry entry,
    ApplicantAccountQuery accounts,
    EarlierDossiersQuery earlier,
    EarlierLicences offers,
    LicenceRegister register,
    RegisterLookups lookups,
    VisitorBudget budget
) : PageModel, IAboutDivision
{
    public string? DivisionKey => Rules?.Procedure.DivisionKey;

    private const string KeyField = "draftKey";

    [BindProperty(SupportsGet = true)]
    public string Slug { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string? Reference { get; set; }

    public DossierRules Rules { get; private set; } = null!;

    public SubmissionPlace Place => new(Slug, Reference, 2);

    /// <summary>
    /// The sealed id of a draft that is not saved yet. It stands in the address from the first sight on, so that the page can be come back to
    /// before and after its first save.
    /// </summary>
    [BindProperty(SupportsGet = true, Name = KeyField)]
    public string? DraftKey { get; set; }

    /// <summary>Which page this is, and how many times it has sent; the script counts on.</summary>
    public SendingPage Sent { get; private set; } = new(Guid.CreateVersion7(), 0);

    public int SeenRevision { get; private set; }

    /// <summary>Where this very page is opened again.</summary>
    public string Address => Reference is null ? $"{Place.Declare}?{KeyField}={DraftKey}" : Place.Declare;

    /// <summary>What another window has saved instead of what was typed here.</summary>
    public IReadOnlyList<SavedElsewhere> Elsewhere { get; private set; } = [];

    /// <summary>What opens the saved draft again.</summary>
    public DraftReopening Reopening { get; private set; }

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

    public async Task<IActionResult> OnGetAsync(
        ApplicantKind? kind,
        [FromQuery(Name = OfferedLicences.Field)] Guid? licence,
        string? go,
        CancellationToken cancel
    )
    {
        if (await OpenAsync(cancel) is not { } opened)
            return await ElsewhereAsync(cancel);
        if (opened.Draft is { } draft)
        {
            Show(new DeclaredPeople(draft.Applicant, draft.Submitter, draft.ReturnBy), draft.Form);
            JustSaved = TempData["draft.saved"] is not null;
            KeptUntil = VisitorDrafts.LastDay(draft);
            await OfferAsync(opened.Actor, licence, false, cancel);
            return go is null ? Page() : await AnsweredAsync(draft, opened.Actor, go, cancel);
        }

        if (pass.Unseal(DraftKey) is not { } id)
            return Redirect(Place.Declare + Queried(KeyValuePair.Create(KeyField, (string?)pass.Seal(Guid.CreateVersion7()))));
        if (await door.ReferenceOfAsync(id, cancel) is { } begun)
            return Redirect((Place with { Reference = begun }).Declare + Queried());
        var first = kind is { } asked && Rules.Procedure.Eligible.Kinds.Contains(asked) ? asked : Rules.Procedure.Eligible.Kinds[0];
        var people = new DeclaredPeople(await accounts.PrefillAsync(opened.Actor.AccountId, first, cancel), null, ReturnBy.Online);
        var known = await earlier.OfAccountAsync(opened.Actor.AccountId, first, Slug, cancel);
        var form = FormPrefill.Of(Rules.Procedure.Form, ApplicantEntry.Facts(people.Applicant), known, clock.Local);
        Show(people, form);
        IsPrefilled = known.Count > 0 && !form.Equals(FormData.Empty);
        await OfferAsync(opened.Actor, licence, true, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int seenRevision, Guid page, int sent, string? go, CancellationToken cancel)
    {
        if (await OpenAsync(cancel) is not { } opened)
            return NotFound();
        if ((opened.Draft?.Id ?? pass.Unseal(DraftKey)) is not { } id)
            return BadRequest();
        Sent = new SendingPage(page == Guid.Empty ? Sent.Page : page, sent);
        SeenRevision = seenRevision;
        Typed = TypedDossier.Read(entry, Rules.Procedure, Request.Form);
        // Whoever only changes rows, and the page that saves by itself, ask the register nothing.
        var isAutosave = Request.Headers.ContainsKey("X-Autosave");
        var asks = !isAutosave && Typed.Form.Command is null;
        if (asks && LicenceRegister.IsAskedBy(Rules.Procedure, Typed.Form.Data) && !lookups.MayAsk())
            return StatusCode(StatusCodes.Status429TooManyRequests);
        if (asks)
            Named = await register.NamedAsync(Rules.Procedure, Typed.Form.Data, Typed.People.Applicant, cancel);
        if (go == Go.Licence)
            await FillAsync(opened.Actor, cancel);

        if (opened.Draft is null && seenRevision == 0 && opened.Actor.AccountId is null && !budget.MayBeginDraft(HttpContext))
            return TooMany();

        // The first save makes the draft; until the page knows its reference, only the sealed id names it.
        var (people, form) = (Typed.People, Typed.Form.Data);
        var request = new SaveDraftRequest(id, Slug, people.Applicant, people.Submitter, people.ReturnBy, form, seenRevision, Sent);
        // What proves the draft to be this visitor's is the sealed id, which nobody else has.
        var actor = opened.Actor.AccountId is null ? Actor.ApplicantOf(id, opened.Actor.Name) : opened.Actor;
        var saved = await save.DoAsync(request, actor, cancel);
        if (isAutosave)
            return Autosaved(saved);
        if (Typed.Form.Command is not null)
            return Page();
        if (saved.Done)
            return GoOn(saved.Dossier!, actor, go);
        await OfferAsync(opened.Actor, null, false, cancel);
        return Refuse(saved);
    }

    private async Task<IActionResult> ElsewhereAsync(CancellationToken cancel) =>
        await door.LeadOnAsync(Reference, Place.Declare, cancel) is { } place ? Redirect(place) : NotFound();

    /// <summary>The query of the address with another key, or with none.</summary>
    private QueryString Queried(params IEnumerable<KeyValuePair<string, string?>> key) =>
        QueryString.Create(
            Request.Query.Where(asked => asked.Key != KeyField).Select(asked => KeyValuePair.Create(asked.Key, (string?)asked.Value)).Concat(key)
        );

    private async Task<(Dossier? Draft, Actor Actor)?> OpenAsync(CancellationToken cancel)
    {
        if (Reference is null)
        {
            if (rulebooks.InForce(Slug, clock.Today) is not { } inForce)
                return null;
            Rules = rulebooks.Shown(inForce);
            var actor = await current.GetAsync(cancel);
            Reopening = DraftReopenings.OfNew(actor);
            return (null, actor);
        }

        if (await door.OpenDraftAsync(Reference, cancel) is not { } opened || opened.Dossier.ProcedureSlug != Slug)
            return null;
        Rules = rulebooks.Shown(rulebooks.For(opened.Dossier));
        Reopening = DraftReopenings.Of(opened.Dossier);
        SeenRevision = opened.Dossier.Revision;
        return (opened.Dossier, opened.Actor);
    }

    private void Show(DeclaredPeople people, FormData form) => Typed = new TypedDossier(entry, Rules.Procedure, people, TypedForm.Of(form), []);

    private StatusCodeResult Autosaved(ActResult saved)
    {
        if (!saved.Done)
            return StatusCode(IsConflict(saved) ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity);
        Response.Headers["X-Row-Version"] = saved.Dossier!.Revision.ToString(CultureInfo.InvariantCulture);
        Response.Headers.ContentLocation = (Place with { Reference = saved.Dossier.Reference }).Declare;
        return StatusCode(StatusCodes.Status204NoContent);
    }

    /// <summary>What is saved is shown by its own address, right or wrong, so that nobody who comes back there has to send it again.</summary>
    private RedirectResult GoOn(Dossier draft, Actor actor, string? go)
    {
        Reference = draft.Reference;
        go = go is Go.Draft or Go.Licence ? go : Go.Next;
        if (WhatIsWrong(draft, actor, go).Count > 0 || go == Go.Licence)
            return Redirect($"{Place.Declare}?go={go}");
        if (go == Go.Next)
            return Redirect(Place.Papers);
        TempData["draft.saved"] = true;
        return Redirect(Place.Declare);
    }

    /// <summary>The saved draft with what is wrong with it.</summary>
    private async Task<IActionResult> AnsweredAsync(Dossier draft, Actor actor, string go, CancellationToken cancel)
    {
        if (LicenceRegister.IsAskedBy(Rules.Procedure, draft.Form) && !lookups.MayAsk())
            return StatusCode(StatusCodes.Status429TooManyRequests);
        Named = await register.NamedAsync(Rules.Procedure, draft.Form, draft.Applicant, cancel);
        Typed = Typed with { Refusals = WhatIsWrong(draft, actor, go) };
        JustSaved |= go == Go.Draft;
        return Page();
    }

    /// <summary>Whoever only saves or looks a number up is told of the licence alone: the rest is not filled in yet.</summary>
    private IReadOnlyList<Refusal> WhatIsWrong(Dossier draft, Actor actor, string go) =>
        [
            .. Named?.Check(draft.Applicant, clock.Today) ?? [],
            .. go switch
            {
                Go.Draft => [],
                Go.Licence => Named is null ? [new Refusal(nameof(RefusalCode.LicenceNumberFirst), Rules.Procedure.Licence?.NumberField)] : [],
                _ => check.OfDeclaration(draft, desk.ContextFor(draft, actor)).Where(refusal => !DraftRefusals.IsAboutPapers(refusal)),
            },
        ];

    private PageResult TooMany()
    {
        Typed = Typed with { Refusals = [new Refusal(nameof(RefusalCode.DraftsTooMany))] };
        Response.StatusCode = StatusCodes.Status429TooManyRequests;
        return Page();
    }

    private PageResult Refuse(ActResult refused)
    {
        Typed = Typed with { Refusals = refused.Refusals };
        Response.StatusCode = IsConflict(refused) ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
        // Having been told, the person may overwrite.
        SeenRevision = refused.Dossier?.Revision ?? SeenRevision;
        if (IsConflict(refused) && refused.Dossier is { } kept)
            Elsewhere = SavedElsewhere.Of(
                Typed,
                new TypedDossier(entry, Rules.Procedure, new DeclaredPeople(kept.Applicant, kept.Submitter, kept.ReturnBy), TypedForm.Of(kept.Form), [])
            );
        return Page();
    }

    private static bool IsConflict(ActResult result) => result.Refusals.Any(refusal => refusal.IsLostRace);

    /// <summary>What the buttons of the page ask for.</summary>
    private static class Go
    {
        public const string Next = "next";
        public const string Draft = "draft";
        public const string Licence = "licence";
    }
}
