using NodaTime;

namespace HaiDuong.Licensing.Domain.Deadlines;

/// <summary>Kind of a dated calendar entry (loại ngày).</summary>
public enum CalendarEntryKind
{
    PublicHoliday,
    PublicHolidayOnWeekend,
    CompensatoryDayOff,
    SwappedDayOff,
    WeekendInsideBreak,
    PublicHolidayEstimated,
    PublicHolidayToConfirm,
    MakeUpWorkingDay,
    Closure,
    WorkingDay,
}

/// <summary>How sure a calendar entry is (mức độ chắc chắn).</summary>
public enum CalendarEntryStatus
{
    Announced,
    ByRule,
    ComputedNotAnnounced,
    Unverified,
}

/// <summary>A stretch of office time within one day (buổi làm việc); the end is later than the start.</summary>
public sealed record WorkingInterval
{
    /// <summary>Makes an interval; throws when it does not end after it starts.</summary>
    public WorkingInterval(LocalTime start, LocalTime end)
    {
        if (end <= start)
            throw new ArgumentException("A working interval ends after it starts.", nameof(end));
        Start = start;
        End = end;
    }

    public LocalTime Start { get; }

    public LocalTime End { get; }

    internal long Ticks => End.TickOfDay - Start.TickOfDay;
}

/// <summary>One dated fact about one day (ngày nghỉ, ngày làm bù, ngày đóng cửa): its source and the day it became known.</summary>
public sealed record CalendarEntry(LocalDate Date, CalendarEntryKind Kind, string Name, LocalDate KnownOn, string Source)
{
    public CalendarEntryStatus Status { get; init; } = CalendarEntryStatus.Announced;

    /// <summary>The moment from which it is known; the beginning of the day unless it was published on the administrator's page.</summary>
    public LocalDateTime KnownAt { get; init; } = KnownOn.AtMidnight();

    /// <summary>The weekday that a make-up Saturday replaces.</summary>
    public LocalDate? Replaces { get; init; }

    /// <summary>The unit it holds for; null is every unit.</summary>
    public string? Unit { get; init; }

    /// <summary>Office hours of that day when they differ; null is the hours in force.</summary>
    public IReadOnlyList<WorkingInterval>? Sessions { get; init; }

    /// <summary>Whether a lawyer has confirmed it.</summary>
    public bool Verified { get; init; }

    public string? Note { get; init; }

    /// <summary>True when the office works on that day.</summary>
    public bool IsWorking => Kind is CalendarEntryKind.MakeUpWorkingDay or CalendarEntryKind.WorkingDay;

    /// <summary>True when it leaves the day as the week has it: a holiday nobody has confirmed.</summary>
    public bool HasNoEffect => Kind is CalendarEntryKind.PublicHolidayToConfirm;
}

/// <summary>Office hours in force between two dates, in a season, for a unit or for all (giờ làm việc).</summary>
public sealed record OfficeHours(
    LocalDate From,
    LocalDate? To,
    IReadOnlyList<IsoDayOfWeek> Weekdays,
    IReadOnlyList<WorkingInterval> Sessions,
    LocalDate KnownOn,
    string Source
)
{
    /// <summary>The yearly season; null is the whole year.</summary>
    public YearlySeason? Season { get; init; }

    /// <summary>The moment from which they are known; the beginning of the day unless they were published on the administrator's page.</summary>
    public LocalDateTime KnownAt { get; init; } = KnownOn.AtMidnight();

    /// <summary>The unit it holds for; null is every unit.</summary>
    public string? Unit { get; init; }

    /// <summary>Whether a lawyer has confirmed it.</summary>
    public bool Verified { get; init; }

    internal bool HoldsOn(LocalDate date, IsoDayOfWeek weekday) =>
        date >= From && (To is null || date <= To) && Weekdays.Contains(weekday) && Season?.Holds(date) != false;
}

/// <summary>First and last day of a season of every year (mùa); it may run over New Year.</summary>
public sealed record YearlySeason(AnnualDate First, AnnualDate Last)
{
    internal bool Holds(LocalDate date)
    {
        var day = new AnnualDate(date.Month, date.Day);
        return First <= Last ? day >= First && day <= Last : day >= First || day <= Last;
    }
}

/// <summary>All that is known about working time (lịch làm việc), as dated data: what was known on a day can be read again later.</summary>
public sealed record CalendarData(string Name, LocalDate CoversFrom, LocalDate CoversTo, IReadOnlyList<OfficeHours> Hours, IReadOnlyList<CalendarEntry> Entries)
{
    /// <summary>What the short names of sources stand for.</summary>
    public IReadOnlyDictionary<string, string> Sources { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The same with what has been announced since.</summary>
    public CalendarData With(IEnumerable<OfficeHours> hours, IEnumerable<CalendarEntry> entries) =>
        this with
        {
            Hours = [.. Hours, .. hours],
            Entries = [.. Entries, .. entries],
        };
}
