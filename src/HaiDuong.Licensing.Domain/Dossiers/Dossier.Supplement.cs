using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Notices;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Routes;
using HaiDuong.Licensing.Domain.Staff;
using NodaTime;

namespace HaiDuong.Licensing.Domain.Dossiers;

/// <summary>Bổ sung hồ sơ: asked once and fully, answered exactly, or run out.</summary>
public sealed partial class Dossier
{
    /// <summary>
    /// Yêu cầu bổ sung (Mẫu 02). Before acceptance by the counter, after it by the specialist. What the clock refuses is refused here, as a
    /// request beyond the regime's number unless the head of the division asks (S-3: guide once, fully); after the due date it may still be
    /// asked, but the clock goes on.
    /// </summary>
    /// <param name="items">What is asked, each with its reason.</param>
    /// <param name="reason">Why, of the whole request.</param>
    /// <param name="answerBy">The last day, a working day. No law limits it; beyond the days that the regime waits (S-5) it is asked about once.</param>
    /// <param name="act">Who, when, under which rules.</param>
    public IReadOnlyList<Refusal> AskSupplement(IReadOnlyList<SupplementItem> items, string reason, LocalDate answerBy, ActContext act)
    {
        var work = FindWork(IsAccepted ? StepKind.AppraiseDossier : StepKind.ReceiveDossier, null, act, out var refusals);
        if (work is null)
            return refusals;
        var asked = Asking(act);
        if (CheckRequest(items, reason, WhyNotLastDay(answerBy, act), asked, act) is { Count: > 0 } faults)
            return faults;
        Supplements = [.. Supplements, new SupplementRequest(Supplements.Count + 1, items, reason, act.Actor.Name, act.Local, answerBy)];
        if (IsAccepted)
            WriteClock(asked, act);
        else
            CeaseToOwe(ClockState.Paused, UnansweredSupplement);
        Complete(work, "Supplement", act);
        Record(DossierAct.AskSupplement, act, note: reason, work: work);
        TellApplicant(
            NoticeKind.SupplementAsked,
            act,
            ("items", string.Join("; ", items.Select(item => item.Label))),
            ("reason", reason),
            ("answerBy", VietnameseDate.Print(answerBy)),
            ("counter", CounterOf(act))
        );
        return [];
    }

    /// <summary>Where a supplement may also be brought or posted.</summary>
    private string CounterOf(ActContext act) =>
        act.Rules.Organisation.DeskOf(StaffRole.CounterClerk, DivisionKey, act.Local.Date) is { } desk && act.Rules.Organisation.Find(desk) is { } counter
            ? string.Join(", ", new[] { counter.Name, counter.Address }.Where(part => !string.IsNullOrEmpty(part)))
            : "";

    private List<Refusal> CheckRequest(IReadOnlyList<SupplementItem> items, string reason, Refusal? wrongDay, ClockEvent asked, ActContext act)
    {
        var refusals = new List<Refusal>();
        if (items.Count == 0)
            refusals.Add(new Refusal(nameof(RefusalCode.SupplementItemsRequired), "items"));
        refusals.AddRange(
            items
                .Where(item => string.IsNullOrWhiteSpace(item.Reason))
                .Select(item => new Refusal(nameof(RefusalCode.SupplementReasonRequired), SupplementItem.ReasonName(item.Target, item.Key), item.Label))
        );
        if (string.IsNullOrWhiteSpace(reason))
            refusals.Add(new Refusal(nameof(RefusalCode.ReasonRequired), "reason"));
        if (wrongDay is not null)
            refusals.Add(wrongDay);
        if (IsAccepted)
            refusals.AddRange(RefusedByClock(asked, null, act, ClockRefusalReason.SupplementAfterDue));
        return refusals;
    }

    private ClockEvent Asking(ActContext act) => new(act.Local, ClockEventKind.SupplementAsked) { ApprovedByHead = IsHead(act) };

    private static Refusal? WhyNotLastDay(LocalDate day, ActContext act)
    {
        var usual = ReceptionTimes.SupplementUntil(act.Local, act.Rules.Regime, act.Rules.Calendar);
        return day <= act.Local.Date ? new Refusal(nameof(RefusalCode.AnswerByInThePast), "answerBy", usual) : AppointedDay.WhyNot(day, "answerBy", usual, act);
    }

    /// <summary>What the open request asks of the form, with whatever depends on it; null when nothing may be answered on the day.</summary>
    public FormScope? SupplementScope(Procedure procedure, LocalDate today) => OpenSupplement(today) is { } open ? ScopeOf(open, procedure) : null;

    /// <summary>What a request asks of the form, with whatever depends on it.</summary>
    public FormScope ScopeOf(SupplementRequest request, Procedure procedure) =>
        FormScope.Of(procedure, Form, request.Items.Where(item => item.Target == SupplementTarget.Field).Select(item => item.Key));

    /// <summary>
    /// Nộp bổ sung: takes what was asked with whatever depends on it: those fields of <paramref name="form"/>, and the papers already added for
    /// this round. Only what is open is checked: nobody can mend the rest here.
    /// </summary>
    /// <param name="form">The answers.</param>
    /// <param name="act">Who, when, under which rules: the applicant online, or the counter for whoever comes or writes.</param>
    /// <param name="channel">How it came to the counter, in person or by post; what the applicant sends comes online.</param>
    public IReadOnlyList<Refusal> Supply(FormData form, ActContext act, SubmissionChannel channel = SubmissionChannel.Counter)
    {
        var work = FindWork(StepKind.RequestSupplement, null, act, out var refusals);
        if (work is null || OpenSupplement(act.Local.Date) is not { } open)
            return refusals.Count > 0 ? refusals : [WhyNoAnswer];
        var missing = open.Items.Where(item =>
            item.Target == SupplementTarget.Paper && !Papers.Any(paper => paper.Key == item.Key && paper.Round == open.Round)
        );
        var faults = missing.Select(item => new Refusal(nameof(RefusalCode.SupplementPaperMissing), $"papers.{item.Key}", item.Label)).ToList();
        var scope = ScopeOf(open, act.Rules.Procedure);
        var amended = scope.Fields.Count == 0 ? Form : scope.Amend(Form, form);
        faults.AddRange(FormRules.CheckAsked(act.Rules.Procedure.Form, amended, act.Local).Where(refusal => scope.Covers(refusal.Field)));
        faults.AddRange(
            PaperRules
                .Missing(act.Rules.Procedure, amended, Papers.Select(paper => paper.Key))
                .Where(paper => scope.Papers.Contains(paper.Key) && !Asks(open, paper.Key))
                .Select(paper => new Refusal(nameof(RefusalCode.SupplementPaperMissing), $"papers.{paper.Key}", paper.Name))
        );
        var isOnline = IsApplicant(act.Actor);
        if (!isOnline)
            faults.AddRange(FewerThanAsked(open, act));
        if (faults.Count > 0)
            return faults;
        var came = isOnline ? SubmissionChannel.Online : channel;
        (Form, Matters) = (amended, MatterKeys.Of(act.Rules.Procedure, amended));
        EndBriefness(act.Rules);
        var answered = open with { AnsweredAt = act.Local, AnsweredBy = came, Answered = [.. scope.Fields] };
        Supplements = [.. Supplements.Select(request => request == open ? answered : request)];
        var (told, fee) = (PromisedDue, FeesTotal);
        if (IsAccepted)
        {
            WriteClock(new ClockEvent(act.Local, ClockEventKind.SupplementReceived), act);
            CountFees(act);
        }
        else
            OweAnswer(act);
        Complete(work, "Supplied", act);
        Record(
            DossierAct.Supply,
            act,
            note: isOnline ? null : new Refusal($"SuppliedBy.{came}").SentenceIn(DeadlineTexts.Official),
            work: work,
            asRole: isOnline ? StaffRole.Applicant : StaffRole.CounterClerk
        );
        TellReceived(told, fee, act);
        return [];
    }

    /// <summary>Đã nhận bổ sung: one letter that tells that it came, which dates and which fee follow from it, and what is to be done.</summary>
    private void TellReceived(LocalDateTime? told, decimal fee, ActContext act)
    {
        var isMoved = IsAccepted && PromisedDue != told;
        var rests = WhyDateRests(act.Local, Told);
        TellApplicant(
            NoticeKind.SupplementReceived,
            act,
            ("at", Say(act.Local)),
            ("answerDue", IsAccepted ? "" : Say(AnswerDue)),
            ("old", isMoved ? Say(told) : ""),
            ("due", isMoved ? Say(PromisedDue) : ""),
            ("reason", isMoved ? DeadlineTexts.Supplied(act.Rules.Regime.SupplementRule, Told) : ""),
            ("stays", isMoved || rests is not null ? "" : Say(PromisedDue)),
            ("rests", rests ?? ""),
            ("next", (FeeMoved(fee, act) ?? new Refusal(nameof(RefusalCode.NothingToDo))).SentenceIn(Told))
        );
    }

    /// <summary>Thiếu bản: asked papers of which fewer were counted than the procedure asks; whoever counted is asked once whether that is all.</summary>
    private IEnumerable<Refusal> FewerThanAsked(SupplementRequest open, ActContext act) =>
        from required in act.Rules.Procedure.Papers
        where Asks(open, required.Key)
        let came = Papers.Where(paper => paper.Key == required.Key && paper.Round == open.Round).ToList()
        let originals = came.Sum(paper => paper.Originals)
        let copies = came.Sum(paper => paper.Copies)
        where came.Exists(paper => paper.FileHash is null) && (originals < required.Originals || copies < required.Copies)
        select act.Ask(
            new Refusal(
                nameof(RefusalCode.SupplementPapersFew),
                $"papers.{required.Key}",
                required.Name,
                required.Originals,
                required.Copies,
                originals,
                copies
            ),
            required.Key,
            originals,
            copies
        ) into asked
        where asked is not null
        select asked;

    /// <summary>Why nothing may be sent although the dossier waits: the last day is over.</summary>
    private Refusal WhyNoAnswer =>
        AwaitedSupplement is { } over ? new Refusal(nameof(RefusalCode.SupplementOver), null, over.AnswerBy) : new Refusal(nameof(RefusalCode.StepNotWaiting));

    /// <summary>Hết hạn bổ sung: the applicant did not come back in time; the route goes on to stopping the dossier.</summary>
    public IReadOnlyList<Refusal> ExpireSupplement(ActContext act)
    {
        if (WhyNot(DossierAct.ExpireSupplement, act) is { Count: > 0 } refused)
            return refused;
        if (AwaitedSupplement is not { } open)
            return [new Refusal(nameof(RefusalCode.StepNotWaiting))];
        var work = _work.Find(item => act.Rules.StepOrNull(item.StepId)?.Kind == StepKind.RequestSupplement)!;
        if (!open.IsOver(act.Local.Date))
            return [new Refusal(nameof(RefusalCode.SupplementStillOpen))];
        Supplements = [.. Supplements.Select(request => request == open ? request with { ExpiredAt = act.Local } : request)];
        Complete(work, "Expired", act);
        Record(DossierAct.ExpireSupplement, act, work: work);
        return [];
    }
}
