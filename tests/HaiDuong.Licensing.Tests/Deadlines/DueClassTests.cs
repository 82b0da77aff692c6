using HaiDuong.Licensing.Domain.Deadlines;
using NodaTime;
using NUnit.Framework;
using static HaiDuong.Licensing.Tests.Deadlines.Given;

namespace HaiDuong.Licensing.Tests.Deadlines;

/// <summary>The class at a moment is a comparison of it with the stored ones; each begins in its very moment.</summary>
internal sealed class DueClassTests
{
    private static readonly DueState Running = new(
        ClockState.Running,
        null,
        At("2026-03-16 17:00"),
        At("2026-03-16 17:00"),
        [At("2026-03-12 09:00"), At("2026-03-16 00:00")],
        At("2026-03-17 00:00"),
        null
    );

    private static readonly DueState Paused = Running with { Clock = ClockState.Paused, LateFrom = null, WaitOverFrom = At("2026-04-02 00:00") };

    [TestCase("2026-03-12 08:59", DueClass.InTerm)]
    [TestCase("2026-03-12 09:00", DueClass.Soon)]
    [TestCase("2026-03-16 23:59", DueClass.Soon)]
    [TestCase("2026-03-17 00:00", DueClass.Overdue)]
    public void Running_IsWarnedOfAndThenOverdue(string now, DueClass expected) => Assert.That(Running.ClassAt(At(now)), Is.EqualTo(expected));

    [TestCase("2026-04-01 23:59", DueClass.Waiting)]
    [TestCase("2026-04-02 00:00", DueClass.SupplementOver)]
    public void Paused_WaitsUntilNothingCanComeAnyMore(string now, DueClass expected) => Assert.That(Paused.ClassAt(At(now)), Is.EqualTo(expected));

    [Test]
    public void Paused_ThatWasLateBefore_StaysOverdue() =>
        Assert.That((Paused with { LateFrom = At("2026-03-17 00:00") }).ClassAt(At("2026-04-03 00:00")), Is.EqualTo(DueClass.Overdue));

    [TestCase(ClockState.Withdrawn, null, DueClass.Withdrawn, false)]
    [TestCase(ClockState.Stopped, FinishClass.Late, DueClass.Stopped, false)]
    [TestCase(ClockState.Voided, null, DueClass.Voided, false)]
    [TestCase(ClockState.Finished, FinishClass.Early, DueClass.Early, true)]
    [TestCase(ClockState.Finished, FinishClass.OnTime, DueClass.OnTime, true)]
    [TestCase(ClockState.Finished, FinishClass.Late, DueClass.Late, true)]
    public void Ended_KeepsItsClassForEver(ClockState clock, FinishClass? ended, DueClass expected, bool stands)
    {
        var state = Running with { Clock = clock, Ended = ended };

        Assert.That((state.ClassAt(At("2026-03-01 00:00")), state.ClassAt(At("2027-03-01 00:00"))), Is.EqualTo((expected, expected)));
        Assert.That(state.Stands, Is.EqualTo(stands));
    }

    [TestCase(ClockState.NotStarted)]
    [TestCase(ClockState.Running)]
    public void WithoutADate_ThereIsNoClass(ClockState clock)
    {
        var state = new DueState(clock, null, null, null, [], null, null);

        Assert.That((state.ClassAt(At("2026-03-01 00:00")), state.IsRePromised), Is.EqualTo((DueClass.None, false)));
    }

    [TestCase("2026-03-12 08:59", null)]
    [TestCase("2026-03-12 09:00", "2026-03-12 09:00")]
    [TestCase("2026-03-17 00:00", "2026-03-16 00:00")]
    public void PointPassed_IsTheLastOne(string now, string? point) =>
        Assert.That(Running.PointPassed(At(now)), Is.EqualTo(point is null ? (LocalDateTime?)null : At(point)));

    [Test]
    public void IsRePromised_WhenALaterDateWasToldThanTheFirst()
    {
        Assert.That(Running.IsRePromised, Is.False);
        Assert.That((Running with { Due = At("2026-03-20 17:00") }).IsRePromised, Is.True);
    }
}
