using HaiDuong.Licensing.OneStop.Features.Shared;
using HaiDuong.Licensing.OneStop.Ui.Layout;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HaiDuong.Licensing.OneStop.Features.Submission;

/// <summary>Which procedure somebody wants to file.</summary>
[AllowAnonymous]
public sealed class ChooseModel(ProcedureCatalogue catalogue, OfficeClock clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = ProcedureList.Field)]
    public string? Text { get; set; }

    public ProcedureList Procedures => new(SitePaths.Submit, SitePaths.Submit, Text, catalogue.Find(Text, clock.Today));
}
