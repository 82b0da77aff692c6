using NodaTime;

namespace HaiDuong.Licensing.Domain.Deadlines;

/// <summary>Reads the ledger event by event and keeps what the rules allow; the rest becomes refusals.</summary>
internal sealed class LedgerFold(Term statutory, Term published, ClockRegime regime, WorkingCalendar whole, CalendarUse use)
{
    private readonly ClockTimeline timeline = new() { Lead = statutory.StartsWithin is { } lead ? new DueCount(lead, regime, whole) : null };
    private readonly WorkingCalendar whole = whole;
    private WorkingCalendar calendar = whole;
    private DueCount statutoryCount = new(statutory, regime, whole);
    private DueCount publishedCount = new(published, regime, whole);
    private bool isIdle;

    public ClockTimeline Timeline => timeline;

    /// <summary>The calendar by which the dates now in force are counted.</summary>
    public WorkingCalendar Calendar => calendar;

    public DueCount Statutory => statutoryCount;

    public DueCount Published => publishedCount;

    public void Apply(ClockEvent e)
    {
        if (Refuse(e) is { } reason)
        {
            timeline.Refusals.Add(new ClockRefusal(e.At, e.Kind, reason));
            return;
        }

        if (BeginsACount(e))
            Know(e.KnownAt ?? e.At);
        Take(e);
    }

    private bool BeginsACount(ClockEvent e) =>
        e.Kind is ClockEventKind.Accept or ClockEventKind.AdoptCalendar
        || (e.Kind == ClockEventKind.SupplementReceived && timeline.AcceptedAt is not null && regime.SupplementRule == SupplementRule.Restart);

    private void Know(LocalDateTime moment)
    {
        if (use == CalendarUse.Whole || timeline.KnownAt > moment)
            return;
        timeline.KnownAt = moment;
        calendar = whole.AsKnownAt(moment);
        (statutoryCount, publishedCount) = (new DueCount(statutory, regime, calendar), new DueCount(published, regime, calendar));
        timeline.Lead = statutory.StartsWithin is { } lead ? new DueCount(lead, regime, calendar) : null;
    }

    public LocalDateTime StatutoryDue() => statutoryCount.Due(timeline.LastRun(regime.SupplementRule, calendar));

    public LocalDateTime ReportDue() => publishedCount.Due(timeline.LastRun(regime.SupplementRule, calendar));

    /// <summary>What the applicant was last told: the report date, or the date of the apology when that is later.</summary>
    public LocalDateTime PromisedDue()
    {
        var due = ReportDue();
        return timeline.Apologies is [.., var last] ? LocalDateTime.Max(due, last.To) : due;
    }

    /// <summary>
    /// C7: the moment from which a paper counts; what comes while the office is closed is received when it opens, unless an officer took it on line.
    /// </summary>
    public LocalDateTime Received(ClockEvent e)
    {
        if (e.Online || !regime.OutOfHoursIsNextWorkingDay)
            return e.At;
        if (!calendar.IsWorkingDay(e.At.Date))
            return calendar.Opening(calendar.PlusWorkingDays(e.At.Date, 1));
        var closing = calendar.Closing(e.At.Date).TimeOfDay;
        var last = regime.AcceptanceCutOff is { } cutOff && cutOff < closing ? cutOff : closing;
        return e.At.TimeOfDay > last ? calendar.Opening(calendar.PlusWorkingDays(e.At.Date, 1)) : e.At;
    }

    private ClockRefusalReason? Refuse(ClockEvent e)
    {
        if (timeline.End is not null)
            return ClockRefusalReason.AfterEnd;
        if (e.Kind == ClockEventKind.Accept)
            return timeline.AcceptedAt is null ? null : ClockRefusalReason.AlreadyAccepted;
        if (timeline.AcceptedAt is null)
        {
            // Before acceptance the clock has not started: asking, answering and withdrawing are free.
            return e.Kind is ClockEventKind.SupplementAsked or ClockEventKind.SupplementReceived or ClockEventKind.Withdraw
                ? null
                : ClockRefusalReason.NotAccepted;
        }

        return e.Kind switch
        {
            ClockEventKind.SupplementAsked => RefuseSupplement(e),
            ClockEventKind.SupplementReceived => RefuseAnswer(),
            ClockEventKind.Pause => timeline.OpenWait is null && !isIdle ? null : ClockRefusalReason.AlreadyPaused,
            ClockEventKind.Resume => RefuseResume(),
            ClockEventKind.Extend => RefuseExtension(e),
            ClockEventKind.Apologise => RefuseApology(e),
            _ => null,
        };
    }

    private ClockRefusalReason? RefuseResume() =>
        timeline.OpenWait switch
        {
            null => isIdle ? null : ClockRefusalReason.NotPaused,
            { IsSupplement: true } => ClockRefusalReason.SupplementAwaited,
            _ => null,
        };

    private ClockRefusalReason? RefuseSupplement(ClockEvent e)
    {
        if (timeline.OpenWait is not null)
            return ClockRefusalReason.AlreadyPaused;
        if (statutoryCount.IsOver(StatutoryDue(), e.At))
            return ClockRefusalReason.SupplementAfterDue;
        return timeline.Supplements >= regime.SupplementLimit && !e.ApprovedByHead ? ClockRefusalReason.SupplementOnlyOnce : null;
    }

    /// <summary>What answers a request that came after the due date moves as little as the request did.</summary>
    private ClockRefusalReason? RefuseAnswer() =>
        timeline.OpenWait is { IsSupplement: true } ? null
        : timeline.Refusals.FindLast(refused => refused.Kind is ClockEventKind.SupplementAsked or ClockEventKind.SupplementReceived)
            is { Reason: ClockRefusalReason.SupplementAfterDue }
            ? ClockRefusalReason.SuppliedAfterDue
        : ClockRefusalReason.NoSupplementAsked;

    private ClockRefusalReason? RefuseExtension(ClockEvent e)
    {
        if (e.To is null == e.Days is null || e.Days < 1)
            return ClockRefusalReason.ExtensionWithoutLength;
        var due = StatutoryDue();
        if (statutoryCount.IsOver(due, timeline.OpenWait?.From ?? e.At))
            return ClockRefusalReason.ExtensionAfterDue;
        return e.To is { } to && to <= due.Date ? ClockRefusalReason.ExtensionNotLater : null;
    }

    private ClockRefusalReason? RefuseApology(ClockEvent e)
    {
        if (timeline.Apologies.Count >= regime.ApologyLimit)
            return ClockRefusalReason.ApologyOnlyOnce;
        if (timeline.OpenWait is not null)
            return ClockRefusalReason.ApologyWhileWaiting;
        if (e.To is null == e.Days is null || e.Days < 1)
            return ClockRefusalReason.ApologyWithoutDate;
        var due = PromisedDue();
        if (e.At.Date > due.Date.PlusDays(-regime.ApologyLeadDays))
            return ClockRefusalReason.ApologyTooLate;
        return e.To is { } to && to <= due.Date ? ClockRefusalReason.ApologyNotLater : null;
    }

    private void Take(ClockEvent e)
    {
        switch (e.Kind)
        {
            case ClockEventKind.Accept:
                timeline.AcceptedAt = e.At;
                timeline.CountsFrom = Received(e);
                break;
            case ClockEventKind.SupplementAsked or ClockEventKind.Pause when timeline.AcceptedAt is not null:
                StandStill(e);
                break;
            case ClockEventKind.SupplementReceived when timeline.AcceptedAt is not null:
                GoOn(e.At, Received(e));
                break;
            case ClockEventKind.Resume:
                GoOn(e.At, e.At);
                break;
            case ClockEventKind.Extend:
                timeline.Extensions.Add(statutoryCount.Extend(e, timeline.LastRun(regime.SupplementRule, calendar)));
                break;
            case ClockEventKind.TakeUp:
                timeline.TakenUpAt ??= e.At;
                break;
            case ClockEventKind.AdoptCalendar:
                timeline.Extensions.RemoveAll(extension => extension.KeepsDate);
                timeline.Adoptions.Add(e);
                break;
            case ClockEventKind.Apologise:
                timeline.Apologies.Add(new Apology(e.At, NewPromise(e), e.Reason));
                break;
            case ClockEventKind.Stop or ClockEventKind.Finish or ClockEventKind.Withdraw or ClockEventKind.Void:
                timeline.End = e;
                break;
        }
    }

    private void StandStill(ClockEvent e)
    {
        // A regime may let the clock run while the fee is awaited; the pause is then only remembered.
        if (e is { Kind: ClockEventKind.Pause, Ground: PauseGround.Fee } && !regime.FeeStopsClock)
            isIdle = true;
        else
            timeline.Waits.Add(
                new Wait(e.At, null, null, e.Kind == ClockEventKind.SupplementAsked, e.Reason, PromisedDue())
                {
                    DatesBefore = (StatutoryDue(), ReportDue()),
                    IsForFee = e is { Kind: ClockEventKind.Pause, Ground: PauseGround.Fee },
                    LastDay = e.Kind == ClockEventKind.SupplementAsked ? e.To : null,
                }
            );
    }

    private void GoOn(LocalDateTime at, LocalDateTime counts)
    {
        if (timeline.OpenWait is { } wait)
        {
            timeline.Waits[^1] = wait with { To = at, CountsFrom = counts };
            if (wait.IsSupplement)
                KeepDates(wait, at);
            timeline.Waits[^1] = timeline.Waits[^1] with { DueAfter = PromisedDue() };
        }

        isIdle = false;
    }

    /// <summary>After a supplement no date is earlier than before it was asked: a new announcement of the calendar alone could make it so.</summary>
    private void KeepDates(Wait wait, LocalDateTime at)
    {
        foreach (var (count, before) in new[] { (statutoryCount, wait.DatesBefore.Statutory), (publishedCount, wait.DatesBefore.Report) })
        {
            var run = timeline.LastRun(regime.SupplementRule, calendar);
            if (count.Due(run) < before)
                timeline.Extensions.Add(count.Reach(before, at, run));
        }
    }

    private LocalDateTime NewPromise(ClockEvent e) =>
        calendar.Closing(e.To is { } to ? calendar.OnOrAfter(to) : calendar.PlusWorkingDays(PromisedDue().Date, e.Days!.Value));
}
