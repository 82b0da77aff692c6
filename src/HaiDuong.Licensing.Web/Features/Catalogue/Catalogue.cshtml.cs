using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Web.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HaiDuong.Licensing.Web.Features.Catalogue;

/// <summary>Danh mục thủ tục hành chính: the procedures in force today, by field.</summary>
public sealed class CatalogueModel(ProcedureCatalogue catalogue, OfficeClock clock) : PageModel
{
    /// <summary>What somebody looks for.</summary>
    [BindProperty(SupportsGet = true, Name = "tu-khoa")]
    public string? Text { get; set; }

    public SubmissionChannel Channel => SubmissionChannel.Online;

    public IEnumerable<IGrouping<string, Procedure>> Fields => catalogue.Find(clock.Today, Text).GroupBy(procedure => procedure.Field);
}
