using System.Globalization;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Decisions;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Routes;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Features.Shared;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using HaiDuong.Licensing.OneStop.Ui.Layout;
using HaiDuong.Licensing.OneStop.Ui.Words;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Tracking;

/// <summary>
/// A dossier as its applicant follows it: where it is, until when, what is missing, what came out. Staff appear by unit and role only. Whoever
/// may only look is shown status, dates, their proof and the unit.
/// </summary>
[AllowAnonymous]
public sealed class ProgressModel(
    ApplicantDoor door,
    DossierStore store,
    Rulebooks rulebooks,
    PaperScans scans,
    MessagesQuery messages,
    AnswerMessage answer,
    TransferCodes transfers,
    OfficeClock clock,
    PageWords<ProgressModel> words
) : PageModel, IAboutDivision
{
    public string? DivisionKey => Dossier?.DivisionKey;

    // What goes on inside the office between two people is not the applicant's business.
    private static readonly DossierAct[] Inside =
    [
        DossierAct.SendBack,
        DossierAct.CompleteStep,
        DossierAct.MoveVersion,
        DossierAct.Draft,
        DossierAct.KeepDueDate,
        DossierAct.RetryRoute,
        DossierAct.NameDenounced,
        DossierAct.ReadmitDenounced,
        DossierAct.Release,
        DossierAct.Attach,
        DossierAct.Detach,
        DossierAct.CompleteForm,
        DossierAct.Claim,
    ];
    private static readonly DossierAct[] Reasoned =
    [
        DossierAct.AskSupplement,
        DossierAct.RefuseAtDoor,
        DossierAct.RefuseWithdrawal,
        DossierAct.Apologise,
        DossierAct.AdoptCalendar,
        DossierAct.Stop,
        DossierAct.AskWithdrawal,
        DossierAct.MoveUnit,
        DossierAct.Correct,
        DossierAct.CancelPayment,
        DossierAct.Refund,
    ];

    public Dossier Dossier { get; private set; } = null!;

    public Procedure Procedure { get; private set; } = null!;

    /// <summary>False for whoever may only look.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>Trao đổi với cơ quan, the newest first; what is new to the applicant is still marked so.</summary>
    public IReadOnlyList<DossierMessage> Messages { get; private set; } = [];

    /// <summary>What the applicant types to the office.</summary>
    [BindProperty]
    public string? Message { get; set; }

    /// <summary>True while the applicant may write.</summary>
    public bool MayWrite => IsWhole && !LifeCycle.IsClosed(Dossier.Status);

    /// <summary>The dossier's own address for this visitor.</summary>
    public string Here => VisitorPass.Folder + (IsWhole ? Dossier.Reference : Dossier.Code);

    public Instant Now => clock.Now;

    /// <summary>Where it stands, in a sentence; that what was asked is refused is for whoever may see the result.</summary>
    public string NowKey =>
        $"Now.{(int)Dossier.Status}"
        + (
            IsWhole && Dossier.Decision is { IsIssued: true, Kind: DecisionKind.Refuse } ? ".Refused"
            : Dossier is { Status: DossierStatus.WithdrawalAsked, Withdrawal.ByApplicant: false } ? ".Recorded"
            : Dossier is { Status: DossierStatus.AwaitingSupplement, IsAccepted: false } ? ".Unaccepted"
            : Dossier.Due.IsVoid ? ".Void"
            : ""
        );

    /// <summary>Why it was made void; null when it was not, or for whoever may only look.</summary>
    public string? WhyVoid => IsWhole ? Dossier.History.LastOrDefault(line => line.Act == DossierAct.VoidTakeIn)?.Note : null;

    /// <summary>What was done; a withdrawal that the counter recorded is not the applicant's own act.</summary>
    public static string ActKey(HistoryLine line) =>
        $"Act.{line.Act}" + (line is { Act: DossierAct.AskWithdrawal, ActorRole: not StaffRole.Applicant } ? ".Recorded" : "");

    /// <summary>What came out; null while nothing is issued.</summary>
    public string? Result => Dossier.Decision is { IsIssued: true } issued ? issued.ShownTitle(Procedure) : null;

    /// <summary>What may be answered today.</summary>
    public SupplementRequest? Asked => Dossier.OpenSupplement(clock.Today);

    /// <summary>What was asked and can be answered no more, while the dossier still waits to be stopped.</summary>
    public SupplementRequest? AskedInVain => Dossier.SupplementInVain(clock.Today);

    /// <summary>What is still asked in money today.</summary>
    public decimal FeesAsked => Dossier.FeesAsked(clock.Today);

    /// <summary>Whom to ask about what was paid, once a withdrawal is asked.</summary>
    public string? PaidBeforeWithdrawal =>
        Dossier.Status == DossierStatus.WithdrawalAsked || Dossier.Clock == ClockState.Withdrawn
            ? Dossier.PaidBeforeWithdrawal(rulebooks.For(Dossier), clock.Today)?.Sentence
            : null;

    /// <summary>The promised date, or why it does not stand.</summary>
    public string? Promised => Dossier.WhyDateRests(clock.Local) ?? (Dossier.PromisedDue is { } due ? VietnameseDate.Print(due) : null);

    /// <summary>Where the fee is paid now; null while it is not to be paid.</summary>
    public string? FeeTaker =>
        Dossier.Work.Any(item => rulebooks.For(Dossier).StepOrNull(item.StepId)?.Kind == StepKind.CollectFee)
            ? Dossier.FeeCounter(rulebooks.For(Dossier), clock.Today)
            : null;

    /// <summary>How the fee is transferred while it is to be paid; null where the office has no account.</summary>
    public TransferCode? Transfer => FeeTaker is null ? null : transfers.Of(Dossier);

    /// <summary>Papers that staff cannot open, because the virus scan has not called them clean.</summary>
    public IReadOnlyList<ShownPaper> Held { get; private set; } = [];

    public IReadOnlyList<TrackedFile> Files => TrackedFile.Of(Dossier);

    /// <summary>Where a supplement may be brought or posted: the counter that serves the department.</summary>
    public string? Counter
    {
        get
        {
            var organisation = rulebooks.Catalogue.Organisation;
            return organisation.DeskOf(StaffRole.CounterClerk, Dossier.DivisionKey, clock.Today) is { } desk ? UnitName(desk) : null;
        }
    }

    /// <summary>The units and agencies that have the dossier now.</summary>
    public IReadOnlyList<string> At =>
        [.. Dossier.Work.Where(item => item.Role != StaffRole.Applicant).Select(item => UnitName(item.Unit)).OfType<string>().Distinct()];

    /// <summary>A text of the files as it is shown to who is served now.</summary>
    public string Shown(string text) => rulebooks.Catalogue.Shown(text);

    public IEnumerable<HistoryLine> Lines => Dossier.History.Where(line => !Inside.Contains(line.Act)).OrderByDescending(line => line.Id);

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancel)
    {
        if (await door.LookAsync(reference, cancel) is not { } seen)
            return Redirect(await door.AskAtAsync(reference, null, cancel));
        await ShowAsync(seen, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancel)
    {
        if (await door.OpenAsync(reference, cancel) is not { } opened)
            return StatusCode(StatusCodes.Status401Unauthorized);
        var refusals = await answer.DoAsync(new AnswerMessageRequest(opened.Dossier.Id, Message ?? ""), opened.Actor, cancel);
        if (refusals.Count == 0)
        {
            Flash.Good(TempData, words["Message.Done"]);
            return Redirect(VisitorPass.Folder + opened.Dossier.Reference);
        }

        FormRefusals.Add(ModelState, refusals);
        Response.StatusCode = FormRefusals.StatusOf(refusals);
        await ShowAsync(new SeenDossier(opened.Dossier, true), cancel);
        return Page();
    }

    private async Task ShowAsync(SeenDossier seen, CancellationToken cancel)
    {
        (Dossier, IsWhole) = (seen.Dossier, seen.IsWhole);
        Procedure = rulebooks.Shown(rulebooks.For(Dossier)).Procedure;
        if (IsWhole)
        {
            await store.LoadHistoryAsync(Dossier, cancel);
            Held = [.. (await ShownPaper.OfAsync(Dossier.Papers, scans, cancel)).Where(shown => shown.Paper.FileHash is not null && !shown.IsGiven)];
            Messages = await messages.ReadAsync(Dossier.Id, cancel);
            if (Messages.Any(message => message is { IsFromApplicant: false, SeenAt: null }))
                await messages.SeeAsync(Dossier.Id, fromApplicant: false, cancel);
        }
    }

    public string Who(HistoryLine line, Func<StaffRole, string> roleName) =>
        RoleAt.Say(roleName(line.ActorRole), line.ActorUnit is { Length: > 0 } unit ? UnitName(unit) : null);

    // The sentence about a change of the calendar is the program's own, and the history keeps it in Vietnamese.
    public string? NoteFor(HistoryLine line) =>
        IsWhole && Reasoned.Contains(line.Act) && !(line.Act == DossierAct.AdoptCalendar && CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en")
            ? line.Note
            : null;

    public string? ToneOf(HistoryLine line) =>
        line.Act switch
        {
            DossierAct.Accept or DossierAct.Issue or DossierAct.HandOver => "good",
            DossierAct.AskSupplement or DossierAct.Apologise or DossierAct.AdoptCalendar => "warn",
            DossierAct.RefuseAtDoor or DossierAct.Stop or DossierAct.VoidTakeIn => "bad",
            _ => null,
        };

    private string? UnitName(string key) => rulebooks.Catalogue.Organisation.Find(key)?.Name ?? Dossier.AgencyNameOf(key, Procedure);
}
