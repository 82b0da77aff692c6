using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Web.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HaiDuong.Licensing.Web.Features.Submission;

/// <summary>Which procedure somebody wants to file.</summary>
public sealed class ChooseModel(ProcedureCatalogue catalogue, OfficeClock clock) : PageModel
{
    /// <summary>What somebody looks for.</summary>
    [BindProperty(SupportsGet = true, Name = "tu-khoa")]
    public string? Text { get; set; }

    public IReadOnlyList<IGrouping<string, Procedure>> Fields => [.. catalogue.Find(clock.Today, Text).GroupBy(procedure => procedure.Field)];
}
