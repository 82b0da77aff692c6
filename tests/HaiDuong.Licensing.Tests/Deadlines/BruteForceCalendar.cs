using System.Globalization;
using System.Text.Json;

namespace HaiDuong.Licensing.Tests.Deadlines;

/// <summary>
/// Every minute from 2018 to 2029, office time or not: worked out from the calendar file's days with nothing but integers. Minute 0 is midnight of 01/01/2018.
/// </summary>
internal sealed class BruteForceCalendar
{
    public const int DayLength = 1440;
    private const int Opening = 450;
    private const int LunchFrom = 720;
    private const int LunchTo = 810;
    private const int Closing = 1020;
    private static readonly DateOnly First = new(2018, 1, 1);
    private static readonly int Days = new DateOnly(2029, 12, 31).DayNumber - First.DayNumber;

    private readonly bool[] works = new bool[Days];
    private readonly bool[] office = new bool[Days * DayLength];

    /// <summary>Everything in the file, or what it says was known on a day, with further days off.</summary>
    public BruteForceCalendar(string file, string? knownOn = null, IEnumerable<DateOnly>? daysOff = null)
    {
        for (var day = 0; day < Days; day++)
            works[day] = Date(day).DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        foreach (var day in json.RootElement.GetProperty("days").EnumerateArray())
        {
            var kind = day.GetProperty("kind").GetString();
            var known = knownOn is null || string.CompareOrdinal(day.GetProperty("knownOn").GetString(), knownOn) <= 0;
            if (known && kind != "publicHolidayToConfirm")
                works[Day(DateOnly.ParseExact(day.GetProperty("date").GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture))] = kind == "makeUpWorkingDay";
        }

        foreach (var off in daysOff ?? [])
            works[Day(off)] = false;
        for (var minute = 0; minute < office.Length; minute++)
            office[minute] =
                works[minute / DayLength] && (minute % DayLength) is (>= Opening and < LunchFrom) or (>= LunchTo and < Closing) && works[minute / DayLength];
    }

    public static int Day(DateOnly date) => date.DayNumber - First.DayNumber;

    public static DateOnly Date(int day) => First.AddDays(day);

    public bool Works(int day) => works[day];

    public bool IsOffice(int minute) => office[minute];

    public int OpeningOf(int day) => (day * DayLength) + Opening;

    public int ClosingOf(int day) => (day * DayLength) + Closing;

    /// <summary>The day itself or the first one after it on which the office works.</summary>
    public int NextWorking(int day)
    {
        while (!works[day])
            day++;
        return day;
    }

    public int OfficeMinutes(int from, int to)
    {
        var sum = 0;
        for (var minute = from; minute < to; minute++)
            sum += office[minute] ? 1 : 0;
        return sum;
    }

    /// <summary>C7: the minute from which a paper counts.</summary>
    public int Received(int minute)
    {
        var day = minute / DayLength;
        return works[day] && minute <= ClosingOf(day) ? minute : OpeningOf(NextWorking(day + 1));
    }
}
