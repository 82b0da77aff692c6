using NodaTime;

namespace HaiDuong.Licensing.Domain.Deadlines;

/// <summary>
/// A line of the history of a dossier, as far as its time tells: when, what step it ended, and from when the dossier was late as it stood then.
/// </summary>
/// <param name="At">When it was done.</param>
/// <param name="Step">The step that it ended; null when it ended none.</param>
/// <param name="Since">When that step had begun to wait.</param>
/// <param name="LateFrom">The first moment at which the dossier would be late; null while its clock stands still.</param>
public sealed record PastLine(LocalDateTime At, string? Step, LocalDateTime? Since, LocalDateTime? LateFrom);

/// <summary>Hồ sơ đã xong: a dossier that came to its result, with its history in its order.</summary>
/// <param name="Procedure">Slug of the procedure.</param>
/// <param name="Route">Id of the route.</param>
/// <param name="AcceptedAt">When it was accepted.</param>
/// <param name="FinishedAt">When its result was there.</param>
/// <param name="InTime">Whether that was in time.</param>
/// <param name="Lines">The history.</param>
public sealed record FinishedDossier(
    string Procedure,
    string Route,
    LocalDateTime AcceptedAt,
    LocalDateTime FinishedAt,
    bool InTime,
    IReadOnlyList<PastLine> Lines
)
{
    /// <summary>
    /// Its stays at steps, in working time. What a supplement moved the date by later is taken off the time that was still needed, for the date moved with it;
    /// a step that began while the clock stood still tells nothing.
    /// </summary>
    public IEnumerable<PastStay> Stays(WorkingCalendar calendar)
    {
        var until = Lines.Where(line => line.At <= FinishedAt).ToList();
        if (until.LastOrDefault(line => line.LateFrom is not null)?.LateFrom is not { } lastDate)
            yield break;
        foreach (var line in until)
        {
            if (line is not { Step: { } step, Since: { } since } || since < AcceptedAt || since >= FinishedAt)
                continue;
            if (until.LastOrDefault(one => one.At <= since)?.LateFrom is not { } date)
                continue;
            var stay = calendar.WorkingTimeBetween(since, line.At);
            var needed = calendar.WorkingTimeBetween(since, FinishedAt) - Signed(calendar, date, lastDate);
            yield return new PastStay(
                Procedure,
                Route,
                step,
                since,
                LocalDateTime.Max(FinishedAt, date + Period.Between(since, LocalDateTime.Max(since, date), PeriodUnits.Minutes)),
                stay,
                needed - stay,
                calendar.WorkingTimeBetween(since, date),
                InTime
            );
        }
    }

    private static Duration Signed(WorkingCalendar calendar, LocalDateTime from, LocalDateTime to) =>
        to < from ? -calendar.WorkingTimeBetween(to, from) : calendar.WorkingTimeBetween(from, to);
}

/// <summary>Lượt ở bước: how long a dossier was at a step, and how long it took from there to its result.</summary>
/// <param name="Procedure">Slug of the procedure.</param>
/// <param name="Route">Id of the route.</param>
/// <param name="Step">Id of the step.</param>
/// <param name="Since">When the step came to a desk.</param>
/// <param name="KnownFrom">
/// From when it is counted: the result was there, and so much time had passed again as there was until the date. Else those that are quick
/// would be known before the slow ones that began with them.
/// </param>
/// <param name="Stay">Working time at the step.</param>
/// <param name="Rest">Working time from the end of the step to the result, less what the date was moved by; it can be below nil.</param>
/// <param name="Left">Working time that was left until the date when the step began.</param>
/// <param name="InTime">Whether the result was there in time.</param>
public sealed record PastStay(
    string Procedure,
    string Route,
    string Step,
    LocalDateTime Since,
    LocalDateTime KnownFrom,
    Duration Stay,
    Duration Rest,
    Duration Left,
    bool InTime
);
