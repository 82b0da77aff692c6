using HaiDuong.Licensing.Domain.Deadlines;
using NUnit.Framework;
using static HaiDuong.Licensing.Tests.Deadlines.Given;

namespace HaiDuong.Licensing.Tests.Deadlines;

/// <summary>The worked cases that concern time; each names its rule.</summary>
internal sealed class DeadlineCasesTests
{
    private static readonly Term TenDays = new(10, TermUnit.WorkingDay);

    [TestCase(5, "2024-04-26 10:00", "2024-05-07 17:00", Description = "Case 2a, rule C2, SWAP2024")]
    [TestCase(3, "2024-04-26 10:00", "2024-05-04 17:00", Description = "Case 2b, rule C2: ends on the make-up Saturday")]
    [TestCase(10, "2026-03-02 09:00", "2026-03-16 17:00", Description = "Case 5, rule C1")]
    [TestCase(1, "2026-03-06 16:59", "2026-03-09 17:00", Description = "C1: the hour of acceptance does not matter")]
    [TestCase(1, "2026-03-06 17:00", "2026-03-09 17:00", Description = "C7: closing time is still in time")]
    [TestCase(1, "2026-03-06 17:01", "2026-03-10 17:00", Description = "C7: after closing it is received on Monday")]
    [TestCase(1, "2026-03-07 09:00", "2026-03-10 17:00", Description = "C7: on a Saturday it is received on Monday")]
    [TestCase(3, "2026-02-12 09:00", "2026-02-24 17:00", Description = "C2: over Tết")]
    [TestCase(3, "2025-12-30 09:00", "2026-01-06 17:00", Description = "C2: over New Year with the swapped Friday")]
    [TestCase(5, "2024-02-26 09:00", "2024-03-04 17:00", Description = "29 February is a day")]
    public void WorkingDays_EndAtClosingTime(int days, string accepted, string due) =>
        Assert.That(Due(days, TermUnit.WorkingDay, accepted), Is.EqualTo(At(due)));

    [TestCase(20, "2025-08-12 09:00", "2025-09-03 17:00", Description = "Case 4a, rules C1, C3")]
    [TestCase(20, "2025-08-20 09:00", "2025-09-09 17:00", Description = "Case 4b: holidays inside do not extend it")]
    [TestCase(4, "2024-04-30 09:00", "2024-05-06 17:00", Description = "received 02/05 (C7), ends Monday")]
    [TestCase(2, "2024-05-02 09:00", "2024-05-04 17:00", Description = "C3: a make-up Saturday is no day off")]
    public void CalendarDays_RollToTheNextWorkingDay(int days, string accepted, string due) =>
        Assert.That(Due(days, TermUnit.CalendarDay, accepted), Is.EqualTo(At(due)));

    [TestCase(1, "2026-01-30 09:00", "2026-03-02 17:00", Description = "no 30/02: last day of February, a Saturday, rolls")]
    [TestCase(1, "2024-01-31 09:00", "2024-02-29 17:00", Description = "leap year")]
    [TestCase(3, "2026-03-02 09:00", "2026-06-02 17:00")]
    public void Months_EndOnTheCorrespondingDay(int months, string accepted, string due) =>
        Assert.That(Due(months, TermUnit.Month, accepted), Is.EqualTo(At(due)));

    [TestCase("2026-03-06 16:00", 8, "2026-03-09 16:00")]
    [TestCase("2026-03-06 17:30", 8, "2026-03-09 17:00")]
    public void WorkingHours_RunInOfficeTimeOnly(string accepted, int hours, string due) =>
        Assert.That(Due(hours, TermUnit.WorkingHour, accepted), Is.EqualTo(At(due)));

    [TestCase("2026-04-11 08:30", 24, "2026-04-12 08:30", Description = "C5: through nights and weekends")]
    public void ClockHours_RunDayAndNight(string accepted, int hours, string due) => Assert.That(Due(hours, TermUnit.ClockHour, accepted), Is.EqualTo(At(due)));

    [TestCase("2026-03-02 10:00", 5, "2026-03-09 10:00", Description = "C4 keeps the hour of the day")]
    [TestCase("2026-03-02 17:00", 1, "2026-03-03 17:00")]
    public void WorkingDaysAsHours_KeepTheHour(string accepted, int days, string due) =>
        Assert.That(Due(days, TermUnit.WorkingDay, accepted, Hours), Is.EqualTo(At(due)));

    [Test]
    public void Supplement_Case5_GivesBothDates_AndTheRegimeChooses()
    {
        ClockEvent[] ledger =
        [
            Accept("2026-03-02 09:00"),
            Event("2026-03-06 10:00", ClockEventKind.SupplementAsked),
            Event("2026-03-16 10:00", ClockEventKind.SupplementReceived),
        ];

        var restart = Read(TenDays, Restart, ledger);
        var pause = Read(TenDays, Pause, ledger);

        Assert.That(restart.StatutoryDue, Is.EqualTo(At("2026-03-30 17:00")), "S-1");
        Assert.That(pause.StatutoryDue, Is.EqualTo(At("2026-03-24 17:00")), "S-2");
        Assert.That(restart.IfPaused, Is.EqualTo(pause.StatutoryDue));
        Assert.That(pause.IfRestarted, Is.EqualTo(restart.StatutoryDue));
        Assert.That(restart.Supplements.Single().DueBefore, Is.EqualTo(At("2026-03-16 17:00")), "S-6 NgayHenTraTruoc");
        Assert.That(restart.Supplements.Single().DueAfter, Is.EqualTo(At("2026-03-30 17:00")), "S-6 NgayHenTraMoi");
    }

    [Test]
    public void Supplement_Case5_WhileWaiting_RaisesNoAlarm()
    {
        ClockEvent[] ledger = [Accept("2026-03-02 09:00"), Event("2026-03-06 10:00", ClockEventKind.SupplementAsked)];

        var reading = DeadlineClock.Read(TenDays, Restart, Calendar, ledger, At("2026-03-16 19:00"));

        Assert.That(reading.State, Is.EqualTo(ClockState.Paused), "S-4");
        Assert.That(reading.StatutoryDue, Is.EqualTo(At("2026-03-16 17:00")));
        Assert.That(reading.Class, Is.EqualTo(FinishClass.InTerm));
        Assert.That(reading.Left, Is.Null);
        Assert.That(reading.Supplements.Single().WaitUntil, Is.EqualTo(Day("2026-04-06")), "S-5: 30 days, a Sunday rolls");
    }

    [Test]
    public void Supplement_AskedTwice_NeedsTheHead()
    {
        ClockEvent[] first =
        [
            Accept("2026-03-02 09:00"),
            Event("2026-03-03 10:00", ClockEventKind.SupplementAsked),
            Event("2026-03-04 10:00", ClockEventKind.SupplementReceived),
        ];
        var second = Event("2026-03-06 10:00", ClockEventKind.SupplementAsked);

        var refused = Read(TenDays, Restart, [.. first, second]);
        var approved = Read(TenDays, Restart, [.. first, second with { ApprovedByHead = true }]);

        Assert.That(refused.Refusals.Single().Code, Is.EqualTo("supplement-only-once"), "S-3");
        Assert.That(refused.State, Is.EqualTo(ClockState.Running));
        Assert.That(approved.State, Is.EqualTo(ClockState.Paused));
        Assert.That(approved.SecondSupplement, Is.True);
    }

    [Test]
    public void Apology_OnTheDueDate_ComesTooLate()
    {
        ClockEvent[] ledger =
        [
            Accept("2026-03-26 09:00"),
            Event("2026-04-09 09:00", ClockEventKind.Apologise) with
            {
                To = Day("2026-04-15"),
            },
            Event("2026-04-14 09:00", ClockEventKind.Apologise) with
            {
                To = Day("2026-04-20"),
            },
            Event("2026-04-15 15:00", ClockEventKind.Finish),
        ];

        var reading = Read(TenDays, Restart, ledger);

        Assert.That(reading.StatutoryDue, Is.EqualTo(At("2026-04-09 17:00")));
        Assert.That(reading.Refusals.Select(refusal => refusal.Code), Is.EqualTo(new[] { "apology-too-late", "apology-too-late" }));
    }

    [Test]
    public void Apology_Case19_MovesThePromiseOnce_AndTheClassStays()
    {
        // Accepted on 27/03 the ten days end on Friday 10/04, as in the case.
        ClockEvent[] ledger =
        [
            Accept("2026-03-27 09:00"),
            Event("2026-04-09 09:00", ClockEventKind.Apologise) with
            {
                To = Day("2026-04-15"),
            },
            Event("2026-04-14 09:00", ClockEventKind.Apologise) with
            {
                To = Day("2026-04-20"),
            },
            Event("2026-04-15 15:00", ClockEventKind.Finish),
        ];

        var reading = Read(TenDays, Restart, ledger);

        Assert.That(reading.StatutoryDue, Is.EqualTo(At("2026-04-10 17:00")), "O-3");
        Assert.That(reading.PromisedDue, Is.EqualTo(At("2026-04-15 17:00")));
        Assert.That(reading.Refusals.Single().Code, Is.EqualTo("apology-only-once"), "O-1");
        Assert.That(reading.Class, Is.EqualTo(FinishClass.Late));
        Assert.That(reading.Apologies, Is.EqualTo(1));
    }

    [TestCase("2026-03-11 16:55", FinishClass.Early, Description = "Case 20a, section 3.6")]
    [TestCase("2026-03-12 17:00", FinishClass.OnTime, Description = "17:00:00 exactly")]
    [TestCase("2026-03-12 18:20", FinishClass.OnTime, Description = "Case 20b: by date")]
    [TestCase("2026-03-13 07:40", FinishClass.Late, Description = "Case 20c")]
    public void Finish_IsClassedByDate(string finished, FinishClass expected)
    {
        var reading = Read(
            TenDays,
            Restart,
            Accept("2026-02-26 09:00"),
            Event(finished, ClockEventKind.Finish),
            Event("2026-03-20 09:00", ClockEventKind.Finish)
        );

        Assert.That(reading.StatutoryDue, Is.EqualTo(At("2026-03-12 17:00")));
        Assert.That(reading.Class, Is.EqualTo(expected));
        Assert.That(reading.Refusals.Single().Code, Is.EqualTo("after-end"), "the hand-over on 20/03 does not matter");
    }

    [Test]
    public void PublishedTerm_IsPromisedAndReported_TheLawIsKept()
    {
        var reading = DeadlineClock.Read(
            TenDays,
            Restart,
            Calendar,
            [Accept("2026-03-02 09:00"), Event("2026-03-13 09:00", ClockEventKind.Finish)],
            published: new Term(8, TermUnit.WorkingDay)
        );

        Assert.That(reading.StatutoryDue, Is.EqualTo(At("2026-03-16 17:00")), "C8");
        Assert.That(reading.PromisedDue, Is.EqualTo(At("2026-03-12 17:00")));
        Assert.That(reading.Class, Is.EqualTo(FinishClass.Late));
    }
}
