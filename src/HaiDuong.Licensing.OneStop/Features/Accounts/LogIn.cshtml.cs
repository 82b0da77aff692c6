using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using HaiDuong.Licensing.OneStop.Ui.Layout;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HaiDuong.Licensing.OneStop.Features.Accounts;

/// <summary>Đăng nhập.</summary>
[AllowAnonymous]
public sealed class LogInModel(Access.LogIn logIn) : PageModel
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public bool Remember { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var proof = await logIn.TryAsync(Name?.Trim() ?? "", Password ?? "", Remember, cancel);
        if (proof.Account is null)
        {
            ModelState.Remove(nameof(Password));
            FormRefusals.Add(
                ModelState,
                [
                    proof.Wait is { } wait
                        ? new Refusal(nameof(RefusalCode.LogInTooOften), null, Math.Ceiling(wait.TotalSeconds))
                        : new Refusal(nameof(RefusalCode.LogInFailed)),
                ]
            );
            Response.StatusCode = proof.Wait is null ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status429TooManyRequests;
            return Page();
        }

        return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : SitePaths.Start);
    }
}
