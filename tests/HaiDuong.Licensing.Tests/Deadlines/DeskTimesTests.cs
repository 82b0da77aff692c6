using HaiDuong.Licensing.Domain.Deadlines;
using NUnit.Framework;
using static HaiDuong.Licensing.Tests.Deadlines.Given;

namespace HaiDuong.Licensing.Tests.Deadlines;

/// <summary>Terms around the term: online answers, hand-over, notices before an event, steps, warnings.</summary>
internal sealed class DeskTimesTests
{
    private static readonly NoticeTerm PressConference = new(new Term(24, TermUnit.ClockHour));
    private static readonly NoticeTerm GameRenewal = new(new Term(20, TermUnit.CalendarDay));

    [TestCase("2026-03-06 16:00", "2026-03-09 16:00")]
    [TestCase("2026-03-07 22:15", "2026-03-09 17:00", Description = "sent on a Saturday night")]
    [TestCase("2026-02-13 17:00", "2026-02-23 17:00", Description = "over Tết")]
    public void OnlineAnswer_IsDueAfterEightWorkingHours(string submitted, string due) =>
        Assert.That(ReceptionTimes.OnlineAnswerDue(At(submitted), Restart, Calendar), Is.EqualTo(At(due)), "R-3");

    [TestCase("2026-03-06 09:00", "2026-03-06 17:00")]
    [TestCase("2026-03-06 15:00", "2026-03-06 17:00")]
    [TestCase("2026-03-06 15:01", "2026-03-09 07:30")]
    [TestCase("2026-03-07 09:00", "2026-03-09 07:30")]
    public void HandOver_FollowsTheFifteenOClockRule(string accepted, string due) =>
        Assert.That(ReceptionTimes.HandOverDue(At(accepted), Restart, Calendar), Is.EqualTo(At(due)), "R-4");

    [TestCase("2026-04-14 08:30", true, Description = "Case 7a: 24.5 hours ahead")]
    [TestCase("2026-04-14 09:00", true)]
    [TestCase("2026-04-14 09:30", false, Description = "Case 7b: 23.5 hours ahead")]
    public void PressConference_Case7_NeedsTwentyFourClockHours(string received, bool inTime)
    {
        var start = At("2026-04-15 09:00");

        Assert.That(PressConference.LatestFor(start, Calendar).Latest, Is.EqualTo(At("2026-04-14 09:00")), "C5");
        Assert.That(PressConference.IsInTime(At(received), start, Calendar), Is.EqualTo(inTime));
        Assert.That(PressConference.EarliestEvent(At(received), Calendar), Is.EqualTo(At(received).PlusDays(1)));
    }

    [Test]
    public void PressConference_OnAMonday_NamesTheLastOfficeHour()
    {
        var limit = PressConference.LatestFor(At("2026-03-09 09:00"), Calendar);

        Assert.That(limit.Latest, Is.EqualTo(At("2026-03-08 09:00")));
        Assert.That(limit.LatestAtCounter, Is.EqualTo(At("2026-03-06 17:00")));
    }

    [TestCase("2026-04-20 09:00", true, Description = "Case 14a: 25 days before expiry")]
    [TestCase("2026-04-25 20:00", true, Description = "the 20th day before, a Saturday, on line")]
    [TestCase("2026-04-26 09:00", false)]
    [TestCase("2026-05-05 09:00", false, Description = "Case 14b: 10 days before")]
    public void GameRenewal_Case14_ComesTwentyDaysBeforeExpiry(string received, bool inTime) =>
        Assert.That(GameRenewal.IsInTime(At(received), At("2026-05-15 00:00"), Calendar), Is.EqualTo(inTime), "GP2");

    [Test]
    public void Notice_InWorkingDays_CountsBackOverDaysOff()
    {
        var notice = new NoticeTerm(new Term(2, TermUnit.WorkingDay));

        var limit = notice.LatestFor(At("2026-03-09 14:00"), Calendar);

        Assert.That(limit.LatestAtCounter, Is.EqualTo(At("2026-03-05 17:00")));
        Assert.That(notice.EarliestEvent(At("2026-03-05 16:00"), Calendar).Date, Is.EqualTo(Day("2026-03-07")));
    }

    [TestCase(4, null, "2026-03-06 16:00", "2026-03-09 10:30")]
    [TestCase(null, 0.25, "2026-03-06 07:30", "2026-03-10 11:30", Description = "a quarter of ten days is twenty hours")]
    public void Step_IsDueOnTheSameCalendar(int? hours, double? share, string started, string due)
    {
        var step = new StepTerm(hours, (decimal?)share);

        var at = step.DueAt(At(started), new Term(10, TermUnit.WorkingDay), At(started), Restart, Calendar);

        Assert.That(at, Is.EqualTo(At(due)));
    }

    [Test]
    public void Step_DuringASupplement_StandsStill()
    {
        var due = new StepTerm(8, null).DueAt(
            At("2026-03-02 07:30"),
            new Term(10, TermUnit.WorkingDay),
            At("2026-03-02 07:30"),
            Restart,
            Calendar,
            [(At("2026-03-02 13:30"), At("2026-03-06 13:30"))]
        );

        Assert.That(due, Is.EqualTo(At("2026-03-06 17:00")));
    }

    [Test]
    public void Warning_ComesAtItsShareOfTheTerm_AndItsHoursLeft()
    {
        var (start, due) = (At("2026-03-02 07:30"), At("2026-03-06 17:00"));

        Assert.That(new EarlyWarning { ShareOfTerm = 0.8m }.At(start, due, Calendar), Is.EqualTo(At("2026-03-05 17:00")), "over night no time is left less");
        Assert.That(new EarlyWarning { WorkingHoursLeft = 8 }.At(start, due, Calendar), Is.EqualTo(At("2026-03-05 17:00")));
        Assert.That(new EarlyWarning { WorkingHoursLeft = 400 }.At(start, due, Calendar), Is.EqualTo(start));
    }

    [TestCase("2026-03-12 09:00", false, 2, 22)]
    [TestCase("2026-03-16 14:00", false, 0, 3)]
    [TestCase("2026-03-16 18:00", false, 0, 0)]
    [TestCase("2026-03-18 08:30", true, 2, 9)]
    public void TimeLeft_IsCountedOnTheCalendar(string now, bool overdue, int days, int hours)
    {
        var reading = DeadlineClock.Read(new Term(10, TermUnit.WorkingDay), Restart, Calendar, [Accept("2026-03-02 09:00")], At(now));

        Assert.That(reading.Left, Is.EqualTo(new TimeLeft(overdue, days, reading.Left!.WorkingTime)));
        Assert.That((int)reading.Left.WorkingTime.TotalHours, Is.EqualTo(hours));
        Assert.That(reading.Class, Is.EqualTo(overdue ? FinishClass.Overdue : FinishClass.InTerm));
    }
}
