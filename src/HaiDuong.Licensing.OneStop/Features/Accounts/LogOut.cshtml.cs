using HaiDuong.Licensing.OneStop.Ui.Layout;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HaiDuong.Licensing.OneStop.Features.Accounts;

/// <summary>Đăng xuất: only when it is sent by our own form; opening the address does nothing.</summary>
[AllowAnonymous]
public sealed class LogOutModel(Access.LogIn logIn) : PageModel
{
    public IActionResult OnGet() => LocalRedirect(SitePaths.Home);

    public async Task<IActionResult> OnPostAsync()
    {
        await logIn.LeaveAsync();
        return LocalRedirect(SitePaths.Home);
    }
}
