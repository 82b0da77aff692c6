using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.OneStop.Ui.Components;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using HaiDuong.Licensing.OneStop.Ui.Layout;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Kit;

/// <summary>Every component with long Vietnamese data; only in Development. <c>?desk</c> shows it in the staff layout, <c>?wrong</c> with errors.</summary>
[AllowAnonymous]
public sealed class KitModel(IWebHostEnvironment environment, IStringLocalizerFactory localizers) : PageModel
{
    private static readonly LocalDateTime Moment = new(2019, 9, 5, 9, 0);
    private readonly IStringLocalizer _words = localizers.Create("HaiDuong.Licensing.OneStop.Features.Kit.Kit", typeof(KitModel).Assembly.GetName().Name!);

    /// <summary>A fixed moment, so that the page always looks the same: Thursday 05/09/2019 09:00.</summary>
    public Instant Now => OfficeClock.ToInstant(Moment);

    public bool Desk { get; private set; }

    /// <summary>Something that is due so many hours from now, warned of two days before.</summary>
    public static DueState DueIn(int hours)
    {
        var due = Moment.PlusHours(hours);
        return new DueState(ClockState.Running, null, due, due, [due.PlusDays(-2)], due.PlusMinutes(1), null);
    }

    [BindProperty]
    public KitInput Input { get; set; } = new();

    public FormRowsView Sites { get; private set; } = null!;

    public IReadOnlyList<StepView> Steps => [.. Enumerable.Range(1, 5).Select(number => new StepView(Word($"Step{number}"), "#"))];

    public IReadOnlyList<FieldChoice> Kinds =>
        [.. Enumerable.Range(1, 3).Select(number => new FieldChoice($"{number}", Word($"Kind{number}"), number == 2 ? Word("KindHint") : null))];

    public IReadOnlyList<FieldChoice> Districts => [.. Word("Districts").Split(';').Select(name => new FieldChoice(name, name))];

    public IReadOnlyList<TimelineEntry> History =>
        [
            new(Now - Duration.FromDays(3), Word("Event1"), Word("Who1"), null, "good"),
            new(Now - Duration.FromDays(2), Word("Event2"), Word("Who2"), Word("Note2"), "warn"),
            new(Now, Word("Event3"), Word("Who3"), null, "now"),
        ];

    public IActionResult OnGet(bool desk, bool wrong)
    {
        if (!environment.IsDevelopment())
            return NotFound();
        Show(desk);
        if (wrong)
        {
            ModelState.AddModelError("Input.Name", Word("ErrorName"));
            ModelState.AddModelError("Input.IssuedOn", Word("ErrorDate"));
            ModelState.AddModelError("Input.Kind", Word("ErrorKind"));
            ModelState.AddModelError("Input.Papers", Word("ErrorFile"));
        }

        return Page();
    }

    public IActionResult OnPost(bool desk)
    {
        if (!environment.IsDevelopment())
            return NotFound();
        Show(desk);
        if (RowCommand.Read(Request.Form) is { } command)
        {
            var rows = command.Apply("sites", RowCommand.ReadRows(Request.Form, "sites"), () => new Dictionary<string, string>());
            Sites = Sites with { Rows = rows };
            ModelState.Clear();
            return Page();
        }

        if (ModelState.IsValid)
        {
            Flash.Good(TempData, Word("Saved"));
            return RedirectToPage(new { desk });
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private void Show(bool desk)
    {
        Desk = desk;
        ViewData["DeskFrame"] = new DeskFrame(
            Word("Person"),
            Word("Role"),
            [
                new(Word("Nav1"), [new(Word("Nav11"), "/dev/kit", 12), new(Word("Nav12"), "/dev/kit/2", 3), new(Word("Nav13"), "/dev/kit/3")]),
                new(Word("Nav2"), [new(Word("Nav21"), "/dev/kit/4", 104), new(Word("Nav22"), "/dev/kit/5")]),
            ]
        );
        Sites = new FormRowsView
        {
            Name = "sites",
            Label = Word("Sites"),
            Hint = Word("SitesHint"),
            ItemLabel = Word("Site"),
            MinRows = 1,
            Columns =
            [
                new()
                {
                    Name = "address",
                    Label = Word("SiteAddress"),
                    Required = true,
                },
                new()
                {
                    Name = "height",
                    Label = Word("SiteHeight"),
                    Control = FieldControl.Number,
                    Suffix = "m",
                },
                new()
                {
                    Name = "from",
                    Label = Word("SiteFrom"),
                    Control = FieldControl.Date,
                },
            ],
            Rows =
            [
                new Dictionary<string, string>
                {
                    ["address"] = Word("Address1"),
                    ["height"] = "42,5",
                    ["from"] = "05/09/2019",
                },
                new Dictionary<string, string>(),
            ],
            Errors = new[] { ("sites[1].address", Word("ErrorName")) }.ToLookup(pair => pair.Item1, pair => pair.Item2),
        };
    }

    private string Word(string key) => _words[key];
}

/// <summary>What the gallery's form asks.</summary>
public sealed class KitInput
{
    public string? Name { get; set; }

    public LocalDate? IssuedOn { get; set; }

    public LocalTime? At { get; set; }

    public decimal? Area { get; set; }

    public long? Fee { get; set; } = 1_500_000;

    public string? Kind { get; set; }

    public bool? Foreign { get; set; }
}
