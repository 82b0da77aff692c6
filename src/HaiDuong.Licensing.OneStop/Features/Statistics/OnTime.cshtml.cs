using HaiDuong.Licensing.Domain.Reports;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Ui.Words;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Statistics;

/// <summary>Tình hình đúng hạn: by division and period, for those who lead.</summary>
[ForRoles(StaffRole.CentreLeader, StaffRole.Leader, StaffRole.DivisionHead, StaffRole.Inspector, StaffRole.Administrator)]
public sealed class OnTimeModel(
    OnTimeQuery query,
    ReadableRowsQuery readable,
    CurrentActor current,
    ProcedureCatalogue catalogue,
    OfficeClock clock,
    PageWords<OnTimeModel> words
) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "tu")]
    public LocalDate? From { get; set; }

    [BindProperty(SupportsGet = true, Name = "den")]
    public LocalDate? To { get; set; }

    /// <summary>Counts what former divisions did to their successors.</summary>
    [BindProperty(SupportsGet = true, Name = "gop")]
    public bool InSuccessors { get; set; }

    public LocalDate First => From ?? new LocalDate(Last.Year, 1, 1);

    public LocalDate Last => To ?? clock.Today;

    /// <summary>True when units changed in the period, so that one may ask for the sums by successor.</summary>
    public bool SpansAChange => catalogue.Organisation.ChangeDays.Any(day => day > First && day <= Last);

    public IReadOnlyList<OnTimeRow> Rows { get; private set; } = [];

    public OnTimeRow Sum => OnTimeRow.Sum("", Rows);

    private Actor Actor { get; set; } = Actor.System;

    public async Task OnGetAsync()
    {
        Actor = await current.GetAsync(HttpContext.RequestAborted);
        if (First > Last)
            ModelState.AddModelError("tu", words["Backwards"]);
        if (!ModelState.IsValid)
            return;
        Rows =
        [
            .. (await query.ReadAsync(First, Last, HttpContext.RequestAborted, InSuccessors))
                .OrderBy(row => OfficeName(row.Division), StringComparer.Ordinal)
                .ThenBy(row => UnitName(row.Division), StringComparer.Ordinal),
        ];
    }

    /// <summary>The list behind a number; null where the person does not read what it counts.</summary>
    public string? HrefOf(OnTimeRow row, DossierFigure figure) =>
        readable.ReadsAllOf(Actor, DivisionOf(row))
            ? new DossierFilter
            {
                Figure = figure,
                Unit = DivisionOf(row),
                From = First,
                To = Last,
                InSuccessors = InSuccessors,
            }.Href()
            : null;

    /// <summary>Null for the sum of all.</summary>
    private static string? DivisionOf(OnTimeRow row) => row.Division is { Length: > 0 } division ? division : null;

    public string UnitName(string key) => catalogue.Organisation.NameOf(key);

    /// <summary>The department of a division, as it was called.</summary>
    public string? OfficeName(string key) => catalogue.Organisation.OfficeWith(key)?.Name;

    /// <summary>The last day of a division that has ended by the end of the period.</summary>
    public LocalDate? EndedOn(string key) => catalogue.Organisation.Find(key)?.ValidTo is { } last && last < Last ? last : null;

    /// <summary>Share of what ended in time, in whole per cent; null when nothing ended.</summary>
    public static int? Share(OnTimeRow row) => row.Ended == 0 ? null : (int)(100L * (row.Early + row.OnTime) / row.Ended);
}
