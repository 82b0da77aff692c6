using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace HaiDuong.Licensing.Web.Features.Submission;

/// <summary>Opens a draft again by its code and the applicant's identity number; a dossier submitted since opens where it is followed.</summary>
[EnableRateLimiting(LookupLimits.Policy)]
public sealed class ResumeModel(ApplicantDoor door) : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Number { get; set; }

    public bool NotFoundTogether { get; private set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await door.FindAsync(Code, Number, cancel) is not { } found)
        {
            NotFoundTogether = true;
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        return Redirect(found.Dossier is { Status: DossierStatus.Draft } draft ? new SubmissionPlace(draft.ProcedureSlug, draft.Reference, 2).Declare : door.Enter(found, null));
    }
}
