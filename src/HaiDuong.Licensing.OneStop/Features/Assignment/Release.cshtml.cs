using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace HaiDuong.Licensing.OneStop.Features.Assignment;

/// <summary>Whoever has a dossier, or the head, gives its work back to the division.</summary>
[ForRoles(StaffRole.Specialist, StaffRole.DivisionHead, StaffRole.Leader)]
public sealed class ReleaseModel(DossierPageServices services, ReleaseDossier release) : DossierPage(services)
{
    [BindProperty]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id) => await EnterAsync(id) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid id) =>
        await EnterAsync(id)
        ?? await AnswerAsync(await release.DoAsync(new ReleaseDossierRequest(id, Revision, Reason ?? ""), Actor, Cancel), "Done", () =>
            Task.FromResult<IActionResult>(Page())
        );

    private Task<IActionResult?> EnterAsync(Guid id) => OpenActAsync(id, DossierAct.Release);
}
