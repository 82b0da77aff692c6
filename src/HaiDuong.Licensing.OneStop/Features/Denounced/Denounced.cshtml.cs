using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Features.Shared;
using HaiDuong.Licensing.OneStop.Ui.Words;
using Microsoft.AspNetCore.Mvc;

namespace HaiDuong.Licensing.OneStop.Features.Denounced;

/// <summary>Người bị tố cáo, khiếu nại: whom the sender names, and the members of staff whom the office has shut out of the dossier.</summary>
[ForRoles(StaffRole.CounterClerk, StaffRole.DivisionHead, StaffRole.Leader)]
public sealed class DenouncedModel(DossierPageServices services, StaffDirectory staff, NameDenounced name, ReadmitDenounced readmit) : DossierPage(services)
{
    public IReadOnlyList<StaffMember> Members { get; private set; } = [];

    [BindProperty(Name = "person")]
    public Guid? Person { get; set; }

    [BindProperty(Name = "reason")]
    public string? Reason { get; set; }

    /// <summary>What the sender wrote: whom the dossier is about.</summary>
    public string? Named => Procedure.DenouncedField is { } key ? Dossier.Form[key] : null;

    public bool MayName => Dossier.WhyNot(DossierAct.NameDenounced, Act).Count == 0;

    public bool MayReadmit => Dossier.WhyNot(DossierAct.ReadmitDenounced, Act).Count == 0;

    public async Task<IActionResult> OnGetAsync(Guid id) => await OpenActAsync(id, DossierAct.NameDenounced) ?? await ShowAsync();

    public async Task<IActionResult> OnPostAsync(Guid id) =>
        await OpenAsync(id)
            ? await AnswerAsync(await name.DoAsync(new NameDenouncedRequest(id, Revision, Person), Actor, Cancel), "Named", ShowAsync)
            : NotFound();

    public async Task<IActionResult> OnPostReadmitAsync(Guid id) =>
        await OpenAsync(id)
            ? await AnswerAsync(
                await readmit.DoAsync(new ReadmitDenouncedRequest(id, Revision, Person ?? Guid.Empty, Reason ?? ""), Actor, Cancel),
                "Readmitted",
                ShowAsync
            )
            : NotFound();

    public string Place(StaffMember member, Func<string, string> roleName) =>
        string.Join("; ", member.Roles.Select(held => RoleAt.Say(roleName(held.Role.ToString()), UnitName(held.Unit))));

    private async Task<IActionResult> ShowAsync()
    {
        Members = await staff.MembersAsync(Cancel);
        return Page();
    }
}
