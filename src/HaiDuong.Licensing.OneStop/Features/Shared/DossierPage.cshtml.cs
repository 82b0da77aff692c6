using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Decisions;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Routes;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Access.Security;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Storage.Files;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using HaiDuong.Licensing.OneStop.Ui.Layout;
using HaiDuong.Licensing.OneStop.Ui.Words;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Shared;

/// <summary>What every page about one dossier is made with.</summary>
public sealed record DossierPageServices(
    DossierStore Store,
    CurrentActor Current,
    ActDesk Desk,
    ProcedureCatalogue Catalogue,
    OfficeClock Clock,
    IStringLocalizerFactory Words,
    HiddenDossierLog Log,
    ReadersCopy Copy,
    PaperScans Scans,
    SentForm Sent,
    NotesQuery Notes,
    KeptForms Kept
);

/// <summary>
/// A staff page about one dossier that the person may read (404 otherwise). A page that does a step names its kind: it opens only while the
/// step waits and only for whoever may do it; an act's refusals are shown with everything typed kept.
/// </summary>
[RequestSizeLimit(MostAttached)]
[RequestFormLimits(MultipartBodyLengthLimit = MostAttached)]
public abstract class DossierPage(DossierPageServices services) : PageModel, ITakesAttachments
{
    /// <summary>What a form with scans and photos may weigh.</summary>
    private const long MostAttached = (5 * UploadLimits.DefaultMaxBytes) + (1024 * 1024);

    public Dossier Dossier { get; private set; } = null!;

    public ActContext Act { get; private set; } = null!;

    /// <summary>The papers with what the virus scanner said of each.</summary>
    public IReadOnlyList<ShownPaper> ScannedPapers { get; private set; } = [];

    /// <summary>What was attached to them, with what the virus scanner said of each.</summary>
    public IReadOnlyList<ShownAttachment> Attachments { get; private set; } = [];

    /// <summary>Ghi chú nội bộ, the newest first; null for whoever is not shown them.</summary>
    public IReadOnlyList<DossierNote>? Notes { get; private set; }

    /// <summary>Nội dung nhập dở: what the person typed on this page before and did not send.</summary>
    public IReadOnlyList<KeptForm> Kept { get; private set; } = [];

    /// <summary>Whether the page answers a form with what was typed in it, which is kept nowhere yet.</summary>
    public virtual bool HasUnsent => HttpMethods.IsPost(Request.Method);

    /// <summary>Where what is typed on this page is kept.</summary>
    public string KeepAt => $"/nhap-do/{Dossier.Id}";

    /// <summary>Why the form is shown again and was not sent; null when it was, or is shown for the first time.</summary>
    public string? ShownAgain { get; private set; }

    public Actor Actor => Act.Actor;

    /// <summary>The procedure as it is shown to who is served now; what is written or printed takes that of the rules.</summary>
    public Procedure Procedure => services.Catalogue.Shown(Act.Rules.Procedure);

    public Instant Now => Act.Now;

    /// <summary>The waiting step of this page that the person may do; null on pages that do none, or when it no longer waits.</summary>
    public WorkItem? Work { get; private set; }

    /// <summary>The count of acts that the person saw; the loser of a race is told who was faster.</summary>
    [BindProperty]
    public int? Revision { get; set; }

    /// <summary>The step as the form was shown with.</summary>
    [BindProperty]
    public string? StepId { get; set; }

    /// <summary>The list that the page was opened from, at the row that follows; null when it was opened otherwise.</summary>
    [BindProperty(SupportsGet = true, Name = ListPlace.Parameter)]
    public string? List { get; set; }

    /// <summary>True when an agency looks at what it is asked about, and sees no more of the dossier.</summary>
    public bool ReadsAsAgency { get; private set; }

    /// <summary>Why the draft came back to whoever works on it now; null when nobody sent it back.</summary>
    public SentBack? SentBack => Dossier.Work.Any(MayDo) ? Dossier.ResultDraft?.SentBack : null;

    /// <summary>Whether the person may go on from the page to the dossier itself.</summary>
    public virtual bool LeadsToDossier => true;

    protected virtual StepKind? Kind => null;

    /// <summary>Whether the person may do the page's step; of most steps whoever has the work.</summary>
    protected virtual bool MayDoStep => Work is not null;

    /// <summary>Whether the page shows agencies what they are asked about; every other page is not there for them.</summary>
    protected virtual bool IsForAgencies => false;

    protected string StepOfAct => StepId ?? Work?.StepId ?? "";

    protected CancellationToken Cancel => HttpContext.RequestAborted;

    /// <summary>Name of a unit, as it was called while it existed, or of a consulted agency.</summary>
    public string UnitName(string key) => Dossier.AgencyNameOf(key, Procedure) ?? services.Catalogue.Organisation.NameOf(key);

    /// <summary>A text of the files as it is shown to who is served now.</summary>
    public string Shown(string text) => services.Catalogue.Shown(text);

    /// <summary>The language of a text that stands in the files or was typed, where that is not the reader's.</summary>
    public string? LanguageOf(string text) => services.Catalogue.LanguageOf(text);

    public bool MayDo(WorkItem item) => Dossier.MayDo(item, Actor);

    public RouteStep? StepOf(WorkItem item) => Act.Rules.StepOrNull(item.StepId);

    /// <summary>A word of the page's own resource, else of all pages, as its view finds it.</summary>
    protected string Word(string key, params object[] args) => Own[key].ResourceNotFound ? services.Words.Create(typeof(UiText))[key, args] : Own[key, args];

    private IStringLocalizer Own =>
        services.Words.Create(
            $"HaiDuong.Licensing.OneStop.Features{PageContext.ActionDescriptor.ViewEnginePath.Replace('/', '.')}",
            typeof(DossierPage).Assembly.GetName().Name!
        );

    protected virtual Task<bool> MayReadAsync(Actor actor, Dossier dossier) => Task.FromResult(MayOpen(actor, dossier));

    protected bool MayOpen(Actor actor, Dossier dossier) => AccessTable.MayRead(actor, dossier, services.Catalogue.Organisation, services.Clock.Today);

    /// <summary>Whether somebody who may not read the dossier takes in what answers its request, by the reference that came with it.</summary>
    protected bool MayTakeInFor(Actor actor, Dossier dossier, string? reference) =>
        AccessTable.MayTakeInFor(actor, dossier, reference, services.Catalogue.Organisation, services.Clock.Today);

    /// <summary>Reads the dossier for this person; false when there is none that they may read.</summary>
    protected async Task<bool> OpenAsync(Guid id)
    {
        var actor = await services.Current.GetAsync(Cancel);
        var dossier = await services.Store.ReadAsync(id, Cancel);
        if (dossier is null || !await MayReadAsync(actor, dossier))
            return false;
        Act = services.Desk.ContextFor(dossier, actor);
        if (AccessTable.AgencyOf(actor, dossier, Act.Rules.Organisation, Act.Local.Date) is { } agency)
        {
            if (!IsForAgencies)
                return false;
            ReadsAsAgency = true;
            dossier.ForgetAllBut(agency, Procedure, HiddenApplicant.AfterOpinion);
        }

        await services.Copy.LimitAsync(dossier, Act, Cancel);
        Dossier = dossier;
        Notes = await services.Notes.ReadAsync(dossier, actor, Cancel);
        if (HttpMethods.IsGet(Request.Method))
            Kept = await services.Kept.OfAsync(actor.AccountId, Request.Path, Cancel);
        ScannedPapers = await ShownPaper.OfAsync(dossier.Papers, services.Scans, Cancel);
        Attachments = await ShownAttachment.OfAsync(dossier.Attachments, services.Scans, Cancel);
        if (Kind is { } kind)
            Work = dossier.Work.FirstOrDefault(item => StepOf(item)?.Kind == kind && MayDo(item));
        return true;
    }

    /// <summary>Notes that a slip was opened, where the dossier hides its sender.</summary>
    protected Task NoteSlipAsync(Slip slip) => services.Log.ReadAsync(Dossier, Actor, slip, Cancel);

    /// <summary>Opens the page of a step, or says by an answer why not: not found, not theirs, no longer waiting.</summary>
    protected async Task<IActionResult?> OpenStepAsync(Guid id)
    {
        if (!await OpenAsync(id))
            return NotFound();
        if (MayDoStep)
            return null;
        var isHeld = Dossier.Status == DossierStatus.WithdrawalAsked;
        if (!isHeld && Dossier.Work.Any(item => StepOf(item)?.Kind == Kind))
            return StatusCode(StatusCodes.Status403Forbidden);
        Flash.Info(TempData, services.Words.Create(typeof(UiText))[isHeld ? "Step.Held" : "Step.NotWaiting"]);
        return Redirect(ListPlace.Keep(StepPaths.Dossier(id), List));
    }

    /// <summary>Opens the page of an act beside the route, by the same rule as the act itself: not found, not theirs, not possible now.</summary>
    protected async Task<IActionResult?> OpenActAsync(Guid id, DossierAct what)
    {
        return await OpenAsync(id) ? WhyNotOpened(what) : NotFound();
    }

    /// <summary>What answers instead of the page of an act when the rule of the act does not let this person do it; null when it does.</summary>
    protected IActionResult? WhyNotOpened(DossierAct what)
    {
        var reasons = Dossier.WhyNot(what, Act);
        return reasons.Count == 0 ? null
            : IsSomebodyElses(reasons) ? StatusCode(StatusCodes.Status403Forbidden)
            : Redirect(ListPlace.Keep(StepPaths.Dossier(Dossier.Id), List));
    }

    /// <summary>True when an act is refused for who it is, whatever the dossier's state.</summary>
    protected static bool IsSomebodyElses(IReadOnlyList<Refusal> reasons) =>
        reasons.Any(refusal => refusal.Code is nameof(RefusalCode.StepNotYours) or nameof(RefusalCode.ShutOut));

    /// <summary>What the sentence after an act says beside the code of the dossier, as the act left it.</summary>
    protected virtual object[] WordsOfGood(Dossier dossier) => [];

    /// <summary>
    /// After an act the list goes on that the page was opened from, else the dossier, or where the address says. A refused act is shown with its reasons: 409
    /// when somebody was faster, else 422.
    /// </summary>
    protected async Task<IActionResult> AnswerAsync(ActResult result, string goodWord, Func<Task<IActionResult>> show, string? to = null)
    {
        if (result.Done)
        {
            Flash.Good(
                TempData,
                Word(goodWord, [HiddenApplicant.CodeFor(Actor, result.Dossier!.Code, result.Dossier.Reference), .. WordsOfGood(result.Dossier)])
            );
            return Redirect(to is null ? ListPlace.Known(List) ?? StepPaths.Dossier(result.Dossier.Id) : ListPlace.Keep(to, List));
        }

        if (!await OpenAsync(Dossier.Id))
            return NotFound();
        if (services.Sent.ShownAgain is { } again)
        {
            ShownAgain = again.Sentence;
            return await show();
        }

        FormRefusals.Add(ModelState, result.Refusals);
        var raced = result.Refusals.Any(refusal => refusal.Code.StartsWith(nameof(RefusalCode.DossierChanged), StringComparison.Ordinal));
        Response.StatusCode = raced ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
        return await show();
    }

    /// <summary>Has the act say what else is wrong, and keep nothing, where something typed cannot be read or was not chosen.</summary>
    protected void TryWhatIsRead() => services.Sent.HasUnread = !ModelState.IsValid;

    /// <summary>Shows the page again because something typed cannot be read.</summary>
    protected async Task<IActionResult> UnreadableAsync(Func<Task<IActionResult>> show)
    {
        ShownAgain = services.Sent.ShownAgain?.Sentence;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await show();
    }
}
