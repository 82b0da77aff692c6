using System.Globalization;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using HaiDuong.Licensing.OneStop.Ui.Layout;
using HaiDuong.Licensing.OneStop.Ui.Words;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Calendars;

/// <summary>Lịch làm việc: the year as it is known, what was announced, and a new announcement, with a look at its effect before it is published.</summary>
[ForRoles(StaffRole.Administrator)]
public sealed class CalendarModel(
    OfficeCalendar calendar,
    AnnouncementsQuery announcements,
    CalendarEffectQuery effects,
    AnnounceCalendar announce,
    ReviewDueDates review,
    CurrentActor current,
    ProcedureCatalogue catalogue,
    OfficeClock clock,
    PageWords<CalendarModel> words
) : PageModel
{
    private const string Published = "Published";

    [BindProperty(SupportsGet = true, Name = "nam")]
    public int? Wanted { get; set; }

    [BindProperty]
    public CalendarEntryForm Input { get; set; } = new();

    public CalendarEffect? Effect { get; private set; }

    public IReadOnlyList<CalendarAnnouncement> Announcements { get; private set; } = [];

    public LocalDate Today => clock.Today;

    public int Year => Wanted is { } year && Years.Contains(year) ? year : Today.Year;

    public IReadOnlyList<int> Years =>
        [.. Enumerable.Range(calendar.Data.CoversFrom.PlusDays(1).Year, calendar.Data.CoversTo.Year - calendar.Data.CoversFrom.PlusDays(1).Year + 1)];

    public IReadOnlyList<OfficeHours> Hours => [.. calendar.Data.Hours.OrderByDescending(hours => hours.KnownAt)];

    public WorkingCalendar Calendar => calendar.Whole;

    /// <summary>What is said about the days of the year; weekends inside a break are left to the picture.</summary>
    public IReadOnlyList<CalendarEntry> Days =>
        [
            .. calendar
                .Data.Entries.Where(entry => entry.Date.Year == Year && entry.Kind != CalendarEntryKind.WeekendInsideBreak)
                .OrderBy(entry => entry.Date)
                .ThenBy(entry => entry.KnownAt),
        ];

    public IReadOnlyList<FieldChoice> Units =>
        [
            new("", Word("EveryUnit")),
            .. catalogue.Organisation.UnitsOn(Today).Select(pair => new FieldChoice(pair.Unit.Key, $"{pair.Unit.Name} ({pair.Office.Name})")),
        ];

    public async Task OnGetAsync() => await ShowAsync();

    /// <summary>Looks at the effect; publishes nothing.</summary>
    public Task<IActionResult> OnPostPreviewAsync() =>
        WithChangeAsync(async change =>
        {
            if (Check(change) is { Count: > 0 } wrong)
                return await RefusedAsync(wrong);
            Effect = await effects.ReadAsync(change, Cancel);
            await ShowAsync();
            return Page();
        });

    public Task<IActionResult> OnPostPublishAsync() =>
        WithChangeAsync(async change =>
        {
            if (await announce.DoAsync(change, await current.GetAsync(Cancel), Cancel) is { Count: > 0 } refusals)
                return await RefusedAsync(refusals);
            await review.DoAsync(Cancel);
            Flash.Good(TempData, Word(Published));
            return Redirect($"/quan-tri/lich?nam={change.From.Year.ToString(CultureInfo.InvariantCulture)}");
        });

    public string UnitName(string? key) => key is null ? Word("EveryUnit") : catalogue.Organisation.NameOf(key);

    /// <summary>True when a later word about the same day has taken its place.</summary>
    public bool IsReplaced(CalendarEntry entry) => entry.Unit is null && Calendar.About(entry.Date) is { } holds && !ReferenceEquals(holds, entry);

    private CancellationToken Cancel => HttpContext.RequestAborted;

    private async Task<IActionResult> WithChangeAsync(Func<CalendarChange, Task<IActionResult>> go)
    {
        var refusals = new List<Refusal>();
        var change = Input.Read(refusals, Today);
        if (ModelState.IsValid && refusals.Count == 0)
            return await go(change);
        var unread = refusals.Select(refusal => refusal.Field).ToHashSet();
        return await RefusedAsync([.. refusals, .. Check(change).Where(other => !unread.Contains(other.Field))]);
    }

    private IReadOnlyList<Refusal> Check(CalendarChange change) => change.Check(change.Unit is { } unit ? calendar.Of(unit) : calendar.Whole, Today);

    private async Task<IActionResult> RefusedAsync(IReadOnlyList<Refusal> refusals)
    {
        FormRefusals.Add(ModelState, refusals, nameof(Input));
        Response.StatusCode = FormRefusals.StatusOf(refusals);
        await ShowAsync();
        return Page();
    }

    private async Task ShowAsync() => Announcements = await announcements.ReadAsync(Cancel);

    private string Word(string key) => words[key];
}
