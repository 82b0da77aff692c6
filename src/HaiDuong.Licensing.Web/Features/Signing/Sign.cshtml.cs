using HaiDuong.Licensing.Domain.Routes;
using HaiDuong.Licensing.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace HaiDuong.Licensing.Web.Features.Signing;

/// <summary>The leader reads the document, signs it or sends it back.</summary>
public sealed class SignModel(DossierPageServices services, SignResult sign, SendBackDraft sendBack) : DossierPage(services)
{
    [BindProperty]
    public string? Reason { get; set; }

    protected override StepKind? Kind => StepKind.SignResult;

    public async Task<IActionResult> OnGetAsync(Guid id) => await OpenStepAsync(id) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await OpenAsync(id))
            return NotFound();
        return await AnswerAsync(await sign.DoAsync(new SignResultRequest(id, Revision, StepOfAct), Actor, Cancel), "Done", ShowAsync, "/ky");
    }

    public async Task<IActionResult> OnPostSendBackAsync(Guid id)
    {
        if (!await OpenAsync(id))
            return NotFound();
        return await AnswerAsync(await sendBack.DoAsync(new SendBackDraftRequest(id, Revision, StepOfAct, Reason ?? ""), Actor, Cancel), "SentBack", ShowAsync, "/ky");
    }

    private Task<IActionResult> ShowAsync() => Task.FromResult<IActionResult>(Page());
}
