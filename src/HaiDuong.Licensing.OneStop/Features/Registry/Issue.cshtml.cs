using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Decisions;
using HaiDuong.Licensing.Domain.Routes;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Features.Shared;
using HaiDuong.Licensing.OneStop.Letters;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Storage.Files;
using Microsoft.AspNetCore.Mvc;

namespace HaiDuong.Licensing.OneStop.Features.Registry;

/// <summary>Number, date and seal of one signed result. The number is the book's next and the date is today: neither is typed.</summary>
[ForRoles(StaffRole.RegistryClerk)]
public sealed class IssueModel(
    DossierPageServices services,
    IssueResult issue,
    SendBackSigned sendBack,
    LicenceRegister licences,
    LetterModel letters,
    KeptFiles files
) : DossierPage(services)
{
    public string Book => Dossier.Decision?.Kind == DecisionKind.Refuse ? Procedure.Result.RefusalBook : Procedure.Result.Book;

    /// <summary>The symbol with the signs of the office and division of today.</summary>
    public string Symbol => letters.Symbol(Dossier, Dossier.Decision?.Kind ?? DecisionKind.Grant, Act);

    /// <summary>What has come against the signed result since: then it goes back to the division instead.</summary>
    public IReadOnlyList<Refusal> Against { get; private set; } = [];

    /// <summary>True when the signed file is damaged or lost and nothing else is against it: then the leader signs again.</summary>
    public bool MustBeSignedAgain { get; private set; }

    [BindProperty(Name = "reason")]
    public string? Reason { get; set; }

    protected override StepKind? Kind => StepKind.IssueResult;

    public async Task<IActionResult> OnGetAsync(Guid id) => await OpenStepAsync(id) ?? await ShowAsync();

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await OpenAsync(id))
            return NotFound();
        return await AnswerAsync(await issue.DoAsync(new IssueResultRequest(id, Revision, StepOfAct), Actor, Cancel), "Done", ShowAsync);
    }

    public async Task<IActionResult> OnPostSendBackAsync(Guid id)
    {
        if (!await OpenAsync(id))
            return NotFound();
        return await AnswerAsync(
            await sendBack.DoAsync(new SendBackSignedRequest(id, Revision, StepOfAct, Reason ?? ""), Actor, Cancel),
            "SentBack",
            ShowAsync
        );
    }

    private async Task<IActionResult> ShowAsync()
    {
        if (Work is not null && Dossier.ResultDraft is { } draft)
            Against = await licences.ReadResultAsync(Dossier, draft, Act, Cancel);
        if (Work is not null && Against.Count == 0 && Dossier.Decision is { IsIssued: false } signed)
            MustBeSignedAgain = await files.Documents.LookAsync(signed.SignedFile, Cancel) != FileCondition.Intact;
        // What the person wrote or took out stays; where the damage is met by the act itself nothing was asked yet.
        if (!Request.HasFormContentType || !Request.Form.ContainsKey("reason"))
            Reason =
                MustBeSignedAgain ? Words.Get("SignAgainProposed")
                : Against.Count > 0 ? string.Join("\n", Against.Select(refusal => refusal.SentenceIn(DeadlineTexts.Official)))
                : null;
        return Page();
    }
}
