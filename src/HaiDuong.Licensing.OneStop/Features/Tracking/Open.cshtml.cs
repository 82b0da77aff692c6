using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Access.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace HaiDuong.Licensing.OneStop.Features.Tracking;

/// <summary>
/// Mở toàn bộ hồ sơ: whoever came by code and number may look; for the papers and for any change they give the reference or a code that is
/// sent to what the dossier declares. Which of them was wrong, and whether anything was declared, is not told.
/// </summary>
[EnableRateLimiting(LookupLimits.Policy)]
[AllowAnonymous]
public sealed class OpenModel(ApplicantDoor door, VisitorPass pass, OneTimeCodes codes, HiddenDossierLog log) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Address { get; set; } = "";

    /// <summary>The page that was wanted.</summary>
    [BindProperty(SupportsGet = true, Name = "toi")]
    public string? Onward { get; set; }

    [BindProperty]
    public string? Reference { get; set; }

    [BindProperty]
    public string? OneTimeCode { get; set; }

    public bool IsWrong { get; private set; }

    public bool IsSent { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        await door.LookAsync(Address, cancel) switch
        {
            null => Redirect(await door.AskAtAsync(Address, Onward, cancel)),
            { IsWhole: true } seen => Redirect(ApplicantDoor.Whole(seen.Dossier, Onward)),
            _ => Page(),
        };

    public async Task<IActionResult> OnPostAsync(string? go, CancellationToken cancel)
    {
        if (await door.LookAsync(Address, cancel) is not { } seen)
            return Redirect(await door.AskAtAsync(Address, Onward, cancel));
        if (!seen.IsWhole && go == "send")
        {
            await codes.SendAsync(seen.Dossier.Id, cancel);
            IsSent = true;
            return Page();
        }

        if (
            seen.IsWhole
            || ApplicantDoor.IsReferenceOf(seen.Dossier, Reference)
            || (go == "code" && await codes.RedeemAsync(seen.Dossier.Id, OneTimeCode, cancel))
        )
        {
            pass.Give(seen.Dossier);
            await log.EnteredAsync(seen.Dossier, cancel);
            return Redirect(ApplicantDoor.Whole(seen.Dossier, Onward));
        }

        IsWrong = true;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
