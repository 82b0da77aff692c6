using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Routes;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Features.Shared;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using Microsoft.AspNetCore.Mvc;

namespace HaiDuong.Licensing.OneStop.Features.Steps;

/// <summary>Any other step of a route: what is to be done, how it may end, and a note for those who come after.</summary>
[ForRoles(StaffRole.Specialist, StaffRole.DivisionHead, StaffRole.Leader, StaffRole.RegistryClerk)]
public sealed class StepModel(DossierPageServices services, CompleteStep complete) : DossierPage(services)
{
    [BindProperty]
    public string? Outcome { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public bool Forwards => Kind == StepKind.ForwardToAuthority;

    /// <summary>The ways the step may end; nothing to choose when there is one.</summary>
    public IReadOnlyList<string> Outcomes => Work is { } work ? StepOf(work)!.Outcomes : [];

    protected override StepKind? Kind =>
        Dossier.Work.Where(MayDo).Select(item => StepOf(item)?.Kind).FirstOrDefault(kind => kind is StepKind.HumanTask or StepKind.ForwardToAuthority)
        ?? StepKind.HumanTask;

    public async Task<IActionResult> OnGetAsync(Guid id) => await OpenStepAsync(id) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await OpenAsync(id))
            return NotFound();
        if (Outcomes.Count == 1)
            Outcome = Outcomes[0];
        if (Work is not null && (Outcome is null || !Outcomes.Contains(Outcome)))
        {
            FormRefusals.Add(ModelState, [new Refusal(nameof(RefusalCode.StepOutcomeRequired), "Outcome")]);
            return await UnreadableAsync(() => Task.FromResult<IActionResult>(Page()));
        }

        var result = await complete.DoAsync(new CompleteStepRequest(id, Revision, StepOfAct, Outcome ?? "", Note), Actor, Cancel);
        return await AnswerAsync(result, "Done", () => Task.FromResult<IActionResult>(Page()));
    }
}
