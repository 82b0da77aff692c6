using NodaTime;

namespace HaiDuong.Licensing.Domain.Deadlines;

/// <summary>What an administrator announces about the calendar (loại thay đổi lịch).</summary>
public enum CalendarChangeKind
{
    /// <summary>Ngày lễ, nghỉ bù theo thông báo.</summary>
    Holiday,

    /// <summary>Đóng cửa đột xuất.</summary>
    Closure,

    /// <summary>Hoán đổi: a weekday off, made up on a day of the weekend.</summary>
    Swap,

    /// <summary>Ngày làm việc: a day off that is worked after all.</summary>
    WorkingDay,

    /// <summary>Giờ làm việc.</summary>
    Hours,
}

/// <summary>A change of the calendar as it is typed (thay đổi lịch làm việc); <see cref="Check"/> says what is wrong with it before it is published.</summary>
/// <param name="Kind">What changes.</param>
/// <param name="Name">What the days are called.</param>
/// <param name="Source">The document it rests on.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day; the first when null. Hours without a last day hold until others come.</param>
/// <param name="MakeUp">For a swap: the day of the weekend that is worked instead.</param>
/// <param name="Sessions">For hours: the sessions of a day.</param>
/// <param name="Unit">The unit it holds for; null is all.</param>
public sealed record CalendarChange(
    CalendarChangeKind Kind,
    string Name,
    string Source,
    LocalDate From,
    LocalDate? To,
    LocalDate? MakeUp,
    IReadOnlyList<WorkingInterval> Sessions,
    string? Unit
)
{
    private const int LongestAgo = 31;
    private const int MostDays = 366;
    private static readonly IsoDayOfWeek[] Weekdays =
    [
        IsoDayOfWeek.Monday,
        IsoDayOfWeek.Tuesday,
        IsoDayOfWeek.Wednesday,
        IsoDayOfWeek.Thursday,
        IsoDayOfWeek.Friday,
    ];

    /// <summary>The yearly season of hours; null is the whole year.</summary>
    public YearlySeason? Season { get; init; }

    /// <summary>Everything that is wrong with it against the calendar as it stands; empty when it may be published.</summary>
    public IReadOnlyList<Refusal> Check(WorkingCalendar calendar, LocalDate today)
    {
        var refusals = new List<Refusal>();
        if (string.IsNullOrWhiteSpace(Name))
            refusals.Add(new Refusal(nameof(RefusalCode.CalendarNameRequired), "name"));
        if (string.IsNullOrWhiteSpace(Source))
            refusals.Add(new Refusal(nameof(RefusalCode.CalendarSourceRequired), "source"));
        if (To < From)
            refusals.Add(new Refusal(nameof(RefusalCode.CalendarDaysReversed), "to"));
        else if (FirstOutside(today) is { } outside)
            refusals.Add(outside);
        else if (Kind != CalendarChangeKind.Hours && Days().Count > MostDays)
            refusals.Add(new Refusal(nameof(RefusalCode.CalendarTooManyDays), "to", MostDays));
        else
            refusals.AddRange(CheckDays(calendar));
        return refusals;
    }

    /// <summary>The announcement, once nothing is wrong with the change.</summary>
    public CalendarAnnouncement Publish(LocalDateTime now, Guid? by, string byName, WorkingCalendar calendar) =>
        new()
        {
            PublishedAt = now,
            Title = Name.Trim(),
            Source = Source.Trim(),
            Days = Kind == CalendarChangeKind.Hours ? [] : [.. Entries(now, calendar)],
            Hours =
                Kind == CalendarChangeKind.Hours
                    ?
                    [
                        new OfficeHours(From, To, Weekdays, Sessions, now.Date, Source.Trim())
                        {
                            Season = Season,
                            Unit = Unit,
                            KnownAt = now,
                        },
                    ]
                    : [],
            PublishedById = by,
            PublishedBy = byName,
        };

    /// <summary>The first day typed that is too long ago to be announced now, or that the calendar does not reach.</summary>
    private Refusal? FirstOutside(LocalDate today)
    {
        foreach (
            var (day, field) in new (LocalDate? Day, string Field)[] { (From, "from"), (To, "to"), (Kind == CalendarChangeKind.Swap ? MakeUp : null, "makeUp") }
        )
            if (day < today.PlusDays(-LongestAgo))
                return new Refusal(nameof(RefusalCode.CalendarDayLongAgo), field, LongestAgo);
            else if (day > WorkingCalendar.LastDay)
                return new Refusal(nameof(RefusalCode.CalendarDayTooFar), field, WorkingCalendar.LastDay);
        return null;
    }

    private IReadOnlyList<LocalDate> Days() => [.. Enumerable.Range(0, Period.DaysBetween(From, To ?? From) + 1).Select(From.PlusDays)];

    private IEnumerable<Refusal> CheckDays(WorkingCalendar calendar) =>
        Kind switch
        {
            CalendarChangeKind.Hours => Sessions.Count > 0 ? [] : [new Refusal(nameof(RefusalCode.CalendarSessionsRequired), "sessions")],
            CalendarChangeKind.WorkingDay => Days().Any(day => !calendar.IsWorkingDay(day))
                ? []
                : [new Refusal(nameof(RefusalCode.CalendarDayAlreadyWorked), "from")],
            _ when !Days().Any(calendar.IsWorkingDay) => [new Refusal(nameof(RefusalCode.CalendarDayAlreadyOff), "from")],
            CalendarChangeKind.Swap when To is { } to && to != From => [new Refusal(nameof(RefusalCode.CalendarSwapOfOneDay), "to")],
            CalendarChangeKind.Swap when MakeUp is null => [new Refusal(nameof(RefusalCode.CalendarMakeUpRequired), "makeUp")],
            CalendarChangeKind.Swap when calendar.IsWorkingDay(MakeUp!.Value) => [new Refusal(nameof(RefusalCode.CalendarMakeUpIsWorked), "makeUp")],
            _ => [],
        };

    private IEnumerable<CalendarEntry> Entries(LocalDateTime now, WorkingCalendar calendar)
    {
        CalendarEntry Entry(LocalDate day, CalendarEntryKind kind) => new(day, kind, Name.Trim(), now.Date, Source.Trim()) { Unit = Unit, KnownAt = now };
        if (Kind == CalendarChangeKind.Swap)
        {
            yield return Entry(From, CalendarEntryKind.SwappedDayOff);
            yield return Entry(MakeUp!.Value, CalendarEntryKind.MakeUpWorkingDay) with
            {
                Replaces = From,
            };
            yield break;
        }

        // A day that the change leaves as it is needs no entry.
        foreach (var day in Days().Where(day => calendar.IsWorkingDay(day) != (Kind == CalendarChangeKind.WorkingDay)))
            yield return Entry(
                day,
                Kind switch
                {
                    CalendarChangeKind.Holiday => CalendarEntryKind.PublicHoliday,
                    CalendarChangeKind.WorkingDay => CalendarEntryKind.WorkingDay,
                    _ => CalendarEntryKind.Closure,
                }
            );
    }
}
