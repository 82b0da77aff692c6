using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace HaiDuong.Licensing.OneStop.Features.Attachments;

/// <summary>Scans and photos are put beside the papers, and taken away when they were put there by mistake.</summary>
[ForRoles(
    StaffRole.CounterClerk,
    StaffRole.Specialist,
    StaffRole.DivisionHead,
    StaffRole.Leader,
    StaffRole.RegistryClerk,
    StaffRole.Accountant,
    StaffRole.ConsultedAgency
)]
public sealed class AttachModel(DossierPageServices services, AttachPapers attach, DetachPaper detach) : DossierPage(services)
{
    /// <summary>Why the one is taken away.</summary>
    [BindProperty(Name = "reason")]
    public string? Reason { get; set; }

    [BindProperty(Name = "attachmentId")]
    public Guid? AttachmentId { get; set; }

    protected override bool IsForAgencies => true;

    public bool MayAttach => Dossier.WhyNot(DossierAct.Attach, Act).Count == 0;

    public override bool LeadsToDossier => !ReadsAsAgency;

    public async Task<IActionResult> OnGetAsync(Guid id) => await EnterAsync(id) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid id) =>
        await EnterAsync(id) ?? await AnswerAsync(await attach.DoAsync(new AttachPapersRequest(id, Revision), Actor, Cancel), "Done", ShowAsync, Here(id));

    public async Task<IActionResult> OnPostRemoveAsync(Guid id) =>
        await EnterAsync(id)
        ?? await AnswerAsync(
            await detach.DoAsync(new DetachPaperRequest(id, Revision, AttachmentId ?? Guid.Empty, Reason), Actor, Cancel),
            "Removed",
            ShowAsync,
            Here(id)
        );

    /// <summary>What is on the page stays there, for the next one.</summary>
    private static string Here(Guid id) => StepPaths.Attach(id);

    private Task<IActionResult> ShowAsync() => Task.FromResult<IActionResult>(Page());

    private async Task<IActionResult?> EnterAsync(Guid id)
    {
        if (!await OpenAsync(id))
            return NotFound();
        return Dossier.WhyNot(DossierAct.Detach, Act).Count == 0 ? null : WhyNotOpened(DossierAct.Attach);
    }
}
