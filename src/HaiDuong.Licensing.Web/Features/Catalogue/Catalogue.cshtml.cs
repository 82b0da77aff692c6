using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Web.Workflows;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HaiDuong.Licensing.Web.Features.Catalogue;

/// <summary>Danh mục thủ tục hành chính: the procedures in force today, by field.</summary>
public sealed class CatalogueModel(ProcedureCatalogue catalogue, OfficeClock clock) : PageModel
{
    public SubmissionChannel Channel => SubmissionChannel.Online;

    public IEnumerable<IGrouping<string, Procedure>> Fields => catalogue.All(clock.Today).GroupBy(procedure => procedure.Field);
}
