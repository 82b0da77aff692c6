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
public sealed class AppraiseModel(DossierPageServices services, AppraiseDossier appraise, AskOpinion ask, NearbyPlacesQuery nearby, LicenceRegister licences)
    : DossierPage(services)
{
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
        ];

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

    protected override StepKind? Kind => StepKind.AppraiseDossier;

    public async Task<IActionResult> OnGetAsync(Guid id) => await OpenStepAsync(id) ?? await ShowAsync();

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
        if (Procedure.ConsultedAgencies.All(agency => agency.Key != Agency))
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
            new OpinionShown(Known(ShownPapers, PaperChoices), Known(ShownFields, FieldChoices))
        );
        var result = await ask.DoAsync(request, Actor, Cancel);
        return result.Done ? await GoOnAsync(result.Dossier!) : await AnswerAsync(result, "Asked", ShowAsync);
    }

    /// <summary>The same page again with everything typed, also what is not kept yet; only the question is gone. Sent again it is refused.</summary>
    private async Task<IActionResult> GoOnAsync(Dossier asked)
    {
        await OpenAsync(asked.Id);
        (Agency, Question, AnswerBy) = (null, null, null);
        ProposeShown();
        ModelState.Clear();
        Flash.Good(TempData, Word("Asked", asked.Code!));
        return await ShowAsync();
    }

    private LocalDate TimeToAnswerFromNow() => Act.Rules.Calendar.AddWorkingTime(Act.Local, TimeToAnswer).Date;

    private static IReadOnlyList<string> Known(List<string> chosen, IReadOnlyList<FieldChoice> choices) =>
        [.. choices.Select(choice => choice.Value).Where(chosen.Contains)];

    private async Task<IActionResult> ShowAsync()
    {
        if (!HttpMethods.IsPost(Request.Method))
            ProposeShown();
        AnswerBy ??= TimeToAnswerFromNow();
        Checks = [.. Asked().Select(outcome => new CheckView(outcome, AnswerOf(outcome), NoteOf(outcome.Check.Key)))];
        Register = await RegisterMark.OfAsync(licences, Dossier, Act, Cancel);
        Nearby = await nearby.ReadAsync(Dossier, Procedure, Now, Cancel);
        return Page();
    }

    /// <summary>What the procedure says for the agencies it names; nothing more is ticked than every one of them may see, if they differ.</summary>
    private void ProposeShown()
    {
        var shown = Procedure.ConsultedAgencies.Select(agency => OpinionShown.ByProcedure(Procedure, agency.Key)).ToList();
        ShownPapers = [.. PaperChoices.Select(choice => choice.Value).Where(key => shown.TrueForAll(one => one.Papers.Contains(key)))];
        ShownFields = [.. FieldChoices.Select(choice => choice.Value).Where(key => shown.TrueForAll(one => one.Fields.Contains(key)))];
    }

    /// <summary>The checks that concern the case; those about the site come with its inspection.</summary>
    private IEnumerable<CheckOutcome> Asked() =>
        CheckRules
            .Evaluate(Procedure, Dossier.Form, Dossier.Inspection)
            .Where(outcome => outcome.Check.Subject != CheckSubject.Inspection || Dossier.Inspection is not null);

    private string? AnswerOf(CheckOutcome outcome)
    {
        if (Request.HasFormContentType && Request.Form.TryGetValue($"checks.{outcome.Check.Key}", out var typed))
            return typed;
        if (Dossier.Checks.FirstOrDefault(check => check.Key == outcome.Check.Key) is { } before)
            return before.Met ? "true" : "false";
        return outcome.Answer switch
        {
            CheckAnswer.Passed => "true",
            CheckAnswer.Failed => "false",
            _ => null,
        };
    }

    private string? NoteOf(string key) =>
        Request.HasFormContentType && Request.Form.TryGetValue($"notes.{key}", out var typed)
            ? typed
            : Dossier.Checks.FirstOrDefault(check => check.Key == key)?.Note;

    private List<CheckResult> Answers() =>
        [
            .. from outcome in Asked()
            let answer = Request.Form[$"checks.{outcome.Check.Key}"].ToString()
            where answer is "true" or "false"
            let note = Request.Form[$"notes.{outcome.Check.Key}"].ToString().Trim()
            select new CheckResult(outcome.Check.Key, answer == "true", note.Length > 0 ? note : null),
        ];
}
