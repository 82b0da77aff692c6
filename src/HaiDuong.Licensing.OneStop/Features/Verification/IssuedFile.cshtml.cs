using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace HaiDuong.Licensing.OneStop.Features.Verification;

/// <summary>The issued document itself, for whoever holds its code.</summary>
[EnableRateLimiting(LookupLimits.Policy)]
[AllowAnonymous]
public sealed class IssuedFileModel(IssuedDecisionQuery decisions, KeptFiles files) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancel)
    {
        if (await decisions.ByCodeAsync(code, cancel) is not { } decision)
            return NotFound();
        var content = await files.OpenAsync(decision.FileHash, cancel);
        Response.Headers.ContentDisposition = $"inline; filename=\"{decision.VerificationCode}.pdf\"";
        return File(content, "application/pdf");
    }
}
