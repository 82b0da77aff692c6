using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HaiDuong.Licensing.OneStop.Features.Tracking;

/// <summary>Hands a slip or the issued result to the dossier's applicant; any other hash is unknown here.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[AllowAnonymous]
public sealed class DownloadModel(ApplicantDoor door, KeptFiles files) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string reference, string hash, CancellationToken cancel)
    {
        if (await door.OpenAsync(reference, cancel) is not { } opened)
            return Redirect(await door.AskAtAsync(reference, null, cancel));
        if (TrackedFile.Of(opened.Dossier).FirstOrDefault(file => file.Hash == hash) is not { } file)
            return NotFound();
        var content = await files.OpenAsync(hash, cancel);
        Response.Headers.ContentDisposition = $"inline; filename=\"{opened.Dossier.Code ?? opened.Dossier.Reference}-{file.Kind}.pdf\"";
        return File(content, "application/pdf");
    }
}
