using NodaTime;

namespace HaiDuong.Licensing.Domain.Deadlines;

/// <summary>
/// Time that a step of the route may take (thời gian của từng bước, quy trình nội bộ), in working hours or as a share of the term.
/// It never moves the due date of the dossier.
/// </summary>
public sealed record StepTerm
{
    /// <summary>Makes a step's time; throws unless exactly one of the two values is given and in its range.</summary>
    public StepTerm(decimal? workingHours, decimal? shareOfTerm)
    {
        if (workingHours is null == shareOfTerm is null)
            throw new ArgumentException("Give working hours or a share of the term.", nameof(workingHours));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(workingHours ?? 1m, nameof(workingHours));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(shareOfTerm ?? 1m, nameof(shareOfTerm));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(shareOfTerm ?? 1m, 1m, nameof(shareOfTerm));
        (WorkingHours, ShareOfTerm) = (workingHours, shareOfTerm);
    }

    /// <summary>Working hours, above 0.</summary>
    public decimal? WorkingHours { get; }

    /// <summary>Above 0, at most 1.</summary>
    public decimal? ShareOfTerm { get; }

    /// <summary>Length in working time, rounded down to the minute, for a term counted from <paramref name="receivedAt"/>.</summary>
    public Duration Length(Term term, LocalDateTime receivedAt, ClockRegime regime, WorkingCalendar calendar)
    {
        if (WorkingHours is { } hours)
            return Duration.FromMinutes((long)(hours * 60));
        var whole = TermLength(term, receivedAt, regime, calendar);
        return Duration.FromMinutes((long)((decimal)whole.TotalMinutes * ShareOfTerm!.Value));
    }

    /// <summary>When a step that began at <paramref name="startedAt"/> is due; waits of the dossier inside the step are left out.</summary>
    public LocalDateTime DueAt(
        LocalDateTime startedAt,
        Term term,
        LocalDateTime receivedAt,
        ClockRegime regime,
        WorkingCalendar calendar,
        IEnumerable<(LocalDateTime From, LocalDateTime To)>? waits = null
    )
    {
        var due = calendar.AddWorkingTime(startedAt, Length(term, receivedAt, regime, calendar));
        foreach (var (from, to) in (waits ?? []).OrderBy(wait => wait.From))
        {
            var begin = LocalDateTime.Max(from, startedAt);
            if (begin <= due && calendar.WorkingTimeBetween(begin, to) is var waited && waited > Duration.Zero)
                due = calendar.AddWorkingTime(due, waited);
        }

        return due;
    }

    private static Duration TermLength(Term term, LocalDateTime receivedAt, ClockRegime regime, WorkingCalendar calendar) =>
        term.Unit switch
        {
            TermUnit.WorkingHour => Duration.FromHours(term.Value),
            TermUnit.WorkingDay => Duration.FromHours(term.Value * regime.WorkingHoursPerDay),
            _ => calendar.WorkingTimeBetween(
                receivedAt,
                DeadlineClock.Read(term, regime, calendar, [new ClockEvent(receivedAt, ClockEventKind.Accept)]).StatutoryDue!.Value
            ),
        };
}
