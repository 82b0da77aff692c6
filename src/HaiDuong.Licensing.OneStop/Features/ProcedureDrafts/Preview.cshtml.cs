using HaiDuong.Licensing.Documents.Templates;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Routes;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using HaiDuong.Licensing.OneStop.Ui.Layout;
using HaiDuong.Licensing.OneStop.Ui.Words;
using HaiDuong.Licensing.OneStop.Workflows;
using HaiDuong.Licensing.OneStop.Workflows.Editing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Route = HaiDuong.Licensing.Domain.Routes.Route;

namespace HaiDuong.Licensing.OneStop.Features.ProcedureDrafts;

/// <summary>A step of the walk that was done.</summary>
public sealed record WalkedStep(string Title, string Outcome);

/// <summary>When a dossier that was accepted on the chosen day would be due by one of the terms.</summary>
public sealed record SampleDue(ProcedureTerm Term, LocalDateTime? Statutory, LocalDateTime? Promised);

/// <summary>
/// A draft as people will meet it: its form filled in with samples, fee, letters, and its route walked step by step. It only looks; nothing is written.
/// </summary>
[ForRoles(StaffRole.Administrator)]
public sealed class PreviewModel(
    ProcedureDraftsQuery query,
    ProcedureDraftCheck check,
    SampleLetterQuery letters,
    Rulebooks rulebooks,
    OfficeClock clock,
    PageWords<PreviewModel> words
) : PageModel
{
    private static readonly LocalTime Opening = new(9, 0);

    [BindProperty(SupportsGet = true)]
    public string Slug { get; set; } = "";

    /// <summary>The day on which the sample is accepted.</summary>
    [BindProperty(SupportsGet = true, Name = "ngay")]
    public LocalDate? Day { get; set; }

    /// <summary>The steps of the walk so far: <c>step:outcome</c>.</summary>
    [BindProperty(SupportsGet = true, Name = "buoc")]
    public List<string> Steps { get; set; } = [];

    public OpenProcedure Open { get; private set; } = null!;

    /// <summary>Null while the draft cannot be read.</summary>
    public SampleDossier? Sample { get; private set; }

    public IReadOnlyList<GeneratedSection> Sections { get; private set; } = [];

    public IReadOnlyList<PaperRequirement> Papers { get; private set; } = [];

    public IReadOnlyList<SampleDue> Dues { get; private set; } = [];

    public Route? Walked { get; private set; }

    public RouteState? State { get; private set; }

    public IReadOnlyList<WalkedStep> Done { get; private set; } = [];

    public string Address(IEnumerable<string> steps) =>
        ProcedureListModel.AddressOf(Slug, "/xem-thu")
        + $"?ngay={VietnameseDate.Print(Day ?? clock.Today)}"
        + string.Concat(steps.Select(step => $"&buoc={Uri.EscapeDataString(step)}"))
        + "#chay-thu";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    /// <summary>A letter as PDF; the page again where its text cannot be filled in.</summary>
    public async Task<IActionResult> OnGetLetterAsync(string name, CancellationToken cancel)
    {
        if (!await LoadAsync(cancel) || Sample is null || Open.Files.GetValueOrDefault($"{name}.md") is not { } text)
            return NotFound();
        try
        {
            return File(letters.Render(text, name == "result", Sample), "application/pdf");
        }
        catch (DocumentTemplateException wrong)
        {
            Flash.Warn(TempData, words["LetterWrong", wrong.Message]);
            return Redirect(ProcedureListModel.AddressOf(Slug, "/xem-thu"));
        }
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await query.OpenAsync(Slug, cancel) is not { } open)
            return false;
        (Open, Day) = (open, Day ?? clock.Today);
        if (check.Read(open.Files) is not { } procedure)
            return true;
        Sample = SampleDossier.Of(procedure, Day.Value.At(Opening), words);
        Sections = GeneratedForm.Of(procedure.Form, Sample.Form, places: procedure.Places);
        Papers = PaperRules.Applicable(procedure, Sample.Form);
        Dues = [.. procedure.Terms.Select(Counted)];
        Walk(procedure);
        return true;
    }

    private SampleDue Counted(ProcedureTerm term)
    {
        try
        {
            var read = DeadlineClock.Read(
                term.Statutory,
                rulebooks.RegimeOn(Day!.Value),
                rulebooks.Calendar,
                [new ClockEvent(Day.Value.At(Opening), ClockEventKind.Accept)],
                published: term.Promised
            );
            return new SampleDue(term, read.StatutoryDue, read.PromisedDue);
        }
        catch (Exception beyond) when (beyond is InvalidOperationException or ArgumentOutOfRangeException or OverflowException)
        {
            return new SampleDue(term, null, null);
        }
    }

    /// <summary>A text of a route as it is shown to who is served now.</summary>
    public string Say(string text) => rulebooks.Catalogue.Shown(text);

    private void Walk(Procedure procedure)
    {
        if (rulebooks.Routes.FirstOrDefault(route => route.Id == procedure.RouteId) is not { } route)
            return;
        var state = RouteRunner.Start(route, Sample!);
        List<WalkedStep> done = [];
        foreach (var (step, outcome) in Steps.Select(step => step.Split(':', 2)).Where(step => step.Length == 2).Select(step => (step[0], step[1])))
        {
            var move = RouteRunner.Complete(route, state, step, outcome, Sample!, holds: true);
            if (move.Refusal is not null)
                break;
            state = move.State;
            done.Add(new WalkedStep(Say(route.Step(step).Title), RouteDrawing.OutcomeName(outcome, Say)));
        }

        (Walked, State, Done, Steps) = (route, state, done, [.. Steps.Take(done.Count)]);
    }
}
