using HaiDuong.Licensing.Domain.Deadlines;
using NodaTime;
using NUnit.Framework;
using static HaiDuong.Licensing.Tests.Deadlines.Given;

namespace HaiDuong.Licensing.Tests.Deadlines;

/// <summary>Mistakes known from other systems that must not happen here.</summary>
internal sealed class MisbehaviourTests
{
    [Test]
    public void FourWorkingHours_FromASaturday_AreNotDueOnTheSaturday() =>
        Assert.That(Due(4, TermUnit.WorkingHour, "2026-06-13 09:00"), Is.EqualTo(At("2026-06-15 11:30")));

    [Test]
    public void WaitOfTwoWorkingHours_MovesAnHourTermByThatMuch_NotByDays()
    {
        var term = new Term(5, TermUnit.WorkingDay);
        var without = Read(term, Hours, Accept("2026-06-08 09:00"));

        var waited = Read(
            term,
            Hours,
            Accept("2026-06-08 09:00"),
            Event("2026-06-12 16:00", ClockEventKind.Pause),
            Event("2026-06-15 08:00", ClockEventKind.Resume)
        );

        Assert.That(without.StatutoryDue, Is.EqualTo(At("2026-06-15 09:00")));
        Assert.That(waited.StatutoryDue, Is.EqualTo(At("2026-06-15 10:30")));
    }

    [Test]
    public void WaitOfTwoWorkingHours_MovesADayTermByOneDay_NotByThree()
    {
        var waited = Read(
            new Term(5, TermUnit.WorkingDay),
            Pause,
            Accept("2026-06-08 09:00"),
            Event("2026-06-12 16:00", ClockEventKind.Pause),
            Event("2026-06-15 08:00", ClockEventKind.Resume)
        );

        Assert.That(waited.StatutoryDue, Is.EqualTo(At("2026-06-16 17:00")));
    }

    [Test]
    public void SeveralWaits_AreAllCounted_NotOnlyTheLast()
    {
        var reading = Read(
            new Term(16, TermUnit.WorkingHour),
            Pause,
            Accept("2026-03-02 07:30"),
            Event("2026-03-02 09:30", ClockEventKind.Pause),
            Event("2026-03-02 10:30", ClockEventKind.Resume),
            Event("2026-03-02 13:30", ClockEventKind.Pause),
            Event("2026-03-02 15:30", ClockEventKind.Resume)
        );

        Assert.That(reading.StatutoryDue, Is.EqualTo(At("2026-03-04 10:30")), "3 hours waited");
    }

    [Test]
    public void ConfiguredHours_DecideHowAnHourTermIsClassed()
    {
        // 8 working hours from 09:00 end at 09:00 the next day; four clock hours of the night do not make it late.
        var onTime = Read(new Term(8, TermUnit.WorkingHour), Pause, Accept("2026-03-02 09:00"), Event("2026-03-03 09:00", ClockEventKind.Finish));
        var late = Read(new Term(8, TermUnit.WorkingHour), Pause, Accept("2026-03-02 09:00"), Event("2026-03-03 09:01", ClockEventKind.Finish));

        Assert.That(onTime.Class, Is.EqualTo(FinishClass.OnTime));
        Assert.That(late.Class, Is.EqualTo(FinishClass.Late));
    }

    [Test]
    public void WaitingForTheApplicant_IsNotTheOfficesTime()
    {
        var reading = Read(
            new Term(10, TermUnit.WorkingDay),
            Pause,
            Accept("2026-03-02 07:30"),
            Event("2026-03-03 07:30", ClockEventKind.SupplementAsked),
            Event("2026-04-01 07:30", ClockEventKind.SupplementReceived),
            Event("2026-04-01 17:00", ClockEventKind.Finish)
        );

        Assert.That(reading.NetHandling, Is.EqualTo(Duration.FromHours(16)));
    }

    [Test]
    public void Apology_NeverMakesALateDossierOnTime()
    {
        var reading = Read(
            new Term(1, TermUnit.WorkingDay),
            Restart,
            Accept("2026-03-02 09:00"),
            Event("2026-03-02 10:00", ClockEventKind.Apologise) with
            {
                To = Day("2026-03-31"),
            },
            Event("2026-03-04 10:00", ClockEventKind.Finish)
        );

        Assert.That(reading.Class, Is.EqualTo(FinishClass.Late));
    }

    [Test]
    public void Extension_AfterTheDueDate_DoesNotRescueTheDossier()
    {
        var reading = Read(
            new Term(1, TermUnit.WorkingDay),
            Restart,
            Accept("2026-03-02 09:00"),
            Event("2026-03-05 10:00", ClockEventKind.Extend) with
            {
                Days = 20,
            },
            Event("2026-03-06 10:00", ClockEventKind.SupplementAsked)
        );

        Assert.That(reading.StatutoryDue, Is.EqualTo(At("2026-03-03 17:00")));
        Assert.That(reading.Refusals.Select(refusal => refusal.Code), Is.EqualTo(new[] { "extension-after-due", "supplement-after-due" }));
    }

    [Test]
    public void RequestOnTheLastDay_LeavesTheDayOfTheAnswer()
    {
        var reading = Read(
            new Term(2, TermUnit.WorkingDay),
            Pause,
            Accept("2026-03-02 09:00"),
            Event("2026-03-04 09:00", ClockEventKind.SupplementAsked),
            Event("2026-03-09 09:00", ClockEventKind.SupplementReceived)
        );

        Assert.That(reading.StatutoryDue, Is.EqualTo(At("2026-03-09 17:00")), "never overdue at the moment the answer comes in");
        Assert.That(reading.Proof[^2].Reason, Is.EqualTo(ProofReason.EndsOnReturn));
    }

    [Test]
    public void ExtensionGivenWhileWaiting_AndTheWaiting_BothCount_WhateverComesFirst()
    {
        ClockEvent[] waited = [Accept("2026-03-02 09:00"), Event("2026-03-04 09:00", ClockEventKind.Pause), Event("2026-03-09 09:00", ClockEventKind.Resume)];
        ClockReading Extended(string at) => Read(new Term(10, TermUnit.WorkingDay), Pause, [.. waited, Event(at, ClockEventKind.Extend) with { Days = 2 }]);

        Assert.That(Extended("2026-03-05 09:00").StatutoryDue, Is.EqualTo(At("2026-03-23 17:00")), "16/03, three days waited, two given");
        Assert.That(Extended("2026-03-03 09:00").StatutoryDue, Is.EqualTo(At("2026-03-23 17:00")));
        Assert.That(Extended("2026-03-10 09:00").StatutoryDue, Is.EqualTo(At("2026-03-23 17:00")));
    }

    [Test]
    public void SecondWait_BeginningBeforeTheFirstCounts_IsNotCountedTwice()
    {
        // The supplement of Friday evening counts from Monday 07:30; the pause of Saturday lies in the same waiting.
        var reading = Read(
            new Term(16, TermUnit.WorkingHour),
            Pause,
            Accept("2026-03-06 07:30"),
            Event("2026-03-06 15:00", ClockEventKind.SupplementAsked),
            Event("2026-03-06 18:00", ClockEventKind.SupplementReceived),
            Event("2026-03-07 09:00", ClockEventKind.Pause),
            Event("2026-03-09 08:30", ClockEventKind.Resume)
        );

        Assert.That(reading.StatutoryDue, Is.EqualTo(At("2026-03-10 10:30")), "six hours on Friday, ten from Monday 08:30");
    }

    [Test]
    public void EventsOutOfOrder_AreReadInTheOrderOfTheirMoments()
    {
        ClockEvent[] ledger =
        [
            Event("2026-03-16 10:00", ClockEventKind.SupplementReceived),
            Accept("2026-03-02 09:00"),
            Event("2026-03-06 10:00", ClockEventKind.SupplementAsked),
        ];

        Assert.That(Read(new Term(10, TermUnit.WorkingDay), Restart, ledger).StatutoryDue, Is.EqualTo(At("2026-03-30 17:00")));
    }

    [Test]
    public void Provisional_IsSaid_WhereTetIsNotAnnounced()
    {
        Assert.That(Read(new Term(10, TermUnit.WorkingDay), Restart, Accept("2027-01-28 09:00")).IsProvisional, Is.True);
        Assert.That(Read(new Term(10, TermUnit.WorkingDay), Restart, Accept("2026-03-02 09:00")).IsProvisional, Is.False);
    }
}
