using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Routes;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Features.Shared;
using HaiDuong.Licensing.OneStop.Letters;
using Microsoft.AspNetCore.Mvc;

namespace HaiDuong.Licensing.OneStop.Features.Stopping;

/// <summary>
/// Dừng giải quyết hồ sơ: by the counter before acceptance, by the division after it; the reason proposed is the supplement that did not come.
/// </summary>
[ForRoles(StaffRole.CounterClerk, StaffRole.Specialist, StaffRole.DivisionHead)]
public sealed class StopModel(DossierPageServices services, StopDossier stop) : DossierPage(services)
{
    protected override StepKind? Kind => StepKind.StopProcessing;

    [BindProperty(Name = "reason")]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await OpenStepAsync(id) is { } answer)
            return answer;
        Reason = Dossier.UnansweredSupplement is { } request
            ? Words.Get("StopProposed", request.Round, VietnameseDate.Print(request.AskedAt.Date), VietnameseDate.Print(request.AnswerBy))
            : null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await OpenAsync(id))
            return NotFound();
        var result = await stop.DoAsync(new StopDossierRequest(id, Revision, StepOfAct, Reason ?? ""), Actor, Cancel);
        return await AnswerAsync(result, "Stopped", () => Task.FromResult<IActionResult>(Page()));
    }
}
