using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace HaiDuong.Licensing.Web.Features.Withdrawal;

/// <summary>
/// Giải quyết yêu cầu rút hồ sơ: the counter or the head of the division agrees or, with a reason, does not. While nobody asked, the
/// counter records the request of an applicant who comes in person or writes.
/// </summary>
public sealed class DecideModel(DossierPageServices services, AskWithdrawal ask, DecideWithdrawal decide, WithdrawalReasonQuery reasons) : DossierPage(services)
{
    public bool IsAsked => Dossier.Status == DossierStatus.WithdrawalAsked;

    public bool MayRecord => !IsAsked && Actor.Is(StaffRole.CounterClerk) && Dossier.Status != DossierStatus.Draft && LifeCycle.MayWithdraw(Dossier.Status);

    public bool MayDecide => IsAsked && (Actor.Is(StaffRole.CounterClerk) || Actor.Holds(StaffRole.DivisionHead, Dossier.DivisionKey));

    /// <summary>Who asked, when and why.</summary>
    public HistoryLine? Asked { get; private set; }

    [BindProperty(Name = "reason")]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id) => await OpenAsync(id) ? await ShowAsync() : NotFound();

    public Task<IActionResult> OnPostAskAsync(Guid id) =>
        DoAsync(id, "Recorded", () => ask.DoAsync(new AskWithdrawalRequest(id, Revision, Reason), Actor, Cancel), StepPaths.Withdrawal(id));

    public Task<IActionResult> OnPostAgreeAsync(Guid id) =>
        DoAsync(id, "Agreed", () => decide.DoAsync(new DecideWithdrawalRequest(id, Revision, Agree: true, ""), Actor, Cancel));

    public Task<IActionResult> OnPostRefuseAsync(Guid id) =>
        DoAsync(id, "NotAgreed", () => decide.DoAsync(new DecideWithdrawalRequest(id, Revision, Agree: false, Reason ?? ""), Actor, Cancel));

    private async Task<IActionResult> DoAsync(Guid id, string goodWord, Func<Task<ActResult>> act, string? to = null) =>
        await OpenAsync(id) ? await AnswerAsync(await act(), goodWord, ShowAsync, to) : NotFound();

    private async Task<IActionResult> ShowAsync()
    {
        if (IsAsked)
            Asked = await reasons.LastAsync(Dossier.Id, Cancel);
        return Page();
    }
}
