using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using HaiDuong.Licensing.OneStop.Ui.Layout;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace HaiDuong.Licensing.OneStop.Features.Withdrawal;

/// <summary>Xin rút hồ sơ: a page that says what happens then, and asks once more.</summary>
[AllowAnonymous]
public sealed class WithdrawModel(ApplicantDoor door, Rulebooks rulebooks, AskWithdrawal ask, OfficeClock clock, IStringLocalizerFactory localizers)
    : PageModel,
        IAboutDivision
{
    public string? DivisionKey => Dossier?.DivisionKey;

    [BindProperty(SupportsGet = true)]
    public string Reference { get; set; } = "";

    [BindProperty]
    public string? Reason { get; set; }

    public Dossier Dossier { get; private set; } = null!;

    /// <summary>What becomes of the dossier meanwhile, by its key; that its time is counted on is said only while it is.</summary>
    public string Meanwhile =>
        !Dossier.IsAccepted ? "Before"
        : Dossier.Clock == ClockState.Running ? "After"
        : "AfterStanding";

    /// <summary>What was paid, and whom to ask what becomes of it; null when nothing was.</summary>
    public string? Paid => Dossier.PaidBeforeWithdrawal(rulebooks.For(Dossier), clock.Today)?.Sentence;

    public string ProcedureName => rulebooks.Catalogue.Shown(rulebooks.For(Dossier).Procedure.ShortName);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await door.OpenAsync(Reference, cancel) is not { } opened)
            return Redirect(await door.AskAtAsync(Reference, "rut", cancel));
        Dossier = opened.Dossier;
        return LifeCycle.MayWithdraw(Dossier.Status) ? Page() : Redirect(VisitorPass.Folder + Reference);
    }

    public async Task<IActionResult> OnPostAsync(int seenRevision, CancellationToken cancel)
    {
        if (await door.OpenAsync(Reference, cancel) is not { } opened)
            return StatusCode(StatusCodes.Status401Unauthorized);
        Dossier = opened.Dossier;
        var reason = Reason?.Trim() is { Length: > 0 } text ? text.ReplaceLineEndings("\n") : null;
        var result = await ask.DoAsync(new AskWithdrawalRequest(Dossier.Id, seenRevision, reason, null), opened.Actor, cancel);
        if (result.Done)
        {
            Flash.Good(
                TempData,
                localizers.Create("HaiDuong.Licensing.OneStop.Features.Withdrawal.Withdraw", typeof(WithdrawModel).Assembly.GetName().Name!)[
                    Dossier.IsAccepted ? "Done" : "Done.Unaccepted"
                ]
            );
            return Redirect(VisitorPass.Folder + Reference);
        }

        FormRefusals.Add(ModelState, result.Refusals);
        Response.StatusCode = FormRefusals.StatusOf(result.Refusals);
        return Page();
    }
}
