using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Deadlines;
using NodaTime;
using NUnit.Framework;
using static HaiDuong.Licensing.Tests.Deadlines.Given;

namespace HaiDuong.Licensing.Tests.Deadlines;

/// <summary>What an administrator may announce about the calendar, and what becomes of it. Monday 02/03/2026 is today.</summary>
internal sealed class CalendarChangeTests
{
    private static readonly LocalDate Today = Day("2026-03-02");

    [TestCase(CalendarChangeKind.Holiday, "2026-03-06", null, null)]
    [TestCase(CalendarChangeKind.Holiday, "2026-03-07", null, "from CalendarDayAlreadyOff", Description = "a Saturday")]
    [TestCase(CalendarChangeKind.Closure, "2026-03-07", "2026-03-08", "from CalendarDayAlreadyOff")]
    [TestCase(CalendarChangeKind.Closure, "2026-03-07", "2026-03-09", null, Description = "one of the days is worked")]
    [TestCase(CalendarChangeKind.Closure, "2026-03-06", "2026-03-05", "to CalendarDaysReversed")]
    [TestCase(CalendarChangeKind.WorkingDay, "2026-03-06", null, "from CalendarDayAlreadyWorked")]
    [TestCase(CalendarChangeKind.WorkingDay, "2026-03-06", "2026-03-07", null)]
    [TestCase(CalendarChangeKind.Closure, "2026-01-30", null, null, Description = "31 days ago")]
    [TestCase(CalendarChangeKind.Closure, "2026-01-29", "2026-02-02", "from CalendarDayLongAgo")]
    [TestCase(CalendarChangeKind.WorkingDay, "2026-01-29", "2026-01-29", "from CalendarDayLongAgo", Description = "once though both days are wrong")]
    [TestCase(CalendarChangeKind.Closure, "2050-12-30", null, null)]
    [TestCase(CalendarChangeKind.Closure, "2050-12-30", "2051-01-01", "to CalendarDayTooFar")]
    [TestCase(CalendarChangeKind.Closure, "2026-03-02", "2027-03-02", null, Description = "366 days")]
    [TestCase(CalendarChangeKind.Closure, "2026-03-02", "2027-03-03", "to CalendarTooManyDays")]
    [TestCase(CalendarChangeKind.Hours, "2026-03-02", null, "sessions CalendarSessionsRequired")]
    public void Check_OfDays(CalendarChangeKind kind, string from, string? to, string? refused)
    {
        var refusals = Change(kind, from, to).Check(Calendar, Today);

        Assert.That(refusals.Select(Said), refused is null ? Is.Empty : Is.EqualTo(new[] { refused }));
    }

    [TestCase(null, "2026-03-14", null)]
    [TestCase("2026-03-13", "2026-03-14", null)]
    [TestCase("2026-03-14", "2026-03-14", "to CalendarSwapOfOneDay")]
    [TestCase(null, null, "makeUp CalendarMakeUpRequired")]
    [TestCase(null, "2026-03-16", "makeUp CalendarMakeUpIsWorked")]
    [TestCase(null, "2026-01-10", "makeUp CalendarDayLongAgo")]
    [TestCase(null, "2051-01-01", "makeUp CalendarDayTooFar")]
    public void Check_OfASwapOfFriday13March(string? to, string? makeUp, string? refused)
    {
        var swap = Change(CalendarChangeKind.Swap, "2026-03-13", to) with { MakeUp = makeUp is null ? null : Day(makeUp) };

        Assert.That(swap.Check(Calendar, Today).Select(Said), refused is null ? Is.Empty : Is.EqualTo(new[] { refused }));
    }

    [Test]
    public void Check_OfAHoliday_OverlooksTheMakeUpDayOfAnotherKind() =>
        Assert.That((Change(CalendarChangeKind.Holiday, "2026-03-13") with { MakeUp = Day("2051-01-01") }).Check(Calendar, Today), Is.Empty);

    [Test]
    public void Check_WithoutNameAndSource_SaysBothBesidesTheDays()
    {
        var refusals = (Change(CalendarChangeKind.Holiday, "2026-03-07") with { Name = " ", Source = "" }).Check(Calendar, Today);

        Assert.That(refusals.Select(Said), Is.EqualTo(new[] { "name CalendarNameRequired", "source CalendarSourceRequired", "from CalendarDayAlreadyOff" }));
    }

    [Test]
    public void Check_OfHoursForSomeYears_IsNoLongListOfDays() =>
        Assert.That((Change(CalendarChangeKind.Hours, "2026-03-02", "2030-03-02") with { Sessions = Morning }).Check(Calendar, Today), Is.Empty);

    [TestCase(CalendarChangeKind.Holiday, "2026-03-06", "2026-03-09", "2026-03-06 PublicHoliday, 2026-03-09 PublicHoliday")]
    [TestCase(CalendarChangeKind.Closure, "2026-03-06", null, "2026-03-06 Closure")]
    [TestCase(CalendarChangeKind.WorkingDay, "2026-03-06", "2026-03-09", "2026-03-07 WorkingDay, 2026-03-08 WorkingDay")]
    [TestCase(CalendarChangeKind.Swap, "2026-03-13", null, "2026-03-13 SwappedDayOff, 2026-03-14 MakeUpWorkingDay for 2026-03-13")]
    public void Publish_OfDays_EntersThoseThatChange(CalendarChangeKind kind, string from, string? to, string entries)
    {
        var change = Change(kind, from, to) with { MakeUp = Day("2026-03-14"), Unit = "branch", Name = " Nghỉ bù ", Source = " Thông báo 1 " };

        var announced = change.Publish(At("2026-03-02 14:00"), null, "Quản trị", Calendar);

        Assert.That(
            string.Join(", ", announced.Days.Select(day => $"{day.Date:uuuu-MM-dd} {day.Kind}" + (day.Replaces is { } off ? $" for {off:uuuu-MM-dd}" : ""))),
            Is.EqualTo(entries)
        );
        Assert.That(
            announced.Days.Select(day => (day.Name, day.Source, day.Unit, day.KnownOn, day.KnownAt)),
            Is.All.EqualTo(("Nghỉ bù", "Thông báo 1", "branch", Today, At("2026-03-02 14:00")))
        );
        Assert.That(announced.Hours, Is.Empty);
        Assert.That((announced.Title, announced.Source, announced.PublishedAt), Is.EqualTo(("Nghỉ bù", "Thông báo 1", At("2026-03-02 14:00"))));
    }

    [Test]
    public void Publish_OfHours_HoldsOnTheWeekdaysOfItsSeason_FromThatMomentOn()
    {
        var summer = new YearlySeason(new AnnualDate(4, 1), new AnnualDate(10, 31));
        var change = Change(CalendarChangeKind.Hours, "2026-03-02") with { Sessions = Morning, Season = summer, Source = " QĐ 5 " };

        var announced = change.Publish(At("2026-03-02 14:00"), null, "Quản trị", Calendar);
        var calendar = new WorkingCalendar(new CalendarData("x", Today, Today, announced.Hours, announced.Days));

        Assert.That(announced.Days, Is.Empty);
        Assert.That(announced.Hours.Single().Source, Is.EqualTo("QĐ 5"));
        Assert.That(
            Enumerable.Range(0, 7).Select(day => calendar.IsWorkingDay(Day("2026-06-01").PlusDays(day))),
            Is.EqualTo(new[] { true, true, true, true, true, false, false })
        );
        Assert.That(calendar.IsWorkingDay(Day("2026-03-31")), Is.False, "before the season");
        Assert.That(calendar.AsKnownAt(At("2026-03-02 13:59")).IsWorkingDay(Day("2026-06-01")), Is.False, "not known yet");
    }

    private static WorkingInterval[] Morning => [new(new LocalTime(7, 0), new LocalTime(12, 0))];

    private static string Said(Refusal refusal) => $"{refusal.Field} {refusal.Code}";

    private static CalendarChange Change(CalendarChangeKind kind, string from, string? to = null) =>
        new(kind, "Nghỉ bù", "Thông báo 1", Day(from), to is null ? null : Day(to), null, [], null);
}
