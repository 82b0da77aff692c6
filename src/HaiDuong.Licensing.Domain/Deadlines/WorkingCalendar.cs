using System.Collections.Concurrent;
using NodaTime;

namespace HaiDuong.Licensing.Domain.Deadlines;

/// <summary>
/// When the office works (lịch làm việc): weekends, holidays, compensatory and swapped days, make-up Saturdays and dated office hours.
/// Immutable; read from dated data, so it can also be asked as it was known on an earlier day.
/// </summary>
public sealed class WorkingCalendar
{
    private readonly CalendarData data;
    private readonly CalendarTable table;
    private readonly LocalDateTime[] knownMoments;
    private readonly ConcurrentDictionary<LocalDateTime, WorkingCalendar> versions;

    /// <summary>The calendar of one unit, or of the whole department when <paramref name="unit"/> is null, with all that is known.</summary>
    public WorkingCalendar(CalendarData data, string? unit = null)
        : this(data, unit, null, new()) { }

    private WorkingCalendar(CalendarData data, string? unit, LocalDateTime? knownAt, ConcurrentDictionary<LocalDateTime, WorkingCalendar> versions)
    {
        this.data = data;
        this.versions = versions;
        Unit = unit;
        KnownAt = knownAt;
        knownMoments = [.. data.Entries.Select(e => e.KnownAt).Concat(data.Hours.Select(h => h.KnownAt)).Distinct().Order()];
        bool Holds(string? of, LocalDateTime known) => (of is null || of == unit) && (knownAt is null || known <= knownAt);
        table = new CalendarTable(data.Entries.Where(e => Holds(e.Unit, e.KnownAt)), [.. data.Hours.Where(h => Holds(h.Unit, h.KnownAt))]);
    }

    /// <summary>The last day that any calendar can tell of.</summary>
    public static LocalDate LastDay => CalendarTable.Last;

    /// <summary>The first day of which a calendar tells; nothing is counted before it.</summary>
    public static LocalDate FirstDay => CalendarTable.First;

    public string Name => data.Name;

    public string? Unit { get; }

    /// <summary>The moment whose knowledge this calendar holds; null is all that is known.</summary>
    public LocalDateTime? KnownAt { get; }

    /// <summary>What the short name of a source stands for; null when it is none.</summary>
    public string? SourceOf(string name) => data.Sources.GetValueOrDefault(name);

    /// <summary>True when the working days of that year are in the data.</summary>
    public bool Covers(LocalDate date) => date >= data.CoversFrom && date <= data.CoversTo;

    /// <summary>True when a day of the range is only computed, not announced, or lies in a year the data do not cover.</summary>
    public bool IsProvisional(LocalDate first, LocalDate last) => !Covers(first) || !Covers(last) || table.HasComputedDay(first, last);

    /// <summary>The newest announcement known at the moment; the moment itself when nothing was known yet.</summary>
    public LocalDateTime NewestKnownAt(LocalDateTime moment) =>
        Array.FindLast(knownMoments, known => known <= moment) is var known && known != default ? known : moment;

    /// <summary>The calendar as it was known at the end of that day: later announcements are left out.</summary>
    public WorkingCalendar AsKnownOn(LocalDate date) => AsKnownAt(date.PlusDays(1).AtMidnight().PlusTicks(-1));

    /// <summary>The calendar as it was known at that moment: later announcements are left out.</summary>
    public WorkingCalendar AsKnownAt(LocalDateTime moment)
    {
        if (KnownAt <= moment)
            return this;
        // Moments between two announcements know the same, so they share one calendar; before the first nothing is known.
        var key = Array.FindLast(knownMoments, known => known <= moment);
        return versions.GetOrAdd(key, cut => new WorkingCalendar(data, Unit, cut, versions));
    }

    /// <summary>The calendar of another unit with the same knowledge.</summary>
    public WorkingCalendar ForUnit(string unit) => new(data, unit, KnownAt, new());

    /// <summary>The calendar with further days off, which win over what else is known of them.</summary>
    public WorkingCalendar WithDaysOff(IEnumerable<LocalDate> dates, string source) =>
        WithEntries(
            dates.Select(date => new CalendarEntry(date, CalendarEntryKind.Closure, string.Empty, knownMoments[^1].Date, source)
            {
                KnownAt = KnownAt ?? knownMoments[^1],
            })
        );

    /// <summary>The calendar with further entries.</summary>
    public WorkingCalendar WithEntries(IEnumerable<CalendarEntry> entries) => new(data.With([], entries), Unit, KnownAt, new());

    /// <summary>What became known after one moment and up to another about these days, each with its source; empty when nothing did.</summary>
    public IReadOnlyList<string> ChangesKnown(LocalDateTime after, LocalDateTime through, LocalDate first, LocalDate last)
    {
        bool Holds(string? of, LocalDateTime known) => (of is null || of == Unit) && known > after && known <= through;
        return
        [
            .. data
                .Entries.Where(e => Holds(e.Unit, e.KnownAt) && e.Date >= first && e.Date <= last && !e.HasNoEffect)
                .Select(e => $"{e.Name} ({e.Source})")
                .Concat(
                    data.Hours.Where(h => Holds(h.Unit, h.KnownAt) && h.From <= last && (h.To is null || h.To >= first))
                        .Select(h => DeadlineTexts.NewHours(h.Source))
                )
                .Distinct(StringComparer.Ordinal),
        ];
    }

    public bool IsWorkingDay(LocalDate date) => table.Sessions(date).Count > 0;

    /// <summary>Office time of the day, in order; empty on a day off.</summary>
    public IReadOnlyList<WorkingInterval> WorkingIntervals(LocalDate date) => table.Sessions(date);

    /// <summary>What the calendar says about the day; null for an ordinary day of the week.</summary>
    public CalendarEntry? About(LocalDate date) => table.Entry(date);

    /// <summary>Opening moment of a working day.</summary>
    public LocalDateTime Opening(LocalDate workingDay) => workingDay + Sessions(workingDay)[0].Start;

    /// <summary>Closing moment (hết giờ làm việc) of a working day.</summary>
    public LocalDateTime Closing(LocalDate workingDay) => workingDay + Sessions(workingDay)[^1].End;

    /// <summary>The day itself when the office works, otherwise the next working day.</summary>
    public LocalDate OnOrAfter(LocalDate date) => IsWorkingDay(date) ? date : PlusWorkingDays(date, 1);

    /// <summary>The day itself when the office works, otherwise the working day before.</summary>
    public LocalDate OnOrBefore(LocalDate date) => table.DayNumber(table.DaysThrough(date));

    /// <summary>The n-th working day after the date (n at least 1); 0 gives the last working day up to the date; below 0 counts back from it.</summary>
    public LocalDate PlusWorkingDays(LocalDate date, int days) =>
        table.DayNumber(table.DaysThrough(days < 0 ? date.PlusDays(-1) : date) + (days < 0 ? days + 1 : days));

    /// <summary>Working days after the first date, up to and with the last; negative when the last is earlier.</summary>
    public int WorkingDaysBetween(LocalDate after, LocalDate through) => table.DaysThrough(through) - table.DaysThrough(after);

    /// <summary>True inside office time; opening and closing moments belong to it.</summary>
    public bool IsWorkingTime(LocalDateTime at) => table.Sessions(at.Date).Any(s => s.Start <= at.TimeOfDay && at.TimeOfDay <= s.End);

    /// <summary>
    /// The first moment at which so much working time has passed; a nil length gives the moment itself, or the next opening outside office time.
    /// </summary>
    public LocalDateTime AddWorkingTime(LocalDateTime from, Duration length)
    {
        if (length < Duration.Zero)
            return SubtractWorkingTime(from, -length);
        if (length == Duration.Zero)
            return NextWorkingMoment(from);
        return table.FirstMomentWith(checked(table.TicksUntil(from) + length.BclCompatibleTicks));
    }

    /// <summary>The last moment from which so much working time passes until the given one.</summary>
    public LocalDateTime SubtractWorkingTime(LocalDateTime until, Duration length)
    {
        if (length == Duration.Zero)
            return until;
        var ticks = table.TicksUntil(until) - length.BclCompatibleTicks;
        return NextWorkingMoment(ticks <= 0 ? until : AfterTicks(ticks));
    }

    /// <summary>The first moment from which no more than so much working time passes until the given one: the closing before rather than the opening.</summary>
    public LocalDateTime FirstMomentWithin(Duration length, LocalDateTime until)
    {
        var ticks = table.TicksUntil(until) - length.BclCompatibleTicks;
        return ticks <= 0 ? until : LocalDateTime.Min(until, table.FirstMomentWith(ticks));
    }

    /// <summary>Office time between two moments; nil when the second is not later.</summary>
    public Duration WorkingTimeBetween(LocalDateTime from, LocalDateTime to) =>
        to <= from ? Duration.Zero : Duration.FromTicks(table.TicksUntil(to) - table.TicksUntil(from));

    private LocalDateTime AfterTicks(long ticks)
    {
        var moment = table.FirstMomentWith(ticks);
        // Of the moments with the same sum the last one is the next opening.
        return WorkingIntervals(moment.Date).Any(s => s.End == moment.TimeOfDay) ? NextWorkingMoment(moment.PlusTicks(1)) : moment;
    }

    private LocalDateTime NextWorkingMoment(LocalDateTime from)
    {
        foreach (var session in table.Sessions(from.Date))
        {
            if (from.TimeOfDay <= session.End)
                return from.TimeOfDay >= session.Start ? from : from.Date + session.Start;
        }

        return Opening(PlusWorkingDays(from.Date, 1));
    }

    private IReadOnlyList<WorkingInterval> Sessions(LocalDate date) =>
        IsWorkingDay(date) ? table.Sessions(date) : throw new ArgumentOutOfRangeException(nameof(date), date, "Not a working day.");
}
