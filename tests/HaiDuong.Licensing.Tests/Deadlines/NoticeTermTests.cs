using HaiDuong.Licensing.Domain.Deadlines;
using NodaTime;
using NUnit.Framework;
using static HaiDuong.Licensing.Tests.Deadlines.Given;

namespace HaiDuong.Licensing.Tests.Deadlines;

/// <summary>Notices before an event in working hours and months, and when they must be at the counter.</summary>
internal sealed class NoticeTermTests
{
    [TestCase("2026-03-06 15:00", true)]
    [TestCase("2026-03-06 15:01", false)]
    public void InWorkingHours_CountsBackOverTheWeekend(string received, bool isInTime)
    {
        var notice = new NoticeTerm(new Term(4, TermUnit.WorkingHour));

        Assert.That(notice.IsInTime(At(received), At("2026-03-09 09:30"), Calendar), Is.EqualTo(isInTime));
        Assert.That(notice.LatestFor(At("2026-03-09 09:30"), Calendar).Latest, Is.EqualTo(At("2026-03-06 15:00")));
        Assert.That(notice.EarliestEvent(At("2026-03-06 15:00"), Calendar), Is.EqualTo(At("2026-03-09 09:30")));
    }

    [TestCase("2026-02-28 23:00", true)]
    [TestCase("2026-03-01 00:00", false)]
    public void InMonths_EndsWithTheSameDay_OrTheLastOfTheMonth(string received, bool isInTime)
    {
        var notice = new NoticeTerm(new Term(1, TermUnit.Month));

        Assert.That(notice.IsInTime(At(received), At("2026-03-31 08:00"), Calendar), Is.EqualTo(isInTime));
        Assert.That(notice.LatestFor(At("2026-03-31 08:00"), Calendar).Latest, Is.EqualTo(At("2026-02-28 23:59")));
    }

    [TestCase(1, TermUnit.Month, "2026-02-28", "2026-03-28")]
    [TestCase(1, TermUnit.Month, "2026-01-31", "2026-03-01", Description = "of 28/02 the notice had been due on 28/01")]
    [TestCase(20, TermUnit.CalendarDay, "2026-04-25", "2026-05-15")]
    [TestCase(1, TermUnit.WorkingDay, "2026-03-06", "2026-03-07")]
    [TestCase(1, TermUnit.WorkingDay, "2026-03-07", "2026-03-10", Description = "handed in on a Saturday, of Monday the notice had been due on Friday")]
    public void EarliestEvent_IsTheFirstDayForWhichTheNoticeIsInTime(int value, TermUnit unit, string received, string first)
    {
        var (notice, at) = (new NoticeTerm(new Term(value, unit)), Day(received).At(new LocalTime(10, 0)));

        Assert.That(notice.EarliestEvent(at, Calendar), Is.EqualTo(Day(first).AtMidnight()));
        Assert.That(notice.IsInTime(at, Day(first).AtMidnight(), Calendar), Is.True);
        Assert.That(notice.IsInTime(at, Day(first).PlusDays(-1).AtMidnight(), Calendar), Is.False);
    }

    [TestCase("2026-03-10 10:00", "2026-03-10 10:00")]
    [TestCase("2026-03-10 12:30", "2026-03-10 12:00", Description = "over lunch")]
    [TestCase("2026-03-10 20:00", "2026-03-10 17:00")]
    [TestCase("2026-03-10 06:00", "2026-03-09 17:00", Description = "before the office opens")]
    [TestCase("2026-03-09 06:00", "2026-03-06 17:00")]
    public void LatestAtCounter_IsTheLastOfficeTimeBefore(string latest, string atCounter)
    {
        var limit = new NoticeTerm(new Term(24, TermUnit.ClockHour)).LatestFor(At(latest).PlusDays(1), Calendar);

        Assert.That((limit.Latest, limit.LatestAtCounter), Is.EqualTo((At(latest), At(atCounter))));
    }
}
