using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HaiDuong.Licensing.OneStop.Features.Home;

/// <summary>Remembers the language of the screens in a cookie and goes back.</summary>
[AllowAnonymous]
public sealed class LanguageModel : PageModel
{
    public IActionResult OnGet() => Redirect("/");

    public IActionResult OnPost(string language, string? back)
    {
        var words = language == "en" ? "en" : "vi";
        var choice = CookieRequestCultureProvider.MakeCookieValue(new RequestCulture("vi-VN", words));
        Response.Cookies.Append(
            CookieRequestCultureProvider.DefaultCookieName,
            choice,
            new CookieOptions
            {
                HttpOnly = true,
                IsEssential = true,
                MaxAge = TimeSpan.FromDays(365),
                SameSite = SameSiteMode.Lax,
                Secure = Request.IsHttps,
            }
        );
        return LocalRedirect(Url.IsLocalUrl(back) ? back : "/");
    }
}
