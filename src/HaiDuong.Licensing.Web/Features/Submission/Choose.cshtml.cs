using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Web.Workflows;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HaiDuong.Licensing.Web.Features.Submission;

/// <summary>Which procedure somebody wants to file.</summary>
public sealed class ChooseModel(ProcedureCatalogue catalogue, OfficeClock clock) : PageModel
{
    public IReadOnlyList<Procedure> Procedures => catalogue.All(clock.Today);
}
