using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Desks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HaiDuong.Licensing.OneStop.Features.Work;

/// <summary>Opens the dossier of a scanned code; an unknown one is searched for.</summary>
[ForStaff]
public sealed class ScanModel(DossierSearchQuery query, CurrentActor current) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string code)
    {
        var cancel = HttpContext.RequestAborted;
        var id = await query.ByCodeAsync(code, await current.GetAsync(cancel), cancel);
        return Redirect(id is { } found ? StepPaths.Dossier(found) : "/tim" + QueryString.Create("q", code));
    }
}
