using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HaiDuong.Licensing.OneStop.Features.Home;

/// <summary>Remembers the language of the screens in a cookie, for mails with the account of whoever has one, and goes back.</summary>
[AllowAnonymous]
public sealed class LanguageModel(ChosenLanguages chosen, CurrentActor current) : PageModel
{
    public IActionResult OnGet() => Redirect("/");

    public async Task<IActionResult> OnPostAsync(string language, string? back, CancellationToken cancel)
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
        if ((await current.GetAsync(cancel)).AccountId is { } account)
            await chosen.KeepAsync(account, words == "en" ? words : null, cancel);
        return LocalRedirect(Url.IsLocalUrl(back) ? back : "/");
    }
}
