using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace HaiDuong.Licensing.OneStop.Features.Registry;

/// <summary>Hủy số đã cấp, cấp số khác: for a paper that was spoilt before it was handed over.</summary>
[ForRoles(StaffRole.RegistryClerk)]
public sealed class RenumberModel(DossierPageServices services, RenumberResult renumber) : DossierPage(services)
{
    [BindProperty]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id) => await EnterAsync(id) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid id) =>
        await EnterAsync(id)
        ?? await AnswerAsync(await renumber.DoAsync(new RenumberResultRequest(id, Revision, Reason ?? ""), Actor, Cancel), "Done", () =>
            Task.FromResult<IActionResult>(Page())
        );

    private Task<IActionResult?> EnterAsync(Guid id) => OpenActAsync(id, DossierAct.Renumber);
}
