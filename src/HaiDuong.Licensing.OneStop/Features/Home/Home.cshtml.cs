using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HaiDuong.Licensing.OneStop.Features.Home;

/// <summary>The first page: what people come for.</summary>
[AllowAnonymous]
public sealed class HomeModel(ProcedureCatalogue catalogue, OfficeClock clock) : PageModel
{
    public IEnumerable<IGrouping<string, Procedure>> Fields => catalogue.All(clock.Today).Select(catalogue.Shown).GroupBy(procedure => procedure.Field);
}
