using HaiDuong.Licensing.Domain.Deadlines;
using NodaTime;
using NUnit.Framework;
using static HaiDuong.Licensing.Tests.Deadlines.Given;

namespace HaiDuong.Licensing.Tests.Deadlines;

/// <summary>Counting no time, counting back, and the edges of office time: 07:30–12:00 and 13:30–17:00.</summary>
internal sealed class WorkingMomentTests
{
    [TestCase("2026-03-09 06:00", "2026-03-09 07:30")]
    [TestCase("2026-03-09 07:30", "2026-03-09 07:30")]
    [TestCase("2026-03-09 12:00", "2026-03-09 12:00")]
    [TestCase("2026-03-09 12:01", "2026-03-09 13:30")]
    [TestCase("2026-03-09 17:00", "2026-03-09 17:00")]
    [TestCase("2026-03-06 17:01", "2026-03-09 07:30")]
    [TestCase("2026-03-07 10:00", "2026-03-09 07:30")]
    public void AddWorkingTime_OfNothing_IsTheNextMomentOfOfficeTime(string from, string expected) =>
        Assert.That(Calendar.AddWorkingTime(At(from), Duration.Zero), Is.EqualTo(At(expected)));

    [Test]
    public void SubtractWorkingTime_OfNothing_IsThatMoment_AndAddingLessThanNothingCountsBack()
    {
        Assert.That(Calendar.SubtractWorkingTime(At("2026-03-07 10:00"), Duration.Zero), Is.EqualTo(At("2026-03-07 10:00")));
        Assert.That(Calendar.AddWorkingTime(At("2026-03-09 08:30"), Duration.FromHours(-2)), Is.EqualTo(At("2026-03-06 16:00")));
    }

    [TestCase(0, "2026-03-09 10:00")]
    [TestCase(150, "2026-03-06 17:00", Description = "the closing before rather than the opening")]
    [TestCase(151, "2026-03-06 16:59")]
    [TestCase(100_000_000, "2026-03-09 10:00", Description = "further back than the calendar reaches")]
    public void FirstMomentWithin_HasNoMoreThanSoMuchTimeLeft(int minutes, string expected) =>
        Assert.That(Calendar.FirstMomentWithin(Duration.FromMinutes(minutes), At("2026-03-09 10:00")), Is.EqualTo(At(expected)));

    [TestCase("2026-03-09 10:00", "2026-03-09 09:00", 0)]
    [TestCase("2026-03-09 10:00", "2026-03-09 10:00", 0)]
    [TestCase("2026-03-09 11:30", "2026-03-09 14:00", 60)]
    [TestCase("2026-03-06 16:30", "2026-03-09 08:00", 60)]
    public void WorkingTimeBetween_IsOfficeTime_NeverLessThanNothing(string from, string to, int minutes) =>
        Assert.That(Calendar.WorkingTimeBetween(At(from), At(to)), Is.EqualTo(Duration.FromMinutes(minutes)));

    [TestCase("2026-03-09 07:29", false)]
    [TestCase("2026-03-09 07:30", true)]
    [TestCase("2026-03-09 12:00", true)]
    [TestCase("2026-03-09 12:01", false)]
    [TestCase("2026-03-09 13:30", true)]
    [TestCase("2026-03-09 17:00", true)]
    [TestCase("2026-03-09 17:01", false)]
    public void IsWorkingTime_WithBothEnds(string at, bool works) => Assert.That(Calendar.IsWorkingTime(At(at)), Is.EqualTo(works));

    [TestCase("2026-03-06", "2026-03-06", "2026-03-06")]
    [TestCase("2026-03-07", "2026-03-09", "2026-03-06")]
    public void OnOrAfterAndBefore_AreTheDayItselfWhereTheOfficeWorks(string day, string after, string before) =>
        Assert.That((Calendar.OnOrAfter(Day(day)), Calendar.OnOrBefore(Day(day))), Is.EqualTo((Day(after), Day(before))));

    [TestCase("2026-03-06", "2026-03-10", 2)]
    [TestCase("2026-03-10", "2026-03-06", -2)]
    [TestCase("2026-03-07", "2026-03-08", 0)]
    public void WorkingDaysBetween_LeavesOutTheFirst(string after, string through, int days) =>
        Assert.That(Calendar.WorkingDaysBetween(Day(after), Day(through)), Is.EqualTo(days));

    [TestCase("2026-03-10 09:00", "2026-03-09 15:00 2026-03-10 00:00")]
    [TestCase("2026-03-09 20:00", "2026-03-09 00:00 2026-03-09 15:00", Description = "the day it is due begins with one")]
    public void Points_AreInOrderOnceEach_AtTheLatestFromTheDayItIsDue(string due, string points)
    {
        var warnings = new[] { At("2026-03-09 15:00"), At("2026-03-10 00:00"), At("2026-03-09 15:00") }.Where(point => point <= At(due));

        Assert.That(string.Join(' ', EarlyWarning.Points(warnings, At(due)).Select(point => $"{point:uuuu-MM-dd HH:mm}")), Is.EqualTo(points));
    }

    [Test]
    public void Step_WithoutAnEnd_IsNeitherWarnedOfNorLate() =>
        Assert.That(StepDue.Of(At("2026-03-09 08:00"), null, Calendar), Is.EqualTo(new StepDue(null, null, null)));
}
