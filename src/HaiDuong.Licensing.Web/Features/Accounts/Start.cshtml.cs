using HaiDuong.Licensing.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HaiDuong.Licensing.Web.Features.Accounts;

/// <summary>Leads whoever is logged in to the place where they begin.</summary>
public sealed class StartModel(CurrentActor current) : PageModel
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var actor = await current.GetAsync(cancel);
        return actor.AccountId is null ? Challenge() : LocalRedirect(AccountPaths.HomeOf(actor));
    }
}
