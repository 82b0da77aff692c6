using System.Globalization;
using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Notices;
using NodaTime;

namespace HaiDuong.Licensing.Domain.Dossiers;

/// <summary>Thời hạn của hồ sơ: the dates and the due state, as the clock last computed them; set here only, always by an act.</summary>
public sealed partial class Dossier
{
    /// <summary>Whether the clock runs; before acceptance it is the one of the answer that is owed.</summary>
    public ClockState Clock { get; private set; }

    /// <summary>The first promise, which no apology moves: the class is taken against it (C8, O-3).</summary>
    public LocalDateTime? ReportDue { get; private set; }

    /// <summary>The points of early warning, the earliest first.</summary>
    public IReadOnlyList<LocalDateTime> WarnAt { get; private set; } = [];

    /// <summary>The first moment at which the dossier is overdue; null while it cannot become so.</summary>
    public LocalDateTime? LateFrom { get; private set; }

    /// <summary>The first moment at which an awaited supplement can be sent no more; null while none is awaited.</summary>
    public LocalDateTime? WaitOverFrom { get; private set; }

    /// <summary>Tình trạng hạn: what every page, list, slip, statistic and warning says of it.</summary>
    public DueState Due => new(Clock, FinishClass, PromisedDue ?? AnswerDue, ReportDue ?? AnswerDue, WarnAt, LateFrom, WaitOverFrom);

    /// <summary>
    /// Vì sao ngày hẹn trả không còn giá trị: said in place of the promised date while the clock stands still, once it ended without a result, or when
    /// a supplement was asked too late to give a new one. Null when the date stands or none was given.
    /// </summary>
    /// <param name="due">The due state at the moment.</param>
    /// <param name="now">The moment.</param>
    /// <param name="language">That of the request where none is given; papers and mails give the official one.</param>
    public string? WhyDateRests(DueState due, LocalDateTime now, CultureInfo? language = null)
    {
        if (!IsAccepted)
            return null;
        if (due.Stands)
            return WhyDateIsPast(due, now, language);
        var last = Ledger.Last(entry =>
            entry.At <= now
            && entry.Kind is ClockEventKind.SupplementAsked or ClockEventKind.Pause or ClockEventKind.Stop or ClockEventKind.Withdraw or ClockEventKind.Void
        );
        var asked = Supplements.LastOrDefault(request => request.AskedAt <= now);
        return last.Kind switch
        {
            ClockEventKind.Stop => DeadlineTexts.Rests(DateRest.Stopped, Say(last.At), language),
            ClockEventKind.Withdraw => DeadlineTexts.Rests(DateRest.Withdrawn, Say(last.At), language),
            ClockEventKind.Void => DeadlineTexts.Rests(DateRest.Voided, Say(last.At), language),
            ClockEventKind.Pause => DeadlineTexts.Rests(last.Ground == PauseGround.Fee ? DateRest.Fee : DateRest.Pause, Say(last.At), language),
            _ => DeadlineTexts.Rests(due.WaitOverFrom <= now ? DateRest.SupplementOver : DateRest.Supplement, VietnameseDate.Print(asked!.AnswerBy), language),
        };
    }

    /// <summary>Yêu cầu bổ sung khi đã quá hạn: the clock went on, and what comes gives no new date.</summary>
    private string? WhyDateIsPast(DueState due, LocalDateTime now, CultureInfo? language)
    {
        if (due is not { Clock: ClockState.Running, Due: { } told })
            return null;
        var asked = Supplements.LastOrDefault(request => request.AskedAt <= now);
        if (asked is null || told > asked.AskedAt || !(due.LateFrom <= asked.AskedAt))
            return null;
        var inVain = asked.IsOver(now.Date) && !(FinishedAt <= now);
        return DeadlineTexts.Rests(inVain ? DateRest.AskedAfterDueInVain : DateRest.AskedAfterDue, Say(told), language);
    }

    /// <inheritdoc cref="WhyDateRests(DueState, LocalDateTime, CultureInfo?)"/>
    public string? WhyDateRests(LocalDateTime now, CultureInfo? language = null) => WhyDateRests(Due, now, language);

    /// <summary>The day on which the whole term would be over once more, counted from a moment.</summary>
    private LocalDate WholeTermAfter(LocalDateTime from, ActContext act) =>
        new StepTerm(null, 1m).DueAt(from, act.Rules.TermFor(Channel), AcceptedAt ?? from, act.Rules.Regime, act.Rules.Calendar).Date;

    /// <summary>The only place that sets the dates: they follow from the ledger and move only when something is written into it.</summary>
    private void WriteClock(ClockEvent entry, ActContext act)
    {
        var givesADate = entry.Kind is ClockEventKind.Accept or ClockEventKind.SupplementReceived;
        Ledger = [.. Ledger, givesADate ? entry with { KnownAt = act.Rules.Calendar.NewestKnownAt(act.Local) } : entry];
        TakeReading(ReadClock(act.Rules, act.Local));
    }

    /// <summary>Thụ lý: the term counts from now, and the applicant is told the date that this gives.</summary>
    private void TakeUp(ActContext act)
    {
        var promise = PromisedDue;
        WriteClock(new ClockEvent(act.Local, ClockEventKind.TakeUp), act);
        TellNewDate(promise, DeadlineTexts.TakenUp(Told), act);
    }

    /// <summary>Đổi ngày hẹn trả: owed to the applicant by every act that gives another date than the one told last.</summary>
    private void TellNewDate(LocalDateTime? told, string reason, ActContext act)
    {
        if (PromisedDue != told)
            TellApplicant(NoticeKind.DueDateMoved, act, ("old", Say(told)), ("due", Say(PromisedDue)), ("reason", reason));
    }

    /// <summary>How often an act gave another date than the one told last, recounted from the ledger; an apology and a supplement tell their own.</summary>
    public int DatesMoved(DossierRules rules)
    {
        LocalDateTime? ToldAfter(int entries) => ReadClock(rules, Ledger.Take(entries), null).PromisedDue;
        return Ledger
            .Index()
            .Skip(1)
            .Count(entry =>
                entry.Item.Kind is ClockEventKind.Resume or ClockEventKind.TakeUp
                && !Ledger.Any(other => other.Kind == ClockEventKind.SupplementReceived && other.At == entry.Item.At)
                && ToldAfter(entry.Index) != ToldAfter(entry.Index + 1)
            );
    }

    private void TakeReading(ClockReading reading)
    {
        StatutoryDue = reading.StatutoryDue;
        PromisedDue = reading.PromisedDue;
        FinishClass = reading.State is ClockState.Running or ClockState.Paused ? null : reading.Class;
        RePromises = reading.Apologies;
        (Clock, ReportDue, WarnAt, LateFrom, WaitOverFrom) = (reading.State, reading.ReportDue, reading.Warnings, reading.LateFrom, reading.WaitOverFrom);
    }

    /// <summary>Before acceptance: an answer is owed from now on, never sooner than it was owed before.</summary>
    private void OweAnswer(ActContext act)
    {
        var due = act.Rules.AnswerDue(act.Local);
        AnswerDue = AnswerDue > due ? AnswerDue : due;
        WaitOverFrom = null;
        (Clock, WarnAt, LateFrom) = (
            ClockState.Running,
            act.Rules.AnswerWarnings(act.Local, AnswerDue.Value),
            act.Rules.StepDue(act.Local, AnswerDue).LateFrom
        );
    }

    /// <summary>Before acceptance: no answer is owed any more, for now or for good.</summary>
    private void CeaseToOwe(ClockState state, SupplementRequest? awaited = null) =>
        (Clock, WarnAt, LateFrom, WaitOverFrom) = (state, [], null, awaited?.OverFrom);

    /// <summary>
    /// Works out the due state of a dossier that was stored before it was kept, with its steps; the dates that were told stay. Called once for each
    /// by the upgrade.
    /// </summary>
    public void KeepDueState(DossierRules rules, LocalDateTime now)
    {
        if (IsAccepted)
        {
            var reading = ReadClock(rules, now);
            (Clock, ReportDue, WarnAt, LateFrom, WaitOverFrom) = (reading.State, reading.ReportDue, reading.Warnings, reading.LateFrom, reading.WaitOverFrom);
        }
        else if (SubmittedAt is { } submitted && AnswerDue is { } due)
        {
            var state = (Status == DossierStatus.WithdrawalAsked ? StatusBeforeWithdrawal : Status) switch
            {
                DossierStatus.AwaitingAcceptance => ClockState.Running,
                DossierStatus.Stopped => StatusBeforeWithdrawal is null ? ClockState.Stopped : ClockState.Withdrawn,
                DossierStatus.RefusedAtDoor => ClockState.Stopped,
                _ => ClockState.Paused,
            };
            CeaseToOwe(state, state == ClockState.Paused ? UnansweredSupplement : null);
            if (Clock == ClockState.Running)
                (WarnAt, LateFrom) = (rules.AnswerWarnings(submitted, due), rules.StepDue(submitted, due).LateFrom);
        }
        _work.ForEach(item => item.PressWith(LateFrom));
    }
}
