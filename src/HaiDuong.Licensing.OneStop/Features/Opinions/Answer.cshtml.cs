using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace HaiDuong.Licensing.OneStop.Features.Opinions;

/// <summary>The agency answers; or the division or the counter records the answer from its letter; or whoever asked takes the question back.</summary>
[ForRoles(StaffRole.ConsultedAgency, StaffRole.CounterClerk, StaffRole.Specialist, StaffRole.DivisionHead)]
public sealed class AnswerModel(DossierPageServices services, GiveOpinion give, WithdrawOpinion withdraw) : DossierPage(services)
{
    [BindProperty(SupportsGet = true)]
    public Guid? OpinionId { get; set; }

    [BindProperty]
    public OpinionAnswer? Answer { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    /// <summary>Why the question is taken back.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    public Opinion Opinion { get; private set; } = null!;

    /// <summary>How the agency is called.</summary>
    public string Agency => UnitName(Opinion.AgencyKey);

    /// <summary>Whether the person may take the question back.</summary>
    public bool MayWithdraw => Dossier.MayBeTakenBack(Opinion) && Dossier.WhyNot(DossierAct.WithdrawOpinion, Act).Count == 0;

    /// <summary>The counter has the letter in hand, and attaches it.</summary>
    public bool NeedsScan => IsRecord && !Actor.Holds(StaffRole.Specialist, Dossier.DivisionKey) && !Actor.Holds(StaffRole.DivisionHead, Dossier.DivisionKey);

    /// <summary>True while the answer is awaited; afterwards an agency sees what it answered and nothing else.</summary>
    public bool IsOpen => Dossier.IsOpen(Opinion);

    /// <summary>What was typed for an answer that came after another one.</summary>
    public string? NotKept => HttpMethods.IsPost(Request.Method) && Answer is { } answer ? $"{Word("Answer." + answer)}. {Text}" : null;

    protected override bool IsForAgencies => true;

    /// <summary>True when somebody of the office writes down what the agency sent.</summary>
    public bool IsRecord => !Actor.Holds(StaffRole.ConsultedAgency, Opinion.AgencyKey);

    public async Task<IActionResult> OnGetAsync(Guid id, string? stepId)
    {
        if (await FindAsync(id, stepId) is { } refused)
            return refused;
        return IsOpen || ReadsAsAgency ? Page() : Redirect(StepPaths.Dossier(id));
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (await FindAsync(id, null) is { } refused)
            return refused;
        if (Answer is null)
            ModelState.AddModelError(nameof(Answer), Word("AnswerRequired"));
        TryWhatIsRead();
        var result = await give.DoAsync(new GiveOpinionRequest(id, Revision, Opinion.Id, Answer ?? default, Text), Actor, Cancel);
        return await AnswerAsync(result, "Done", () => Task.FromResult<IActionResult>(Page()), StepPaths.Opinion(id, Opinion.Id));
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id)
    {
        if (await FindAsync(id, null) is { } refused)
            return refused;
        var result = await withdraw.DoAsync(new WithdrawOpinionRequest(id, Revision, Opinion.Id, Reason), Actor, Cancel);
        return await AnswerAsync(result, "Withdrawn", () => Task.FromResult<IActionResult>(Page()));
    }

    private async Task<IActionResult?> FindAsync(Guid id, string? stepId)
    {
        if (!await OpenAsync(id))
            return NotFound();
        var found = Dossier.Opinions.LastOrDefault(opinion =>
            opinion.Id == OpinionId || (stepId is not null && stepId == (opinion.StepId ?? $"opinion:{opinion.Id:N}"))
        );
        if (found is null)
            return NotFound();
        Opinion = found;
        return Dossier.MayAnswer(found, Act) || ReadsAsAgency || !IsOpen ? null : StatusCode(StatusCodes.Status403Forbidden);
    }
}
