using HaiDuong.Licensing.Domain.Deadlines;
using NUnit.Framework;
using static HaiDuong.Licensing.Tests.Deadlines.Given;

namespace HaiDuong.Licensing.Tests.Deadlines;

/// <summary>What another regime would change: each rule that a file of workflows/regimes may set, set otherwise than today.</summary>
internal sealed class RegimeTests
{
    private static readonly Term TenDays = new(10, TermUnit.WorkingDay);

    [TestCase(true, "2026-03-09 17:00")]
    [TestCase(false, "2026-03-07 17:00", Description = "a Saturday, at the closing time of the day before")]
    public void RollsForward_MovesAnEndOffTheWeekend(bool rolls, string due) =>
        Assert.That(Due(5, TermUnit.CalendarDay, "2026-03-02 09:00", Restart with { RollsForward = rolls }), Is.EqualTo(At(due)));

    [TestCase(true, "2026-03-09 07:30", "2026-03-10 17:00")]
    [TestCase(false, "2026-03-07 09:00", "2026-03-09 17:00")]
    public void OutOfHours_CountsFromTheNextOpening(bool isNext, string received, string due)
    {
        var reading = Read(new Term(1, TermUnit.WorkingDay), Restart with { OutOfHoursIsNextWorkingDay = isNext }, Accept("2026-03-07 09:00"));

        Assert.That((reading.ReceivedAt, reading.StatutoryDue), Is.EqualTo((At(received), At(due))));
    }

    [Test]
    public void OutOfHours_TakenByAnOfficerOnLine_CountsFromThatMoment() =>
        Assert.That(Read(TenDays, Restart, Accept("2026-03-07 09:00") with { Online = true }).ReceivedAt, Is.EqualTo(At("2026-03-07 09:00")));

    [TestCase("15:00", "2026-03-06 15:00", "2026-03-06 15:00")]
    [TestCase("15:00", "2026-03-06 15:01", "2026-03-09 07:30")]
    [TestCase("20:00", "2026-03-06 17:01", "2026-03-09 07:30", Description = "no later than the office closes")]
    public void AcceptanceCutOff_EndsTheDayEarlier(string cutOff, string accepted, string received)
    {
        var regime = Restart with { AcceptanceCutOff = At($"2026-01-01 {cutOff}").TimeOfDay };

        Assert.That(Read(TenDays, regime, Accept(accepted)).ReceivedAt, Is.EqualTo(At(received)));
    }

    [TestCase(PauseGround.Fee, true, "2026-03-19 17:00", ClockState.Paused)]
    [TestCase(PauseGround.Fee, false, "2026-03-16 17:00", ClockState.Running)]
    [TestCase(PauseGround.OtherAgency, false, "2026-03-19 17:00", ClockState.Paused)]
    public void FeeStopsClock_OrIsOnlyRemembered(PauseGround ground, bool stops, string due, ClockState meanwhile)
    {
        var regime = Restart with { FeeStopsClock = stops };
        ClockEvent[] asked = [Accept("2026-03-02 09:00"), Event("2026-03-04 09:00", ClockEventKind.Pause) with { Ground = ground }];
        var paid = Event("2026-03-09 09:00", ClockEventKind.Resume);

        Assert.That(Read(TenDays, regime, asked).State, Is.EqualTo(meanwhile));
        Assert.That(Read(TenDays, regime, [.. asked, Event("2026-03-05 09:00", ClockEventKind.Pause)]).Refusals.Single().Code, Is.EqualTo("already-paused"));
        var reading = Read(TenDays, regime, [.. asked, paid]);
        Assert.That((reading.StatutoryDue, reading.Refusals.Count), Is.EqualTo((At(due), 0)));
        Assert.That(Read(TenDays, regime, [.. asked, paid, paid]).Refusals.Single().Code, Is.EqualTo("not-paused"));
    }

    [TestCase("2026-03-16 17:00", FinishComparison.Moment, FinishClass.OnTime)]
    [TestCase("2026-03-16 17:01", FinishComparison.Moment, FinishClass.Late)]
    [TestCase("2026-03-16 17:01", FinishComparison.Date, FinishClass.OnTime)]
    public void FinishComparison_IsByDayOrByMoment(string finished, FinishComparison comparison, FinishClass expected)
    {
        var regime = Restart with { FinishComparison = comparison };

        Assert.That(Read(TenDays, regime, Accept("2026-03-02 09:00"), Event(finished, ClockEventKind.Finish)).Class, Is.EqualTo(expected));
    }

    [TestCase(0, "2026-03-16", true)]
    [TestCase(1, "2026-03-16", false)]
    [TestCase(1, "2026-03-15", true)]
    [TestCase(3, "2026-03-13", true)]
    [TestCase(3, "2026-03-14", false)]
    public void ApologyLeadDays_AreBetweenTheApologyAndThePromise(int lead, string on, bool isInTime)
    {
        var apology = Event($"{on} 09:00", ClockEventKind.Apologise) with { Days = 2 };

        var reading = Read(TenDays, Restart with { ApologyLeadDays = lead }, Accept("2026-03-02 09:00"), apology);

        Assert.That(reading.Refusals.Select(refusal => refusal.Code), isInTime ? Is.Empty : Is.EqualTo(new[] { "apology-too-late" }));
    }

    [Test]
    public void ApologyLimit_IsHowOftenANewDateIsPromised_AndTheLastOneHolds()
    {
        ClockEvent Apologise(string at, string to) => Event(at, ClockEventKind.Apologise) with { To = Day(to) };

        var reading = Read(
            TenDays,
            Restart with
            {
                ApologyLimit = 2,
            },
            Accept("2026-03-02 09:00"),
            Apologise("2026-03-10 09:00", "2026-03-20"),
            Apologise("2026-03-11 09:00", "2026-03-25"),
            Apologise("2026-03-12 09:00", "2026-03-30")
        );

        Assert.That((reading.PromisedDue, reading.Apologies), Is.EqualTo((At("2026-03-25 17:00"), 2)));
        Assert.That(reading.Refusals.Single().Code, Is.EqualTo("apology-only-once"));
    }

    [Test]
    public void SupplementLimit_IsHowOftenOneIsAskedWithoutTheHead()
    {
        var asked = new[] { "2026-03-03", "2026-03-05", "2026-03-09" }.SelectMany(day =>
            new[] { Event($"{day} 09:00", ClockEventKind.SupplementAsked), Event($"{day} 15:00", ClockEventKind.SupplementReceived) }
        );

        var reading = Read(TenDays, Restart with { SupplementLimit = 2 }, [Accept("2026-03-02 09:00"), .. asked]);

        Assert.That(reading.Supplements, Has.Count.EqualTo(2));
        Assert.That(reading.Refusals.Select(refusal => refusal.Code), Is.EqualTo(new[] { "supplement-only-once", "no-supplement-asked" }));
    }

    [Test]
    public void SupplementWaitingDays_EndOnAWorkingDay()
    {
        var regime = Restart with { SupplementWaitingDays = 10 };

        var reading = Read(TenDays, regime, Accept("2026-03-02 09:00"), Event("2026-03-04 09:00", ClockEventKind.SupplementAsked));

        Assert.That(reading.Supplements.Single().WaitUntil, Is.EqualTo(Day("2026-03-16")), "14/03 is a Saturday");
    }

    [TestCase(null, "2026-03-03 15:00")]
    [TestCase(1, "2026-03-04 14:00")]
    public void WorkingHoursPerDay_MakeADayOfATermAndOfItsExtension(int? further, string due)
    {
        ClockEvent[] extended = further is { } days ? [Event("2026-03-02 10:00", ClockEventKind.Extend) with { Days = days }] : [];

        var reading = Read(new Term(2, TermUnit.WorkingDay), Hours with { WorkingHoursPerDay = 7 }, [Accept("2026-03-02 07:30"), .. extended]);

        Assert.That(reading.StatutoryDue, Is.EqualTo(At(due)));
    }

    [TestCase("2025-12-31", false)]
    [TestCase("2026-01-01", true)]
    [TestCase("2026-06-30", true)]
    [TestCase("2026-07-01", false)]
    public void IsInForceOn_FromItsFirstToItsLastDay(string day, bool isInForce)
    {
        Assert.That(new ClockRegime("x", Day("2026-01-01"), Day("2026-06-30")).IsInForceOn(Day(day)), Is.EqualTo(isInForce));
        Assert.That(new ClockRegime("x", Day("2026-01-01"), null).IsInForceOn(Day("2099-01-01")), Is.True);
    }

    [Test]
    public void EveryRefusalOfTheClock_HasItsOwnCodeSentenceAndBasis()
    {
        var refusals = Enum.GetValues<ClockRefusalReason>().Select(reason => new ClockRefusal(default, default, reason)).ToList();

        Assert.That(refusals.Select(refusal => refusal.Code), Is.Unique);
        Assert.That(refusals.Select(refusal => refusal.Text), Is.Unique);
        Assert.That(refusals.Select(refusal => refusal.LegalBasis), Is.All.Not.Empty);
    }
}
