using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Ui.Layout;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HaiDuong.Licensing.OneStop.Features.Submission;

/// <summary>The dossier is in: its code, and what happens next until when. Once it went on, or the answer is late, tracking says what is true.</summary>
[AllowAnonymous]
public sealed class DoneModel(ApplicantDoor door, OfficeClock clock) : PageModel, IAboutDivision
{
    public string? DivisionKey => Dossier?.DivisionKey;

    public Dossier Dossier { get; private set; } = null!;

    public SubmissionPlace Place => new(Dossier.ProcedureSlug, Dossier.Reference, 5);

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancel)
    {
        if (await door.OpenAsync(reference, cancel) is not { } opened)
            return Redirect(await door.AskAtAsync(reference, "da-nop", cancel));
        Dossier = opened.Dossier;
        return Dossier.Status == DossierStatus.AwaitingAcceptance && clock.Local <= Dossier.AnswerDue ? Page() : Redirect(VisitorPass.Folder + reference);
    }
}
