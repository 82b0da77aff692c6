using NodaTime;

namespace HaiDuong.Licensing.Domain.Deadlines;

/// <summary>Puts the reading together once the ledger has been read.</summary>
internal sealed class ReadingBuilder(Term term, ClockRegime regime, LedgerFold fold, LocalDateTime? now)
{
    private readonly ClockTimeline timeline = fold.Timeline;
    private readonly WorkingCalendar calendar = fold.Calendar;
    private readonly DueCount statutoryCount = fold.Statutory;
    private readonly DueCount publishedCount = fold.Published;

    /// <summary>The moment at which the clock is looked at: the pause it stands in, the end, or now.</summary>
    private LocalDateTime? Moment => timeline.OpenWait?.From ?? timeline.End?.At ?? now;

    public ClockReading Build()
    {
        var supplemented = timeline.Waits.Any(wait => wait is { IsSupplement: true, To: not null });
        var state = DeadlineClock.StateOf(timeline);
        var statutory = fold.StatutoryDue();
        var report = fold.ReportDue();
        var promised = fold.PromisedDue();
        return new ClockReading(
            statutory,
            promised,
            supplemented ? statutoryCount.Due(timeline.LastRun(SupplementRule.Restart, calendar)) : null,
            supplemented ? statutoryCount.Due(timeline.LastRun(SupplementRule.Pause, calendar)) : null,
            state,
            ClassOf(report, state),
            timeline.Refusals
        )
        {
            KnownAt = timeline.KnownAt,
            ReceivedAt = statutoryCount.ReceivedOf(timeline),
            ReportDue = report,
            Supplements = Supplements(),
            Apologies = timeline.Apologies.Count,
            SecondSupplement = timeline.Supplements > 1,
            IsProvisional = calendar.IsProvisional(timeline.CountsFrom!.Value.Date, statutory.Date),
            NetHandling = Moment is { } moment ? NetHandling(moment) : null,
            Warnings = Warnings(report),
            LateFrom = LateFrom(report, state),
            WaitOverFrom = timeline.End is null ? timeline.OpenWait?.OverFrom : null,
            Left = state == ClockState.Running && now is { } at ? Left(promised, at) : null,
            ProofSource = new(() => new ProofWriter(term, regime, calendar, timeline).Write(statutory, now)),
        };
    }

    private FinishClass? ClassOf(LocalDateTime due, ClockState state)
    {
        var isOpen = state is ClockState.Running or ClockState.Paused;
        if (state == ClockState.Voided || (isOpen && now is null) || Moment is not { } at)
            return null;
        if (publishedCount.IsLate(due, at))
            return isOpen ? FinishClass.Overdue : FinishClass.Late;
        if (isOpen)
            return FinishClass.InTerm;
        return at.Date < due.Date ? FinishClass.Early : FinishClass.OnTime;
    }

    /// <summary>While the clock stands still nothing becomes late; what was late when it stopped stays so.</summary>
    private LocalDateTime? LateFrom(LocalDateTime due, ClockState state) =>
        state switch
        {
            ClockState.Running => publishedCount.LateFrom(due),
            ClockState.Paused when publishedCount.IsLate(due, timeline.OpenWait!.From) => publishedCount.LateFrom(due),
            _ => null,
        };

    private List<SupplementReading> Supplements() =>
        [
            .. timeline
                .Waits.Where(wait => wait.IsSupplement)
                .Select(wait => new SupplementReading(
                    wait.From,
                    wait.LastDay ?? ReceptionTimes.SupplementUntil(wait.From, regime, calendar),
                    wait.CountsFrom,
                    wait.DueBefore,
                    wait.DueAfter
                )),
        ];

    private Duration NetHandling(LocalDateTime until)
    {
        var waiting = timeline
            .LastRun(SupplementRule.Pause, calendar)
            .Waits.Aggregate(Duration.Zero, (sum, wait) =>
                sum + calendar.WorkingTimeBetween(LocalDateTime.Min(wait.Stops, until), LocalDateTime.Min(wait.CountsFrom ?? until, until))
            );
        return calendar.WorkingTimeBetween(timeline.CountsFrom!.Value, until) - waiting;
    }

    private IReadOnlyList<LocalDateTime> Warnings(LocalDateTime due)
    {
        var start = timeline.LastRun(regime.SupplementRule, calendar).CountsFrom;
        return EarlyWarning.Points(regime.Warnings.Select(warning => warning.At(start, due, calendar)), due);
    }

    private TimeLeft Left(LocalDateTime due, LocalDateTime at)
    {
        var isOverdue = publishedCount.IsLate(due, at);
        return at <= due
            ? new TimeLeft(isOverdue, calendar.WorkingDaysBetween(at.Date, due.Date), calendar.WorkingTimeBetween(at, due))
            : new TimeLeft(isOverdue, calendar.WorkingDaysBetween(due.Date, at.Date), calendar.WorkingTimeBetween(due, at));
    }
}
