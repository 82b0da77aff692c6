using HaiDuong.Licensing.Domain.Deadlines;
using NodaTime;
using NUnit.Framework;
using static HaiDuong.Licensing.Tests.Deadlines.Given;

namespace HaiDuong.Licensing.Tests.Deadlines;

/// <summary>How long a step of the route may take, and what a wait of the dossier does to it.</summary>
internal sealed class StepTermTests
{
    private static readonly LocalDateTime Received = At("2026-03-02 07:30");

    [TestCase(null, null)]
    [TestCase(8.0, 0.5)]
    [TestCase(0.0, null)]
    [TestCase(-1.0, null)]
    [TestCase(null, 0.0)]
    [TestCase(null, 1.01)]
    public void StepTerm_ThatIsNoneOrTwoOrOutOfRange_IsAFault(double? hours, double? share) =>
        Assert.That(() => new StepTerm((decimal?)hours, (decimal?)share), Throws.InstanceOf<ArgumentException>());

    [TestCase(0.5, null, TermUnit.WorkingDay, 30)]
    [TestCase(null, 1.0, TermUnit.WorkingDay, 10 * 8 * 60)]
    [TestCase(null, 0.25, TermUnit.WorkingDay, 20 * 60)]
    [TestCase(null, 0.5, TermUnit.WorkingHour, 5 * 60)]
    [TestCase(null, 0.5, TermUnit.CalendarDay, 36 * 60, Description = "ten days to Thursday 12/03 are nine days of work")]
    public void Length_IsItsHours_OrItsShareOfTheWorkingTimeOfTheTerm(double? hours, double? share, TermUnit unit, int minutes)
    {
        var length = new StepTerm((decimal?)hours, (decimal?)share).Length(new Term(10, unit), Received, Restart, Calendar);

        Assert.That(length, Is.EqualTo(Duration.FromMinutes(minutes)));
    }

    [TestCase("2026-03-02 07:30", "2026-03-02 17:00", "2026-03-04 17:00", Description = "before the step began")]
    [TestCase("2026-03-02 07:30", "2026-03-04 10:30", "2026-03-05 10:30", Description = "three hours of it in the step")]
    [TestCase("2026-03-04 17:00", "2026-03-05 10:30", "2026-03-05 10:30", Description = "beginning when it is due")]
    [TestCase("2026-03-05 07:30", "2026-03-05 10:30", "2026-03-04 17:00", Description = "after it was due")]
    [TestCase("2026-03-04 12:00", "2026-03-04 13:30", "2026-03-04 17:00", Description = "over lunch")]
    public void DueAt_LeavesOutWhatIsWaitedInsideTheStep(string from, string to, string due)
    {
        var at = new StepTerm(8, null).DueAt(At("2026-03-04 07:30"), new Term(10, TermUnit.WorkingDay), Received, Restart, Calendar, [(At(from), At(to))]);

        Assert.That(at, Is.EqualTo(At(due)));
    }

    [Test]
    public void DueAt_OfTwoWaits_CountsTheEarlierFirst()
    {
        var waits = new[] { (At("2026-03-05 07:30"), At("2026-03-05 09:30")), (At("2026-03-04 08:30"), At("2026-03-04 10:30")) };

        var at = new StepTerm(8, null).DueAt(At("2026-03-04 07:30"), new Term(10, TermUnit.WorkingDay), Received, Restart, Calendar, waits);

        Assert.That(at, Is.EqualTo(At("2026-03-05 11:30")), "the second begins after what the step had been due without the first");
    }
}
