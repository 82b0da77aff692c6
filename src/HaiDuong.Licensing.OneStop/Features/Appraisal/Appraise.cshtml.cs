using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Routes;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Features.Shared;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Ui.Entry;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using HaiDuong.Licensing.OneStop.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Appraisal;

/// <summary>One check on the page: what the rule computed, what was answered.</summary>
public sealed record CheckView(CheckOutcome Outcome, string? Answer, string? Note);

/// <summary>Appraisal with the papers side by side: every check answered; opinions of other agencies asked beside the route.</summary>
[ForRoles(StaffRole.Specialist, StaffRole.DivisionHead)]
public sealed class AppraiseModel(
    DossierPageServices services,
    AppraiseDossier appraise,
    AskOpinion ask,
    OpinionLinks links,
    NearbyPlacesQuery nearby,
    LicenceRegister licences
) : DossierPage(services)
{
    /// <summary>Cơ quan khác: a body that neither the procedure nor the division knows yet.</summary>
    public const string Other = "khac";

    /// <summary>Before the question of a body that was sent a link before.</summary>
    private const string Known = "da-biet.";

    /// <summary>Three working days to answer, unless the specialist says otherwise.</summary>
    private static readonly Duration TimeToAnswer = Duration.FromHours(24);

    private static readonly LocalTime EndOfDay = new(17, 0);

    [BindProperty]
    public string? Note { get; set; }

    [BindProperty]
    public string? Agency { get; set; }

    [BindProperty]
    public string? Question { get; set; }

    [BindProperty]
    [Ahead]
    public LocalDate? AnswerBy { get; set; }

    /// <summary>The name of a body that is in no list.</summary>
    [BindProperty]
    public string? BodyName { get; set; }

    /// <summary>Where a link is sent; empty when the agency is asked at its desk.</summary>
    [BindProperty]
    public string? BodyEmail { get; set; }

    /// <summary>The earlier question that is asked again.</summary>
    [BindProperty(SupportsGet = true, Name = "hoi-lai")]
    public Guid? AgainOf { get; set; }

    [BindProperty]
    public string? AgainReason { get; set; }

    /// <summary>The earlier question that is asked again; null when none is, or none can be.</summary>
    public Opinion? Earlier => AgainOf is { } id ? Dossier.Opinions.FirstOrDefault(opinion => opinion.Id == id && MayAskAgain(opinion)) : null;

    /// <summary>The links of the dossier, by their question.</summary>
    public IReadOnlyDictionary<Guid, KeptLink> Links { get; private set; } = new Dictionary<Guid, KeptLink>();

    private List<KeptLink> bodies = [];

    public IReadOnlyList<CheckView> Checks { get; private set; } = [];

    /// <summary>The licence that the request names, as the register has it; null when it names none.</summary>
    public RegisterMark? Register { get; private set; }

    /// <summary>What stands around the places asked for.</summary>
    public IReadOnlyList<NearbyPlaces> Nearby { get; private set; } = [];

    public IReadOnlyList<FieldChoice> Agencies =>
        [
            .. Procedure.ConsultedAgencies.Select(agency => new FieldChoice(
                agency.Key,
                string.Join(" – ", new[] { agency.Name, agency.Question, agency.Occasion }.OfType<string>())
            )),
            .. bodies.Select(body => new FieldChoice(Known + body.OpinionId, $"{body.Body} ({body.Email})")),
            .. MayLink ? [new FieldChoice(Other, Word("AgencyOther"))] : Array.Empty<FieldChoice>(),
        ];

    /// <summary>What hides its sender is never sent outside.</summary>
    public bool MayLink => !Dossier.HidesApplicant;

    /// <summary>The newest question to a body may be asked again, unless the route waits for its answer.</summary>
    public bool MayAskAgain(Opinion opinion) => !Dossier.IsReplaced(opinion) && (opinion.Answer is not null || Dossier.MayBeTakenBack(opinion));

    /// <summary>Keys of the papers that the agency sees while it is asked.</summary>
    [BindProperty]
    public List<string> ShownPapers { get; set; } = [];

    /// <summary>Keys of the answers of the form that the agency sees while it is asked.</summary>
    [BindProperty]
    public List<string> ShownFields { get; set; } = [];

    /// <summary>What there is to show: the papers that came and the answers that were given.</summary>
    public IReadOnlyList<FieldChoice> PaperChoices =>
        [.. Procedure.Papers.Where(paper => Dossier.Papers.Any(sent => sent.Key == paper.Key)).Select(paper => new FieldChoice(paper.Key, paper.Name))];

    public IReadOnlyList<FieldChoice> FieldChoices =>
        [
            .. Procedure.Form.Fields.Where(one => Dossier.Form[one.Key] is not null).Select(one => new FieldChoice(one.Key, one.Label)),
            .. Procedure
                .Form.Sections.Where(section => section.Rows is { } table && Dossier.Form.RowsOf(table.Key).Count > 0)
                .Select(section => new FieldChoice(section.Rows!.Key, section.Title)),
        ];

    /// <summary>Why no supplement can be asked by this person now, though the dossier is appraised; null when one can.</summary>
    public Refusal? WhyNoSupplement => Dossier.WhyNot(DossierAct.AskSupplement, Act) is [var refused, ..] ? refused : null;

    private bool hasAsked;

    protected override StepKind? Kind => StepKind.AppraiseDossier;

    /// <summary>The question that an agency was asked is sent; what else was typed is not.</summary>
    public override bool HasUnsent =>
        base.HasUnsent
        && (
            !hasAsked
            || !string.IsNullOrWhiteSpace(Note)
            || Checks.Any(check => check.Answer != ProposedAnswer(check.Outcome) || (check.Note ?? "") != (ProposedNote(check.Outcome.Check.Key) ?? ""))
        );

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await OpenStepAsync(id) is { } refused)
            return refused;
        if (Earlier is { } earlier)
            (Question, BodyEmail) = (earlier.Question, earlier.Link?.Email);
        return await ShowAsync();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await OpenAsync(id))
            return NotFound();
        var request = new AppraiseDossierRequest(id, Revision, StepOfAct, Answers(), Note);
        return await AnswerAsync(await appraise.DoAsync(request, Actor, Cancel), "Done", ShowAsync);
    }

    public async Task<IActionResult> OnPostOpinionAsync(Guid id)
    {
        if (!await OpenAsync(id))
            return NotFound();
        await FindBodiesAsync();
        if (AgainOf is null && Agencies.All(agency => agency.Value != Agency))
            ModelState.AddModelError(nameof(Agency), Word("AgencyRequired"));
        if (AnswerBy is null || AnswerBy < Act.Local.Date)
            ModelState.AddMissing(nameof(AnswerBy), Word("AnswerByRequired"));
        TryWhatIsRead();
        var request = new AskOpinionRequest(
            id,
            Revision,
            Agency ?? "",
            Question ?? "",
            (AnswerBy ?? TimeToAnswerFromNow()) + EndOfDay,
            Answers(),
            new OpinionShown(Offered(ShownPapers, PaperChoices), Offered(ShownFields, FieldChoices)),
            LinkTo(),
            AgainOf is { } earlier ? new OpinionAgain(earlier, AgainReason ?? "") : null
        );
        var result = await ask.DoAsync(request, Actor, Cancel);
        return result.Done ? await GoOnAsync(result.Dossier!) : await AnswerAsync(result, "Asked", ShowAsync);
    }

    /// <summary>The same page again with everything typed, also what is not kept yet; only the question is gone. Sent again it is refused.</summary>
    private async Task<IActionResult> GoOnAsync(Dossier asked)
    {
        await OpenAsync(asked.Id);
        hasAsked = true;
        (Agency, Question, AnswerBy) = (null, null, null);
        (BodyName, BodyEmail, AgainOf, AgainReason) = (null, null, null, null);
        ProposeShown();
        ModelState.Clear();
        Flash.Good(TempData, Word("Asked", asked.Code!));
        return await ShowAsync();
    }

    private LocalDate TimeToAnswerFromNow() => Act.Rules.Calendar.AddWorkingTime(Act.Local, TimeToAnswer).Date;

    /// <summary>Where a link goes, and to whom; null when the agency is asked at its desk. A body without a desk has no other way.</summary>
    private AskByLink? LinkTo()
    {
        var email = BodyEmail?.Trim() ?? "";
        if (AgainOf is not null)
            return email.Length > 0 || Earlier?.Body is not null ? new AskByLink(null, email) : null;
        if (Agency == Other)
            return new AskByLink(BodyName ?? "", email);
        if (bodies.Find(body => Known + body.OpinionId == Agency) is { } known)
            return new AskByLink(known.Body, email.Length > 0 ? email : known.Email);
        return email.Length > 0 ? new AskByLink(null, email) : null;
    }

    private async Task FindBodiesAsync() => bodies = MayLink ? await links.KnownToAsync(Dossier.DivisionKey, Cancel) : [];

    private static IReadOnlyList<string> Offered(List<string> chosen, IReadOnlyList<FieldChoice> choices) =>
        [.. choices.Select(choice => choice.Value).Where(chosen.Contains)];

    private async Task<IActionResult> ShowAsync()
    {
        if (!HttpMethods.IsPost(Request.Method))
            ProposeShown();
        AnswerBy ??= TimeToAnswerFromNow();
        await FindBodiesAsync();
        Links = Dossier.Opinions.Any(opinion => opinion.Link is not null)
            ? (await links.OfDossierAsync(Dossier.Id, Cancel)).ToDictionary(link => link.OpinionId)
            : Links;
        Checks = [.. Asked().Select(outcome => new CheckView(outcome, AnswerOf(outcome), NoteOf(outcome.Check.Key)))];
        Register = await RegisterMark.OfAsync(licences, Dossier, Act, Cancel);
        Nearby = await nearby.ReadAsync(Dossier, Procedure, Now, Cancel);
        return Page();
    }

    /// <summary>
    /// What the procedure says for the agencies it names; nothing more is ticked than every one of them may see, if they differ, and nothing where it names
    /// none. Whoever is asked again was shown something already.
    /// </summary>
    private void ProposeShown()
    {
        if (Earlier is { } earlier)
        {
            (ShownPapers, ShownFields) = ([.. earlier.ShownBy(Procedure).Papers], [.. earlier.ShownBy(Procedure).Fields]);
            return;
        }

        var shown = Procedure.ConsultedAgencies.Select(agency => OpinionShown.ByProcedure(Procedure, agency.Key)).ToList();
        bool Sees(Func<OpinionShown, IReadOnlyList<string>> keys, string key) => shown.Count > 0 && shown.TrueForAll(one => keys(one).Contains(key));
        ShownPapers = [.. PaperChoices.Select(choice => choice.Value).Where(key => Sees(one => one.Papers, key))];
        ShownFields = [.. FieldChoices.Select(choice => choice.Value).Where(key => Sees(one => one.Fields, key))];
    }

    /// <summary>The checks that concern the case; those about the site come with its inspection.</summary>
    private IEnumerable<CheckOutcome> Asked() =>
        CheckRules
            .Evaluate(Procedure, Dossier.Form, Dossier.Inspection)
            .Where(outcome => outcome.Check.Subject != CheckSubject.Inspection || Dossier.Inspection is not null);

    private string? AnswerOf(CheckOutcome outcome) => Typed($"checks.{outcome.Check.Key}") ?? ProposedAnswer(outcome);

    private string? NoteOf(string key) => Typed($"notes.{key}") ?? ProposedNote(key);

    private string? Typed(string field) => Request.HasFormContentType && Request.Form.TryGetValue(field, out var typed) ? typed.ToString() : null;

    private string? ProposedAnswer(CheckOutcome outcome)
    {
        if (Dossier.Checks.FirstOrDefault(check => check.Key == outcome.Check.Key) is { } before)
            return before.Met ? "true" : "false";
        return outcome.Answer switch
        {
            CheckAnswer.Passed => "true",
            CheckAnswer.Failed => "false",
            _ => null,
        };
    }

    private string? ProposedNote(string key) => Dossier.Checks.FirstOrDefault(check => check.Key == key)?.Note;

    private List<CheckResult> Answers() =>
        [
            .. from outcome in Asked()
            let answer = Request.Form[$"checks.{outcome.Check.Key}"].ToString()
            where answer is "true" or "false"
            let note = Request.Form[$"notes.{outcome.Check.Key}"].ToString().Trim()
            select new CheckResult(outcome.Check.Key, answer == "true", note.Length > 0 ? note : null),
        ];
}
