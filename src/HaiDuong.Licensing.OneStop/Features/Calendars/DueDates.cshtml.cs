using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using HaiDuong.Licensing.OneStop.Ui.Layout;
using HaiDuong.Licensing.OneStop.Ui.Words;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using NodaTime.Text;

namespace HaiDuong.Licensing.OneStop.Features.Calendars;

/// <summary>Hạn chờ quyết định: the open dossiers that a change of the calendar touches, for the head of the one-stop unit to move or to keep.</summary>
[ForRoles(StaffRole.CentreLeader)]
public sealed class DueDatesModel(
    DueDateRowsQuery query,
    DecideDueDates decide,
    ApplyDueDates apply,
    CurrentActor current,
    ProcedureCatalogue catalogue,
    PageWords<DueDatesModel> words
) : PageModel
{
    /// <summary>So many are done while the head waits; the rest by the job.</summary>
    private const int AtOnce = 400;

    [BindProperty(SupportsGet = true, Name = "after")]
    public Guid? After { get; set; }

    [BindProperty]
    public IReadOnlyList<Guid> Chosen { get; set; } = [];

    /// <summary>The state of the calendar that the list showed.</summary>
    [BindProperty]
    public string? KnownAt { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public DueDateList List { get; private set; } = new(null, 0, 0, [], null);

    public string? More => List.Next is { } next ? $"?after={next}" : null;

    public async Task OnGetAsync() => await ShowAsync();

    public Task<IActionResult> OnPostAdoptAsync() => DecideAsync(Chosen, DueDateDecision.Adopt);

    public Task<IActionResult> OnPostAdoptAllAsync() => DecideAsync(null, DueDateDecision.Adopt);

    public Task<IActionResult> OnPostKeepAsync() => DecideAsync(Chosen, DueDateDecision.Keep);

    public string ProcedureName(DueDateRow row) => catalogue.NameOf(row.ProcedureSlug, row.ProcedureVersion);

    public static string Print(LocalDateTime moment) => LocalDateTimePattern.ExtendedIso.Format(moment);

    private async Task<IActionResult> DecideAsync(IReadOnlyList<Guid>? chosen, DueDateDecision decision)
    {
        var cancel = HttpContext.RequestAborted;
        if (!LocalDateTimePattern.ExtendedIso.Parse(KnownAt ?? "").TryGetValue(default, out var knownAt))
            return BadRequest();
        var result = await decide.DoAsync(new(knownAt, chosen, decision, Reason), await current.GetAsync(cancel), cancel);
        if (result.Refusals.Count > 0)
        {
            FormRefusals.Add(ModelState, result.Refusals);
            Response.StatusCode = FormRefusals.StatusOf(result.Refusals);
            await ShowAsync();
            return Page();
        }

        await apply.DoAsync(AtOnce, cancel);
        Flash.Good(TempData, words["Done", result.Decided]);
        return Redirect("/doi-han");
    }

    private async Task ShowAsync() => List = await query.ReadAsync(After ?? Guid.Empty, HttpContext.RequestAborted);
}
