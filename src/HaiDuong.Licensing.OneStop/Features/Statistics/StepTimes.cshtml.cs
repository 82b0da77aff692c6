using System.Globalization;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Ui.Words;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Statistics;

/// <summary>A step as the page shows it: how long it took, and what waits for it now.</summary>
public sealed record StepLine(string Step, string Name, StepTimesRow? Times, BoardCounts Waiting);

/// <summary>Thời gian ở từng bước: how long each took in a period, and where dossiers wait now; by division and procedure.</summary>
[ForRoles(StaffRole.CentreLeader, StaffRole.Leader, StaffRole.DivisionHead, StaffRole.Inspector, StaffRole.Administrator)]
public sealed class StepTimesModel(
    StepTimesQuery query,
    BoardQuery board,
    BoardChoices choices,
    CurrentActor current,
    StepNames steps,
    OfficeClock clock,
    PageWords<StepTimesModel> words
) : PageModel
{
    public const string Address = "/thong-ke/thoi-gian";

    private const int UsualDays = 30;

    /// <summary>A day's work, in which long times are said.</summary>
    private const int HoursOfADay = 8;

    [BindProperty(SupportsGet = true, Name = "tu")]
    public LocalDate? From { get; set; }

    [BindProperty(SupportsGet = true, Name = "den")]
    public LocalDate? To { get; set; }

    [BindProperty(SupportsGet = true, Name = "don-vi")]
    public string? Unit { get; set; }

    [BindProperty(SupportsGet = true, Name = "thu-tuc")]
    public string? Procedure { get; set; }

    public LocalDate First => From ?? Last.PlusDays(1 - UsualDays);

    public LocalDate Last => To ?? clock.Today;

    /// <summary>False when the period holds more than one page counts.</summary>
    public bool IsCounted { get; private set; } = true;

    public IReadOnlyList<StepLine> Lines { get; private set; } = [];

    public BoardChoices Choices => choices;

    /// <summary>The longest bar, in hours.</summary>
    public double Longest => Lines.Select(line => line.Times?.Spent.Ninetieth.TotalHours ?? 0).DefaultIfEmpty().Max();

    private DossierFilter Narrowed => new() { Unit = Unit, Procedure = Procedure };

    public async Task OnGetAsync(CancellationToken cancel)
    {
        (Unit, Procedure) = (Unit is "" ? null : Unit, Procedure is "" ? null : Procedure);
        var actor = await current.GetAsync(cancel);
        var (open, whole) = await board.ReadWithWholeAsync(Narrowed, actor, cancel);
        choices.Take(whole, Unit, Procedure);
        if (First > Last)
            ModelState.AddModelError("tu", words["Backwards"]);
        if (!ModelState.IsValid)
            return;
        var times = await query.ReadAsync(Narrowed with { From = First, To = Last }, actor, cancel);
        IsCounted = times is not null;
        var waiting = open.By(BoardSide.Step);
        Lines =
        [
            .. (times ?? [])
                .Select(row => row.Step)
                .Union(waiting.Keys, StringComparer.Ordinal)
                .Select(step => new StepLine(
                    step,
                    step == DossierFilter.None ? words["NoStep"] : steps.Of(step),
                    times?.FirstOrDefault(row => row.Step == step),
                    waiting.GetValueOrDefault(step) ?? BoardCounts.None
                ))
                .OrderBy(line => steps.OrderOf(line.Step))
                .ThenBy(line => line.Name, StringComparer.CurrentCulture),
        ];
    }

    /// <summary>The dossiers that did the step in the period.</summary>
    public string DoneHref(string step) => (Narrowed with { Group = ListGroup.All, DoneStep = step, From = First, To = Last }).Href();

    /// <summary>Those that wait for it now.</summary>
    public string WaitingHref(string step, ListGroup group) => Board.FilterOf(Narrowed, BoardSide.Step, step, group).Href();

    /// <summary>Working time in hours, from a day's work on in days.</summary>
    public string Say(Duration time) =>
        time < Duration.FromHours(HoursOfADay)
            ? words["Hours", time.TotalHours.ToString("0.#", CultureInfo.CurrentCulture)]
            : words["Days", (time.TotalHours / HoursOfADay).ToString("0.#", CultureInfo.CurrentCulture)];
}
