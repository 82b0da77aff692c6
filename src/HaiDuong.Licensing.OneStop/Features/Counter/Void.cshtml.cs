using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Features.Shared;
using HaiDuong.Licensing.OneStop.Ui.Layout;
using Microsoft.AspNetCore.Mvc;

namespace HaiDuong.Licensing.OneStop.Features.Counter;

/// <summary>Hủy tiếp nhận nhầm: what happens then, and the reason that the applicant is told.</summary>
[ForRoles(StaffRole.CounterClerk, StaffRole.CentreLeader)]
public sealed class VoidModel(DossierPageServices services, VoidTakeIn voiding) : DossierPage(services)
{
    [BindProperty(Name = "reason")]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await OpenActAsync(id, DossierAct.VoidTakeIn) is not { } closed)
            return Page();
        if (closed is RedirectResult && Dossier.WhyNot(DossierAct.VoidTakeIn, Act) is [{ Code: not nameof(RefusalCode.StepNotWaiting) } why, ..])
            Flash.Info(TempData, why.Sentence);
        return closed;
    }

    public async Task<IActionResult> OnPostAsync(Guid id) =>
        await OpenAsync(id)
            ? await AnswerAsync(
                await voiding.DoAsync(new VoidTakeInRequest(id, Revision, Reason ?? ""), Actor, Cancel),
                "Done",
                () => Task.FromResult<IActionResult>(Page()),
                StepPaths.Dossier(id)
            )
            : NotFound();
}
