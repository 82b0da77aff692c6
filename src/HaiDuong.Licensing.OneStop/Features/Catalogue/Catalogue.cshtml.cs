using HaiDuong.Licensing.OneStop.Features.Shared;
using HaiDuong.Licensing.OneStop.Ui.Layout;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HaiDuong.Licensing.OneStop.Features.Catalogue;

/// <summary>Danh mục thủ tục hành chính: the procedures in force today, by field.</summary>
[AllowAnonymous]
public sealed class CatalogueModel(ProcedureCatalogue catalogue, OfficeClock clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = ProcedureList.Field)]
    public string? Text { get; set; }

    public ProcedureList Procedures => new(SitePaths.Procedures, SitePaths.Procedures, Text, catalogue.Find(Text, clock.Today));
}
