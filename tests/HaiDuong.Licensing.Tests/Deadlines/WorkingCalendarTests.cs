using HaiDuong.Licensing.Domain.Deadlines;
using NodaTime;
using NUnit.Framework;
using static HaiDuong.Licensing.Tests.Deadlines.Given;

namespace HaiDuong.Licensing.Tests.Deadlines;

/// <summary>Office hours that differ by season, unit and date (rule C6), and counting on them.</summary>
internal sealed class WorkingCalendarTests
{
    private static readonly IsoDayOfWeek[] Week =
    [
        IsoDayOfWeek.Monday,
        IsoDayOfWeek.Tuesday,
        IsoDayOfWeek.Wednesday,
        IsoDayOfWeek.Thursday,
        IsoDayOfWeek.Friday,
    ];

    private static readonly CalendarData Seasons = new(
        "seasons",
        Day("2026-01-01"),
        Day("2026-12-31"),
        [
            Of(Day("2010-01-01"), "07:30", "17:00"),
            Of(Day("2010-01-01"), "07:00", "16:30") with
            {
                Season = new YearlySeason(new AnnualDate(4, 1), new AnnualDate(10, 31)),
            },
            Of(Day("2026-03-01"), "08:00", "12:00") with
            {
                Unit = "branch",
            },
        ],
        [
            new CalendarEntry(Day("2026-05-05"), CalendarEntryKind.Closure, "Mất điện buổi chiều", Day("2026-05-04"), "test")
            {
                Sessions = [Session("07:00", "11:00")],
            },
            new CalendarEntry(Day("2026-05-06"), CalendarEntryKind.Closure, "Bão", Day("2026-05-06"), "test") { Unit = "branch" },
        ]
    );

    [TestCase("2026-03-31 16:45", true)]
    [TestCase("2026-04-01 16:45", false)]
    [TestCase("2026-04-01 07:15", true)]
    [TestCase("2026-11-02 07:15", false)]
    public void Hours_FollowTheSeason(string at, bool works) => Assert.That(new WorkingCalendar(Seasons).IsWorkingTime(At(at)), Is.EqualTo(works));

    [Test]
    public void Hours_OfAUnit_WinOverEverybodys()
    {
        var branch = new WorkingCalendar(Seasons).ForUnit("branch");

        Assert.That(branch.Closing(Day("2026-03-02")), Is.EqualTo(At("2026-03-02 12:00")));
        Assert.That(branch.IsWorkingDay(Day("2026-05-06")), Is.False);
        Assert.That(new WorkingCalendar(Seasons).IsWorkingDay(Day("2026-05-06")), Is.True);
    }

    [Test]
    public void HalfDayClosure_ShortensTheDay_AndCountsAsAWorkingDay()
    {
        var calendar = new WorkingCalendar(Seasons);

        Assert.That(calendar.WorkingTimeBetween(At("2026-05-05 00:00"), At("2026-05-06 00:00")), Is.EqualTo(Duration.FromHours(4)));
        Assert.That(calendar.PlusWorkingDays(Day("2026-05-04"), 1), Is.EqualTo(Day("2026-05-05")));
    }

    [TestCase("2026-03-06 16:00", 8, "2026-03-09 16:00", Description = "over the weekend")]
    [TestCase("2026-03-06 16:00", 1, "2026-03-06 17:00", Description = "closing time belongs to the day")]
    [TestCase("2026-03-06 12:30", 4, "2026-03-09 08:00", Description = "from the lunch break")]
    [TestCase("2026-03-07 09:00", 4, "2026-03-09 11:30", Description = "from a Saturday")]
    [TestCase("2024-05-03 16:00", 2, "2024-05-04 08:30", Description = "into a make-up Saturday")]
    public void AddWorkingTime_EndsInsideOfficeTime(string from, int hours, string expected) =>
        Assert.That(Calendar.AddWorkingTime(At(from), Duration.FromHours(hours)), Is.EqualTo(At(expected)));

    [TestCase("2026-03-09 08:30", 2, "2026-03-06 16:00")]
    [TestCase("2026-03-09 08:30", 1, "2026-03-09 07:30")]
    public void SubtractWorkingTime_CountsBack(string until, int hours, string expected) =>
        Assert.That(Calendar.SubtractWorkingTime(At(until), Duration.FromHours(hours)), Is.EqualTo(At(expected)));

    [TestCase("2026-03-09", 1, "2026-03-10")]
    [TestCase("2026-03-09", -1, "2026-03-06")]
    [TestCase("2026-03-08", -1, "2026-03-06")]
    [TestCase("2026-03-08", 0, "2026-03-06")]
    [TestCase("2026-02-13", 1, "2026-02-23", Description = "over Tết")]
    public void PlusWorkingDays_SkipsDaysOff(string from, int days, string expected) =>
        Assert.That(Calendar.PlusWorkingDays(Day(from), days), Is.EqualTo(Day(expected)));

    [Test]
    public void Dates_OutsideTheReach_AreAFault() => Assert.That(() => Calendar.IsWorkingDay(Day("2051-01-01")), Throws.InvalidOperationException);

    private static OfficeHours Of(LocalDate from, string opening, string closing) =>
        new(from, null, Week, [Session(opening, closing)], Day("2010-01-01"), "test");

    private static WorkingInterval Session(string from, string to) => new(At($"2026-01-01 {from}").TimeOfDay, At($"2026-01-01 {to}").TimeOfDay);
}
