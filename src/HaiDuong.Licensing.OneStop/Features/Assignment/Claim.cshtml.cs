using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace HaiDuong.Licensing.OneStop.Features.Assignment;

/// <summary>A specialist takes a dossier that nobody has: lists and the dossier send here by one button; the page itself tells whoever came second.</summary>
[ForRoles(StaffRole.Specialist)]
public sealed class ClaimModel(DossierPageServices services, ClaimDossier claim) : DossierPage(services)
{
    /// <summary>True while nobody has it.</summary>
    public bool IsFree => Dossier.WhyNot(DossierAct.Claim, Act).Count == 0;

    public async Task<IActionResult> OnGetAsync(Guid id) => await OpenActAsync(id, DossierAct.Claim) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await OpenAsync(id))
            return NotFound();
        if (IsSomebodyElses(Dossier.WhyNot(DossierAct.Claim, Act)))
            return StatusCode(StatusCodes.Status403Forbidden);
        return await AnswerAsync(await claim.DoAsync(new ClaimDossierRequest(id, Revision), Actor, Cancel), "Done", () =>
            Task.FromResult<IActionResult>(Page())
        );
    }
}
