using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Features.Shared;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HaiDuong.Licensing.OneStop.Features.Counter;

/// <summary>Chọn thủ tục for a dossier brought to the counter or sent by post. Some letters and Enter open the one procedure that fits ("xb01").</summary>
[ForRoles(StaffRole.CounterClerk)]
public sealed class ChooseProcedureModel(ProcedureCatalogue catalogue, OfficeClock clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = ProcedureList.Field)]
    public string? Text { get; set; }

    public ProcedureList Procedures => new(StepPaths.TakeIn, StepPaths.TakeIn, Text, catalogue.Find(Text, clock.Today));

    public IActionResult OnGet() => Procedures.Only is { } only ? Redirect(only) : Page();
}
