using NodaTime;

namespace HaiDuong.Licensing.Domain.Deadlines;

/// <summary>Working time of every day between 2010 and 2050, summed up once so that any question is a look-up.</summary>
internal sealed class CalendarTable
{
    public static readonly LocalDate First = new(2010, 1, 1);
    public static readonly LocalDate Last = new(2050, 12, 31);
    private static readonly int Size = Period.DaysBetween(First, Last) + 1;

    private readonly IReadOnlyList<WorkingInterval>[] sessions = new IReadOnlyList<WorkingInterval>[Size];
    private readonly int[] daysBefore = new int[Size + 1];
    private readonly long[] ticksBefore = new long[Size + 1];
    private readonly int[] workingDays;
    private readonly int[] computedBefore = new int[Size + 1];
    private readonly Dictionary<LocalDate, CalendarEntry> entries;

    public CalendarTable(IEnumerable<CalendarEntry> entries, IReadOnlyList<OfficeHours> hours)
    {
        this.entries = entries
            .Where(entry => !entry.HasNoEffect)
            .GroupBy(entry => entry.Date)
            .ToDictionary(day => day.Key, day => day.OrderBy(e => e.Unit is not null).ThenBy(e => e.KnownAt).Last());
        // The most particular hours come first: of the unit before everybody's, of a season before the year's, later before earlier.
        var ordered = hours
            .OrderByDescending(h => h.Unit is not null)
            .ThenByDescending(h => h.Season is not null)
            .ThenByDescending(h => h.KnownAt)
            .ThenByDescending(h => h.From)
            .ToList();
        var days = new List<int>(Size);
        for (var i = 0; i < Size; i++)
        {
            sessions[i] = SessionsOf(First.PlusDays(i), ordered);
            var works = sessions[i].Count > 0;
            if (works)
                days.Add(i);
            var isComputed = Entry(First.PlusDays(i)) is { Status: CalendarEntryStatus.ComputedNotAnnounced };
            computedBefore[i + 1] = computedBefore[i] + (isComputed ? 1 : 0);
            daysBefore[i + 1] = daysBefore[i] + (works ? 1 : 0);
            ticksBefore[i + 1] = ticksBefore[i] + sessions[i].Sum(session => session.Ticks);
        }

        workingDays = [.. days];
    }

    public IReadOnlyList<WorkingInterval> Sessions(LocalDate date) => sessions[IndexOf(date)];

    public CalendarEntry? Entry(LocalDate date) => entries.GetValueOrDefault(date);

    public bool HasComputedDay(LocalDate first, LocalDate last) => computedBefore[IndexOf(last) + 1] > computedBefore[IndexOf(first)];

    /// <summary>Working days up to and with the date.</summary>
    public int DaysThrough(LocalDate date) => daysBefore[IndexOf(date) + 1];

    /// <summary>The working day with this number, counted from one.</summary>
    public LocalDate DayNumber(int number)
    {
        if (number < 1 || number > workingDays.Length)
            throw OutOfRange();
        return First.PlusDays(workingDays[number - 1]);
    }

    /// <summary>Working ticks from the beginning of the table to the moment.</summary>
    public long TicksUntil(LocalDateTime at)
    {
        var index = IndexOf(at.Date);
        var ticks = ticksBefore[index];
        var now = at.TickOfDay;
        foreach (var session in sessions[index])
        {
            if (now <= session.Start.TickOfDay)
                break;
            ticks += Math.Min(now, session.End.TickOfDay) - session.Start.TickOfDay;
        }

        return ticks;
    }

    /// <summary>The first moment at which so many working ticks have passed; inside office time, closing time included.</summary>
    public LocalDateTime FirstMomentWith(long ticks)
    {
        if (ticks <= 0 || ticks > ticksBefore[Size])
            throw OutOfRange();
        var index = Array.BinarySearch(ticksBefore, ticks);
        index = index < 0 ? ~index - 1 : FirstEqual(index) - 1;
        var left = ticks - ticksBefore[index];
        foreach (var session in sessions[index])
        {
            if (left <= session.Ticks)
                return First.PlusDays(index) + session.Start.PlusTicks(left);
            left -= session.Ticks;
        }

        throw OutOfRange();
    }

    private int FirstEqual(int index)
    {
        while (index > 0 && ticksBefore[index - 1] == ticksBefore[index])
            index--;
        return index;
    }

    private IReadOnlyList<WorkingInterval> SessionsOf(LocalDate date, List<OfficeHours> hours)
    {
        if (Entry(date) is not { } entry)
            return HoursOn(date, date.DayOfWeek, hours);
        if (entry.Sessions is { } special)
            return special;
        if (!entry.IsWorking)
            return [];
        // A make-up Saturday is a full working day: it keeps the hours of the day it replaces.
        return HoursOn(date, entry.Replaces?.DayOfWeek ?? IsoDayOfWeek.Monday, hours);
    }

    private static IReadOnlyList<WorkingInterval> HoursOn(LocalDate date, IsoDayOfWeek weekday, List<OfficeHours> hours) =>
        hours.Find(h => h.HoldsOn(date, weekday))?.Sessions ?? [];

    private static int IndexOf(LocalDate date)
    {
        if (date < First || date > Last)
            throw OutOfRange();
        return Period.DaysBetween(First, date);
    }

    private static InvalidOperationException OutOfRange() => new($"The working calendar reaches from {First:uuuu-MM-dd} to {Last:uuuu-MM-dd}.");
}
