using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.OneStop.Workflows;
using NodaTime;
using NUnit.Framework;
using static HaiDuong.Licensing.Tests.Deadlines.Given;

namespace HaiDuong.Licensing.Tests.Deadlines;

/// <summary>The calendar file says what the yearly announcements say (rule C2), and what was known when.</summary>
internal sealed class CalendarFileTests
{
    [TestCase(2019, "01-01 02-04 02-05 02-06 02-07 02-08 04-15 04-29 04-30 05-01 09-02")]
    [TestCase(2020, "01-01 01-23 01-24 01-27 01-28 01-29 04-02 04-30 05-01 09-02")]
    [TestCase(2021, "01-01 02-10 02-11 02-12 02-15 02-16 04-21 04-30 05-03 09-02 09-03")]
    [TestCase(2022, "01-03 01-31 02-01 02-02 02-03 02-04 04-11 05-02 05-03 09-01 09-02")]
    [TestCase(2023, "01-02 01-20 01-23 01-24 01-25 01-26 05-01 05-02 05-03 09-01 09-04")]
    [TestCase(2024, "01-01 02-08 02-09 02-12 02-13 02-14 04-18 04-29 04-30 05-01 09-02 09-03")]
    [TestCase(2025, "01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 05-02 09-01 09-02")]
    [TestCase(2026, "01-01 01-02 02-16 02-17 02-18 02-19 02-20 04-27 04-30 05-01 08-31 09-01 09-02")]
    [TestCase(2027, "01-01 02-04 02-05 02-08 02-09 02-10 04-16 04-30 05-03 09-02 09-03")]
    public void WeekdaysOff_OfAYear_AreThoseAnnounced(int year, string expected)
    {
        var off = Enumerable
            .Range(0, CalendarSystem.Iso.GetDaysInYear(year))
            .Select(i => new LocalDate(year, 1, 1).PlusDays(i))
            .Where(day => day.DayOfWeek <= IsoDayOfWeek.Friday && !Calendar.IsWorkingDay(day));

        Assert.That(string.Join(' ', off.Select(day => $"{day:MM-dd}")), Is.EqualTo(expected));
    }

    [Test]
    public void WeekendDays_ThatAreWorked_AreTheMakeUpSaturdaysOnly()
    {
        var worked = Enumerable
            .Range(0, 9 * 366)
            .Select(i => new LocalDate(2019, 1, 1).PlusDays(i))
            .Where(day => day.Year < 2028 && day.DayOfWeek > IsoDayOfWeek.Friday && Calendar.IsWorkingDay(day));

        Assert.That(
            worked.Select(day => $"{day:uuuu-MM-dd}"),
            Is.EqualTo(new[] { "2019-01-05", "2019-05-04", "2024-05-04", "2025-04-26", "2026-01-10", "2026-08-22" })
        );
    }

    [TestCase("2019-01-05", "2018-12-31")]
    [TestCase("2019-05-04", "2019-04-29")]
    [TestCase("2024-05-04", "2024-04-29")]
    [TestCase("2025-04-26", "2025-05-02")]
    [TestCase("2026-01-10", "2026-01-02")]
    [TestCase("2026-08-22", "2026-08-31")]
    public void MakeUpSaturday_IsAFullWorkingDay_AndNamesTheDayItReplaces(string saturday, string replaced)
    {
        Assert.That(Calendar.WorkingTimeBetween(Day(saturday).AtMidnight(), Day(saturday).PlusDays(1).AtMidnight()), Is.EqualTo(Duration.FromHours(8)));
        Assert.That(Calendar.IsWorkingDay(Day(replaced)), Is.False);
        Assert.That(Calendar.About(Day(saturday))!.Replaces, Is.EqualTo(Day(replaced)));
    }

    [Test]
    public void HolidayThatNobodyConfirmed_IsAnOrdinaryDay()
    {
        Assert.That(Calendar.IsWorkingDay(Day("2026-11-24")), Is.True);
        Assert.That(Calendar.WithDaysOff([Day("2026-11-24")], "test").IsWorkingDay(Day("2026-11-24")), Is.False);
    }

    [Test]
    public void Swap_BeforeItWasAnnounced_IsNotKnown()
    {
        var before = Calendar.AsKnownOn(Day("2024-04-11"));
        var after = Calendar.AsKnownOn(Day("2024-04-12"));

        Assert.That(before.IsWorkingDay(Day("2024-04-29")), Is.True);
        Assert.That(before.IsWorkingDay(Day("2024-05-04")), Is.False);
        Assert.That(after.IsWorkingDay(Day("2024-04-29")), Is.False);
        Assert.That(after.IsWorkingDay(Day("2024-05-04")), Is.True);
        Assert.That(before.AsKnownOn(Day("2025-01-01")), Is.SameAs(before), "knowledge never grows back");
    }

    [Test]
    public void LaterEntry_WinsOverAnEarlierOneOfTheSameDay()
    {
        var withdrawn = new CalendarEntry(Day("2026-08-31"), CalendarEntryKind.WorkingDay, "Bỏ hoán đổi", Day("2026-08-01"), "test");
        var calendar = Calendar.WithEntries([withdrawn]);

        Assert.That(calendar.IsWorkingDay(Day("2026-08-31")), Is.True);
        Assert.That(calendar.AsKnownOn(Day("2026-07-31")).IsWorkingDay(Day("2026-08-31")), Is.False);
    }

    [Test]
    public void EveryFact_HasASource_AndIsListedForTheLawyer()
    {
        var problems = new List<WorkflowProblem>();
        var facts = CalendarFiles.Facts(Folder, problems).Concat(RegimeFiles.Facts(Folder, problems)).ToList();

        Assert.That(problems, Is.Empty);
        Assert.That(facts, Has.Count.GreaterThan(170));
        Assert.That(facts.Where(fact => fact.Source.Length < 2), Is.Empty);
    }

    [Test]
    public void Regimes_CoverEveryDaySince2018_WithoutOverlap()
    {
        foreach (var day in Enumerable.Range(0, 3500).Select(i => Day("2018-06-21").PlusDays(i)))
            Assert.That(Regimes.Count(regime => regime.IsInForceOn(day)), Is.EqualTo(1), $"{day:uuuu-MM-dd}");
    }
}
