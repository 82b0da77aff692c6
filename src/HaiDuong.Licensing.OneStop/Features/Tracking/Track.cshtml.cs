using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.OneStop.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace HaiDuong.Licensing.OneStop.Features.Tracking;

/// <summary>
/// Tra cứu: reference and identity number open a dossier, code and identity number let look how it goes on; which of both was wrong is not told.
/// Whoever was asked here for a page goes on to it.
/// </summary>
[EnableRateLimiting(LookupLimits.Policy)]
[AllowAnonymous]
public sealed class TrackModel(ApplicantDoor door) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    [BindProperty]
    public string? Number { get; set; }

    /// <summary>The page that was wanted.</summary>
    [BindProperty(SupportsGet = true, Name = "toi")]
    public string? Onward { get; set; }

    public bool NotFoundTogether { get; private set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await door.IsStaffAsync(cancel))
            return Redirect($"/d/{Uri.EscapeDataString(Code ?? "")}");
        // A draft is no dossier yet: it is opened where drafts are.
        if (await door.FindAsync(Code, Number, cancel) is not { } found || found.Dossier.Status == DossierStatus.Draft)
        {
            NotFoundTogether = true;
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        return Redirect(door.Enter(found, Onward));
    }
}
