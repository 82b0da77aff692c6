using HaiDuong.Licensing.Web.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace HaiDuong.Licensing.Web.Features.Statistics;

/// <summary>Tình hình đúng hạn: by division and period, for those who lead.</summary>
public sealed class OnTimeModel(OnTimeQuery query, ProcedureCatalogue catalogue, OfficeClock clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "tu")]
    public LocalDate? From { get; set; }

    [BindProperty(SupportsGet = true, Name = "den")]
    public LocalDate? To { get; set; }

    public LocalDate First => From ?? new LocalDate(clock.Today.Year, 1, 1);

    public LocalDate Last => To ?? clock.Today;

    public IReadOnlyList<OnTimeRow> Rows { get; private set; } = [];

    public OnTimeRow Sum => new(
        "", Rows.Sum(row => row.Early), Rows.Sum(row => row.OnTime), Rows.Sum(row => row.Late), Rows.Sum(row => row.RePromised),
        Rows.Sum(row => row.InTerm), Rows.Sum(row => row.Waiting), Rows.Sum(row => row.Overdue));

    public async Task OnGetAsync() => Rows = await query.ReadAsync(First, Last, HttpContext.RequestAborted);

    public string UnitName(string key) => catalogue.Organisation.NameOf(key);

    /// <summary>Share of what ended in time, in whole per cent; null when nothing ended.</summary>
    public static int? Share(OnTimeRow row) => row.Ended == 0 ? null : (int)(100L * (row.Early + row.OnTime) / row.Ended);
}
