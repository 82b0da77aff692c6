using NodaTime;

namespace HaiDuong.Licensing.Domain.Deadlines;

/// <summary>A point before the due date at which the desk is warned (cảnh báo sắp đến hạn). One of the two values is set.</summary>
public sealed record EarlyWarning
{
    /// <summary>Share of the working time of the term that has passed, between 0 and 1.</summary>
    public decimal? ShareOfTerm { get; init; }

    /// <summary>Working hours that are left.</summary>
    public int? WorkingHoursLeft { get; init; }

    /// <summary>
    /// The moment of the warning for a clock that started at <paramref name="start"/> and is due at <paramref name="due"/>; never before the start.
    /// </summary>
    public LocalDateTime At(LocalDateTime start, LocalDateTime due, WorkingCalendar calendar)
    {
        var left = WorkingHoursLeft is { } hours
            ? Duration.FromHours(hours)
            : Duration.FromTicks((long)(calendar.WorkingTimeBetween(start, due).BclCompatibleTicks * (1 - (ShareOfTerm ?? 1m))));
        return LocalDateTime.Max(start, calendar.FirstMomentWithin(left, due));
    }

    /// <summary>
    /// All points of warning, the earliest first; at the latest the day on which it is due begins with one, so that what is due today is nowhere called
    /// in good time.
    /// </summary>
    public static IReadOnlyList<LocalDateTime> Points(IEnumerable<LocalDateTime> warnings, LocalDateTime due)
    {
        var today = due.Date.AtMidnight();
        var points = warnings.Distinct().Order().ToList();
        return points.Exists(point => point <= today) ? points : [today, .. points];
    }
}
