using NodaTime;

namespace HaiDuong.Licensing.Domain.Deadlines;

/// <summary>Counts one term from one start over the waits of a run: rules C1–C5, and S-2 for the waits.</summary>
/// <remarks>
/// Choices where the rules are silent:
/// a wait leaves out the days after its first day up to and with its last (the day the request goes out is used, the day
/// the answer comes in is not, as C1 has it for acceptance); a wait without any working time changes nothing;
/// a wait that begins after the due date changes nothing; a term used up to its last day when the wait begins ends at the
/// earliest on the day the wait ends; an extension is kept through a restart.
/// </remarks>
internal sealed class DueCount(Term term, ClockRegime regime, WorkingCalendar calendar)
{
    /// <summary>True when the term is used up by running time and not by whole days.</summary>
    public bool CountsTime { get; } =
        term.Unit is TermUnit.ClockHour or TermUnit.WorkingHour || (term.Unit == TermUnit.WorkingDay && regime.DayCounting == DayCounting.KeepsTheHour);

    public bool CountsWorkingDays => term.Unit == TermUnit.WorkingDay;

    /// <summary>True when the term runs day and night: neither closing time nor days off stop it (C5), so that C7 moves nothing.</summary>
    public bool CountsClockTime => term.Unit == TermUnit.ClockHour;

    public LocalDateTime Due(ClockRun run) => CountsTime ? DueMoment(run) : Closing(Rolled(DueDay(run)));

    /// <summary>True when a finish at the moment is late: hour terms as soon as the term is over, the others as the regime compares.</summary>
    public bool IsLate(LocalDateTime due, LocalDateTime at) => at >= LateFrom(due);

    /// <summary>The first moment at which a finish is late.</summary>
    public LocalDateTime LateFrom(LocalDateTime due) =>
        term.Unit switch
        {
            TermUnit.ClockHour => LateMoment.After(due),
            TermUnit.WorkingHour => LateMoment.OfWorkingTime(due, calendar),
            _ => regime.FinishComparison == FinishComparison.Moment ? LateMoment.After(due) : LateMoment.AfterTheDay(due),
        };

    /// <summary>
    /// True when the term has run out: nothing can stop or lengthen it any more. Terms of working time once office time has passed or the day is over.
    /// </summary>
    public bool IsOver(LocalDateTime due, LocalDateTime at) =>
        CountsClockTime ? at > due
        : CountsTime ? at.Date > due.Date || Elapsed(due, at) > Duration.Zero
        : at.Date > due.Date;

    /// <summary>Time of the kind that this term counts, between two moments.</summary>
    public Duration Elapsed(LocalDateTime from, LocalDateTime to) =>
        CountsClockTime ? Period.Between(from, to, PeriodUnits.Ticks).ToDuration() : calendar.WorkingTimeBetween(from, to);

    /// <summary>The term and its extensions, for terms that count time.</summary>
    public Duration TimeBudget(ClockRun run) => run.ExtraTime + Duration.FromHours(CountsWorkingDays ? term.Value * regime.WorkingHoursPerDay : term.Value);

    /// <summary>Last day of the term before the waits and before rolling.</summary>
    public LocalDate FirstEnd(ClockRun run, int furtherDays = 0)
    {
        var start = run.CountsFrom.Date;
        var extra = run.ExtraDays + furtherDays;
        return term.Unit switch
        {
            TermUnit.WorkingDay => calendar.PlusWorkingDays(start, term.Value + extra),
            TermUnit.Month => start.PlusMonths(term.Value).PlusDays(extra),
            _ => start.PlusDays(term.Value + extra),
        };
    }

    /// <summary>True when the wait moves a term of days that ends on this day.</summary>
    public bool Moves(Wait wait, LocalDate end) =>
        wait is { CountsFrom: { } to } && Rolled(end) >= wait.Stops.Date && calendar.WorkingTimeBetween(wait.Stops, to) > Duration.Zero;

    /// <summary>Last day of the term after the wait.</summary>
    public LocalDate Moved(LocalDate end, Wait wait)
    {
        var (from, to) = (wait.Stops.Date, wait.CountsFrom!.Value.Date);
        if (!CountsWorkingDays)
            return LocalDate.Max(end, from).PlusDays(Period.DaysBetween(from, to));
        // Used up before the wait: the day it ends is the last.
        return end <= from ? to : calendar.PlusWorkingDays(end, calendar.WorkingDaysBetween(from, to));
    }

    public LocalDate Rolled(LocalDate end) => CountsWorkingDays || regime.RollsForward ? calendar.OnOrAfter(end) : end;

    /// <summary>End of a wait as this term sees it: clock hours run day and night, so nothing is moved to the next opening.</summary>
    public LocalDateTime? EndOf(Wait wait) => CountsClockTime ? wait.To : wait.CountsFrom;

    public LocalDateTime BeginOf(Wait wait) => CountsClockTime ? wait.From : wait.Stops;

    public LocalDateTime StartOf(ClockRun run) => CountsClockTime ? run.StartedAt : run.CountsFrom;

    /// <summary>When the papers were received, as this term sees it.</summary>
    public LocalDateTime ReceivedOf(ClockTimeline timeline) => CountsClockTime ? timeline.AcceptedAt!.Value : timeline.CountsFrom!.Value;

    /// <summary>What an extension adds when the due date is the one given.</summary>
    public Extension Extend(ClockEvent e, ClockRun run)
    {
        if (e.Days is { } days)
            return new(e.At, days, CountsClockTime ? Duration.FromDays(days) : Duration.FromHours(days * regime.WorkingHoursPerDay), e.Reason);
        var to = e.To!.Value;
        return CountsTime
            ? new(e.At, 0, Elapsed(Due(run), Closing(calendar.OnOrAfter(to))), e.Reason)
            : new(e.At, FurtherDays(run, Rolled(to)), Duration.Zero, e.Reason);
    }

    /// <summary>What must be added so that the term does not end before a moment that had been its end.</summary>
    public Extension Reach(LocalDateTime end, LocalDateTime at, ClockRun run)
    {
        if (!CountsTime)
            return new(at, FurtherDays(run, end.Date), Duration.Zero, null) { KeepsDate = true };
        var due = Due(run);
        var time = Elapsed(due, end);
        // Where the former end is no office time any more, the first moment of office time after it.
        return new(at, 0, Plus(due, time) < end ? time + Duration.FromMinutes(1) : time, null) { KeepsDate = true };
    }

    // Day by day, because a term used up before a wait does not grow one for one.
    private int FurtherDays(ClockRun run, LocalDate last)
    {
        var further = 0;
        while (Rolled(DueDay(run, ++further)) < last)
            continue;
        return further;
    }

    /// <summary>Closing moment of a day; a day off (when nothing rolls) ends as the working day before.</summary>
    public LocalDateTime Closing(LocalDate day) =>
        calendar.IsWorkingDay(day) ? calendar.Closing(day) : day + calendar.Closing(calendar.OnOrBefore(day)).TimeOfDay;

    public LocalDateTime Plus(LocalDateTime from, Duration time)
    {
        if (time == Duration.Zero)
            return from;
        return CountsClockTime ? from.PlusTicks(time.BclCompatibleTicks) : calendar.AddWorkingTime(from, time);
    }

    private LocalDate DueDay(ClockRun run, int furtherDays = 0)
    {
        var end = FirstEnd(run, furtherDays);
        foreach (var wait in run.Waits)
        {
            if (Moves(wait, end))
                end = Moved(end, wait);
        }

        return end;
    }

    private LocalDateTime DueMoment(ClockRun run)
    {
        var due = Plus(StartOf(run), TimeBudget(run));
        foreach (var wait in run.Waits)
        {
            if (EndOf(wait) is { } to && !IsOver(due, BeginOf(wait)))
                due = Plus(due, Elapsed(BeginOf(wait), to));
        }

        return due;
    }
}
