using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.OneStop.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace HaiDuong.Licensing.OneStop.Features.Submission;

/// <summary>Opens a draft again by its code and the applicant's identity number; a dossier submitted since opens where it is followed.</summary>
[EnableRateLimiting(LookupLimits.Policy)]
[AllowAnonymous]
public sealed class ResumeModel(ApplicantDoor door) : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Number { get; set; }

    public bool NotFoundTogether { get; private set; }

    /// <summary>The draft, when it belongs to an account that is not logged in; null otherwise.</summary>
    public string? LogsInFor { get; private set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await door.FindAsync(Code, Number, cancel) is not { } found)
        {
            NotFoundTogether = true;
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        if (found.Dossier is not { Status: DossierStatus.Draft } draft)
            return Redirect(door.Enter(found, null));
        var place = new SubmissionPlace(draft.ProcedureSlug, draft.Reference, 2).Declare;
        if (await door.OpenDraftAsync(draft.Reference, cancel) is not null)
            return Redirect(place);
        (LogsInFor, Response.StatusCode) = (place, StatusCodes.Status422UnprocessableEntity);
        return Page();
    }
}
