using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Ui.Words;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Absences;

/// <summary>Vắng mặt và ký thay: who is away, who stands in, what waits on empty desks, who signs on a day.</summary>
[ForRoles(StaffRole.DivisionHead, StaffRole.Leader, StaffRole.CentreLeader, StaffRole.Administrator)]
public sealed class StandInsModel(StandInsQuery query, CurrentActor current, ProcedureCatalogue catalogue, OfficeClock clock, IStringLocalizer<UiText> words)
    : PageModel
{
    public const string Address = "/vang-mat";

    [BindProperty(SupportsGet = true, Name = "ngay")]
    public LocalDate? Wanted { get; set; }

    public LocalDate Today => clock.Today;

    public LocalDate Day => Wanted ?? Today;

    public StandInPage Shown { get; private set; } = new([], [], [], []);

    public async Task OnGetAsync() => Shown = await query.ReadAsync(await current.GetAsync(HttpContext.RequestAborted), Day, HttpContext.RequestAborted);

    public string? RoleOf(StandIn fact) => fact.Role is { } role ? words[$"Role.{role}"].Value : null;

    public string ProceduresOf(IEnumerable<string> slugs) => string.Join("; ", slugs.Select(slug => catalogue.KindName(slug)));

    public static string EditHref(StandIn fact) => $"{Address}/ghi?sua={fact.Id}";
}
