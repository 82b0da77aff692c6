using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Notices;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Routes;
using HaiDuong.Licensing.Domain.Staff;

namespace HaiDuong.Licensing.Domain.Dossiers;

/// <summary>What happens before acceptance: draft, submission, acceptance, refusal at the door.</summary>
public sealed partial class Dossier
{
    /// <summary>Keeps what the applicant has filled in so far, right or wrong; refuses what is too long for a name, number or address.</summary>
    public IReadOnlyList<Refusal> SaveDraft(Applicant applicant, Submitter? submitter, ReturnBy returnBy, FormData form, ActContext act)
    {
        if (WhyNot(DossierAct.Draft, act) is { Count: > 0 } refused)
            return refused;
        if (EntryLimits.CheckPeople(applicant, submitter) is { Count: > 0 } endless)
            return endless;
        Applicant = applicant;
        Submitter = submitter;
        ReturnBy = returnBy;
        Form = form;
        Revision++;
        return [];
    }

    /// <summary>Thêm giấy tờ: into a draft, or one that the open supplement request asks for or the answer to an asked field may call for.</summary>
    public IReadOnlyList<Refusal> AddPaper(Paper paper, ActContext act)
    {
        if (WhyNotPapers(act) is { Count: > 0 } refused)
            return refused;
        var open = OpenSupplement(act.Local.Date);
        if (Status == DossierStatus.Draft || (open is not null && (Asks(open, paper.Key) || ScopeOf(open, act.Rules.Procedure).Papers.Contains(paper.Key))))
            return Take(paper, open);
        return [open is null && AwaitedSupplement is not null ? WhyNoAnswer : new Refusal(nameof(RefusalCode.PaperNotAsked), paper.Key)];
    }

    /// <summary>Takes a paper away again: in a draft, or one added to answer the open supplement request.</summary>
    public IReadOnlyList<Refusal> RemovePaper(Guid paperId, ActContext act)
    {
        if (WhyNotPapers(act) is { Count: > 0 } refused)
            return refused;
        var paper = Papers.FirstOrDefault(candidate => candidate.Id == paperId);
        if (paper is null)
            return [];
        if (Status != DossierStatus.Draft && paper.Round != OpenSupplement(act.Local.Date)?.Round)
            return [new Refusal(nameof(RefusalCode.PaperKept))];
        Papers = [.. Papers.Where(candidate => candidate.Id != paperId)];
        Revision++;
        return [];
    }

    /// <summary>Nộp hồ sơ: checks the form, the applicant and the papers, all refusals at once; then the counter has it.</summary>
    public IReadOnlyList<Refusal> Submit(ActContext act)
    {
        // Pressed twice it submits once.
        if (WhyNot(DossierAct.Submit, act) is { Count: > 0 } refused)
            return refused[0].Code == nameof(RefusalCode.DossierNotADraft) ? [] : refused;
        var refusals = CheckWhole(act);
        if (refusals.Count > 0)
            return refusals;
        Language = act.Language;
        EnterOffice(act);
        Record(DossierAct.Submit, act);
        if (OwedNotice.To(DossierAct.Submit, Channel) is { } received)
            TellApplicant(received, act, ("answerDue", Say(AnswerDue!.Value)));
        return [];
    }

    /// <summary>Every refusal of the dossier as it stands: applicant, form, papers.</summary>
    public IReadOnlyList<Refusal> CheckWhole(ActContext act) =>
        [
            .. ApplicantRules.Check(Applicant, act.Rules.Procedure),
            .. Submitter is { } submitter
                ? EntryLimits.CheckPeople(Applicant, submitter).Where(refusal => refusal.Field!.StartsWith("submitter.", StringComparison.Ordinal))
                : [],
            .. IsBrief ? CheckBrief(act) : FormRules.Check(act.Rules.Procedure.Form, Form, act.Local),
            .. PaperRules.Check(act.Rules.Procedure, Form, Papers.Select(paper => paper.Key)),
            .. NoticeBeforeEvent.Check(act.Rules, Form, SubmittedAt ?? act.Local),
        ];

    /// <summary>Tiếp nhận: the dossier gets its code, the clock starts and the receipt can be printed. The term starts as the regime says.</summary>
    public IReadOnlyList<Refusal> Accept(string code, ActContext act)
    {
        var work = FindWork(StepKind.ReceiveDossier, null, act, out var refusals);
        if (work is null)
            return refusals;
        if (CheckWhole(act) is { Count: > 0 } faults)
            return faults;
        Code = code;
        AcceptedAt = act.Local;
        EndBriefness(act.Rules);
        Fees = FeesOfForm(act.Rules);
        WriteClock(new ClockEvent(act.Local, ClockEventKind.Accept) { Online = Channel == SubmissionChannel.Online }, act);
        Complete(work, "Accepted", act);
        Record(DossierAct.Accept, act, work: work);
        TellApplicant(NoticeKind.DossierAccepted, act, ("due", WhyDateRests(act.Local, Told) is { } rests ? $"{Say(PromisedDue)}. {rests}" : Say(PromisedDue)));
        return [];
    }

    /// <summary>Từ chối tiếp nhận (Mẫu 03): final, with its reason.</summary>
    public IReadOnlyList<Refusal> RefuseAtDoor(string reason, ActContext act)
    {
        var work = FindWork(StepKind.ReceiveDossier, null, act, out var refusals);
        if (work is null)
            return refusals;
        if (string.IsNullOrWhiteSpace(reason))
            return [new Refusal(nameof(RefusalCode.ReasonRequired), "reason")];
        CeaseToOwe(ClockState.Stopped);
        FinishedAt = act.Local;
        Complete(work, "Refused", act);
        Record(DossierAct.RefuseAtDoor, act, DossierStatus.RefusedAtDoor, reason, work);
        TellApplicant(NoticeKind.RefusedAtDoor, act, ("reason", reason));
        return [];
    }

    /// <summary>Papers are whose the draft is, and afterwards of whoever answers what was asked: the applicant, or the counter for them.</summary>
    private IReadOnlyList<Refusal> WhyNotPapers(ActContext act) =>
        Status == DossierStatus.Draft ? WhyNot(DossierAct.Draft, act)
        : IsShutOut(act.Actor) ? [new Refusal(nameof(RefusalCode.ShutOut))]
        : IsApplicant(act.Actor) || IsServedAtCounter(StepKind.RequestSupplement, act) ? []
        : NotYours(StaffRole.Applicant, StaffRole.CounterClerk);

    private void EnterOffice(ActContext act)
    {
        SubmittedAt = act.Local;
        Matters = MatterKeys.Of(act.Rules.Procedure, Form);
        OweAnswer(act);
        RouteState = RouteRunner.Start(act.Rules.Route, new DossierFacts(this));
        FollowRoute(act);
    }

    private IReadOnlyList<Refusal> Take(Paper paper, SupplementRequest? answers)
    {
        Papers = [.. Papers, paper with { Round = answers?.Round ?? 0 }];
        Revision++;
        return [];
    }

    private static bool Asks(SupplementRequest request, string paper) => request.Items.Any(item => item.Target == SupplementTarget.Paper && item.Key == paper);
}
