using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Features.Shared;
using HaiDuong.Licensing.OneStop.Filing;
using HaiDuong.Licensing.OneStop.Storage.Files;
using Microsoft.AspNetCore.Mvc;

namespace HaiDuong.Licensing.OneStop.Features.Withdrawal;

/// <summary>
/// Giải quyết yêu cầu rút hồ sơ: the counter or the head of the division agrees or, with a reason, does not. While nobody asked, the
/// counter records the request of an applicant who comes in person or writes, with the paper; then somebody else decides.
/// </summary>
[RequestSizeLimit(MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
[ForRoles(StaffRole.CounterClerk, StaffRole.DivisionHead, StaffRole.Leader)]
public sealed class DecideModel(DossierPageServices services, AskWithdrawal ask, DecideWithdrawal decide, WithdrawalReasonQuery reasons) : DossierPage(services)
{
    private const long MostBytes = UploadLimits.DefaultMaxBytes + 1024 * 1024;

    public bool IsAsked => Dossier.Status == DossierStatus.WithdrawalAsked;

    public bool MayRecord => Dossier.WhyNot(DossierAct.AskWithdrawal, Act).Count == 0;

    public bool MayDecide => Dossier.WhyNot(DossierAct.ConfirmWithdrawal, Act).Count == 0;

    /// <summary>True for whoever recorded the request and must leave the decision to somebody else.</summary>
    public bool AwaitsSecondPerson =>
        Dossier.WhyNot(DossierAct.ConfirmWithdrawal, Act).Any(refusal => refusal.Code == nameof(RefusalCode.WithdrawalSecondPerson));

    /// <summary>What is to be said of a fee that was paid; null when none was.</summary>
    public string? Paid => Dossier.PaidBeforeWithdrawal(Act.Rules, Act.Local.Date)?.Sentence;

    /// <summary>The applicant's request on paper, when the counter recorded it.</summary>
    public Paper? Letter => Dossier.Papers.FirstOrDefault(paper => paper.Id == Dossier.Withdrawal?.PaperId);

    /// <summary>Who asked, when and why.</summary>
    public HistoryLine? Asked { get; private set; }

    [BindProperty(Name = "reason")]
    public string? Reason { get; set; }

    /// <summary>The applicant's request as it was scanned.</summary>
    [BindProperty(Name = "paper")]
    public IFormFile? Paper { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id) => await OpenAsync(id) ? await ShowAsync() : NotFound();

    public Task<IActionResult> OnPostAskAsync(Guid id) =>
        DoAsync(
            id,
            "Recorded",
            () =>
                ask.DoAsync(
                    new AskWithdrawalRequest(id, Revision, Reason, Paper is { } sent ? new IncomingFile(sent.FileName, sent.OpenReadStream) : null),
                    Actor,
                    Cancel
                ),
            StepPaths.Withdrawal(id)
        );

    public Task<IActionResult> OnPostAgreeAsync(Guid id) =>
        DoAsync(id, "Agreed", () => decide.DoAsync(new DecideWithdrawalRequest(id, Revision, Agree: true, ""), Actor, Cancel));

    public Task<IActionResult> OnPostRefuseAsync(Guid id) =>
        DoAsync(id, "NotAgreed", () => decide.DoAsync(new DecideWithdrawalRequest(id, Revision, Agree: false, Reason ?? ""), Actor, Cancel));

    protected override object[] WordsOfGood(Dossier dossier) => [dossier.AfterRefusedWithdrawal(Act.Local.Date).Sentence];

    private async Task<IActionResult> DoAsync(Guid id, string goodWord, Func<Task<ActResult>> act, string? to = null) =>
        await OpenAsync(id) ? await AnswerAsync(await act(), goodWord, ShowAsync, to) : NotFound();

    private async Task<IActionResult> ShowAsync()
    {
        if (IsAsked)
            Asked = await reasons.LastAsync(Dossier.Id, Cancel);
        return Page();
    }
}
