using HaiDuong.Licensing.OneStop.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HaiDuong.Licensing.OneStop.Features.Accounts;

/// <summary>Leads whoever is logged in to the place where they begin.</summary>
[Authorize]
public sealed class StartModel(CurrentActor current) : PageModel
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => LocalRedirect(AccountPaths.HomeOf(await current.GetAsync(cancel)));
}
