using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Features.Shared;
using HaiDuong.Licensing.OneStop.Filing;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using Microsoft.AspNetCore.Mvc;

namespace HaiDuong.Licensing.OneStop.Features.Completion;

/// <summary>The form of a dossier that was taken in quickly, beside its papers and scans: whoever has them types what is missing.</summary>
[ForRoles(StaffRole.CounterClerk, StaffRole.Specialist, StaffRole.DivisionHead, StaffRole.Leader)]
public sealed class CompleteModel(DossierPageServices services, CompleteForm complete, ApplicantEntry entry) : DossierPage(services)
{
    public TypedDossier Typed { get; private set; } = null!;

    public IReadOnlyList<string> Unanswered => [.. Dossier.Unanswered(Act.Rules).Select(Shown)];

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await OpenActAsync(id, DossierAct.CompleteForm) is { } closed)
            return closed;
        Typed = new TypedDossier(entry, Procedure, new DeclaredPeople(Dossier.Applicant, Dossier.Submitter, Dossier.ReturnBy), TypedForm.Of(Dossier.Form), []);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await OpenAsync(id))
            return NotFound();
        Typed = TypedDossier.Read(entry, Procedure, Request.Form);
        if (Typed.Form.Command is not null)
            return Page();
        var result = await complete.DoAsync(new CompleteFormRequest(id, Revision, Typed.Form.Data), Actor, Cancel);
        Typed = Typed with { Refusals = result.Refusals };
        var isWhole = result.Dossier?.IsBrief == false;
        return await AnswerAsync(
            result,
            isWhole ? "Done" : "Partly",
            () => Task.FromResult<IActionResult>(Page()),
            isWhole ? StepPaths.Dossier(id) : StepPaths.CompleteForm(id)
        );
    }
}
