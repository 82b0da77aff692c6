using HaiDuong.Licensing.Domain.Routes;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.OneStop.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace HaiDuong.Licensing.OneStop.Features.Review;

/// <summary>The head reads the draft beside the dossier, approves it or sends it back.</summary>
[ForRoles(StaffRole.DivisionHead, StaffRole.Leader)]
public sealed class ReviewModel(DossierPageServices services, ApproveDraft approve, SendBackDraft sendBack) : DossierPage(services)
{
    /// <summary>The head's remarks; the reason when the draft is sent back.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    protected override StepKind? Kind => StepKind.ReviewDraft;

    public async Task<IActionResult> OnGetAsync(Guid id) => await OpenStepAsync(id) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await OpenAsync(id))
            return NotFound();
        return await AnswerAsync(await approve.DoAsync(new ApproveDraftRequest(id, Revision, StepOfAct, Reason), Actor, Cancel), "Approved", ShowAsync);
    }

    public async Task<IActionResult> OnPostSendBackAsync(Guid id)
    {
        if (!await OpenAsync(id))
            return NotFound();
        return await AnswerAsync(await sendBack.DoAsync(new SendBackDraftRequest(id, Revision, StepOfAct, Reason ?? ""), Actor, Cancel), "SentBack", ShowAsync);
    }

    private Task<IActionResult> ShowAsync() => Task.FromResult<IActionResult>(Page());
}
