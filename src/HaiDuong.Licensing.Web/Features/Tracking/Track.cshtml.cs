using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace HaiDuong.Licensing.Web.Features.Tracking;

/// <summary>Tra cứu: code and identity number open a dossier; which of both was wrong is not told.</summary>
[EnableRateLimiting(LookupLimits.Policy)]
public sealed class TrackModel(ApplicantDoor door, VisitorPass pass) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    [BindProperty]
    public string? Number { get; set; }

    public bool NotFoundTogether { get; private set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        // A draft is no dossier yet: it is opened where drafts are.
        if (await door.FindAsync(Code, Number, cancel) is not { } dossier || dossier.Status == DossierStatus.Draft)
        {
            NotFoundTogether = true;
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        pass.Give(dossier);
        return Redirect(VisitorPass.Folder + dossier.Reference);
    }
}
