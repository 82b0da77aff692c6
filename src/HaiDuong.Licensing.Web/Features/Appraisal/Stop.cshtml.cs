using HaiDuong.Licensing.Domain.Routes;
using HaiDuong.Licensing.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace HaiDuong.Licensing.Web.Features.Appraisal;

/// <summary>The end of a dossier whose applicant did not come back.</summary>
public sealed class StopModel(DossierPageServices services, StopDossier stop) : DossierPage(services)
{
    [BindProperty]
    public string? Reason { get; set; }

    protected override StepKind? Kind => StepKind.StopProcessing;

    public async Task<IActionResult> OnGetAsync(Guid id) => await OpenStepAsync(id) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await OpenAsync(id))
            return NotFound();
        var result = await stop.DoAsync(new StopDossierRequest(id, Revision, StepOfAct, Reason ?? ""), Actor, Cancel);
        return await AnswerAsync(result, "Done", () => Task.FromResult<IActionResult>(Page()));
    }
}
