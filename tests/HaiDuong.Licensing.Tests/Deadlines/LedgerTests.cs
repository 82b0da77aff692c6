using HaiDuong.Licensing.Domain.Deadlines;
using NodaTime;
using NUnit.Framework;
using static HaiDuong.Licensing.Tests.Deadlines.Given;

namespace HaiDuong.Licensing.Tests.Deadlines;

/// <summary>What the random ledgers never write: lengths that are none, days that do not belong, a matter taken up twice.</summary>
internal sealed class LedgerTests
{
    private static readonly Term TenDays = new(10, TermUnit.WorkingDay);

    [TestCase(ClockEventKind.Extend, 0, "extension-without-length")]
    [TestCase(ClockEventKind.Extend, -3, "extension-without-length")]
    [TestCase(ClockEventKind.Extend, 1, null)]
    [TestCase(ClockEventKind.Apologise, 0, "apology-without-date")]
    [TestCase(ClockEventKind.Apologise, 1, null)]
    public void Length_OfLessThanADay_IsNone(ClockEventKind kind, int days, string? refused)
    {
        var reading = Read(TenDays, Restart, Accept("2026-03-02 09:00"), Event("2026-03-04 09:00", kind) with { Days = days });

        Assert.That(reading.Refusals.Select(refusal => refusal.Code), refused is null ? Is.Empty : Is.EqualTo(new[] { refused }));
    }

    [TestCase(ClockEventKind.SupplementAsked, "2026-04-01 00:00")]
    [TestCase(ClockEventKind.Pause, null, Description = "any other wait has no last day")]
    public void Wait_ForASupplement_IsOverAfterItsLastDay_UntilTheEnd(ClockEventKind kind, string? over)
    {
        ClockEvent[] waiting = [Accept("2026-03-02 09:00"), Event("2026-03-04 09:00", kind) with { To = Day("2026-03-31") }];

        Assert.That(Read(TenDays, Restart, waiting).WaitOverFrom, Is.EqualTo(over is null ? (LocalDateTime?)null : At(over)));
        Assert.That(Read(TenDays, Restart, [.. waiting, Event("2026-04-02 09:00", ClockEventKind.Stop)]).WaitOverFrom, Is.Null);
    }

    [Test]
    public void TakenUp_Twice_CountsFromTheFirst()
    {
        var term = new Term(30, TermUnit.CalendarDay) { StartsWithin = new Term(7, TermUnit.WorkingDay) };
        ClockReading TakenUp(params string[] at) =>
            Read(term, Restart, [Accept("2026-03-02 09:00"), .. at.Select(moment => Event(moment, ClockEventKind.TakeUp))]);

        Assert.That(TakenUp("2026-03-04 09:00", "2026-03-09 09:00").StatutoryDue, Is.EqualTo(TakenUp("2026-03-04 09:00").StatutoryDue));
        Assert.That(TakenUp("2026-03-09 09:00").StatutoryDue, Is.GreaterThan(TakenUp("2026-03-04 09:00").StatutoryDue!));
    }

    [Test]
    public void BeforeAcceptance_NothingRunsAndNothingIsDue()
    {
        var reading = Read(
            TenDays,
            Restart,
            Event("2026-03-02 09:00", ClockEventKind.TakeUp),
            Event("2026-03-02 10:00", ClockEventKind.SupplementAsked),
            Event("2026-03-02 11:00", ClockEventKind.SupplementReceived)
        );

        Assert.That((reading.State, reading.StatutoryDue, reading.Class), Is.EqualTo((ClockState.NotStarted, (LocalDateTime?)null, (FinishClass?)null)));
        Assert.That(reading.Refusals.Select(refusal => refusal.Code), Is.EqualTo(new[] { "not-accepted" }));
        Assert.That(reading.Proof, Is.Empty);
    }

    [Test]
    public void Warning_AfterASupplement_IsAShareOfTheTermCountedAnew()
    {
        var regime = Restart with { Warnings = [new EarlyWarning { ShareOfTerm = 0.5m }] };
        ClockEvent[] asked = [Accept("2026-03-02 07:30"), Event("2026-03-03 07:30", ClockEventKind.SupplementAsked)];

        var before = Read(TenDays, regime, asked[0]);
        var after = Read(TenDays, regime, [.. asked, Event("2026-03-16 07:30", ClockEventKind.SupplementReceived)]);

        // Eleven days of eight hours to 16/03, and from 16/03 to 30/03: half of them is forty-four hours.
        Assert.That((before.Warnings[0], after.Warnings[0]), Is.EqualTo((At("2026-03-09 11:30"), At("2026-03-23 11:30"))));
    }

    [TestCase("2026-03-04 11:30", 18)]
    [TestCase("2026-03-20 09:00", 18, Description = "while it waits nothing is added")]
    public void NetHandling_EndsWhereTheClockStandsStill(string now, int hours)
    {
        ClockEvent[] ledger = [Accept("2026-03-02 07:30"), Event("2026-03-04 09:30", ClockEventKind.SupplementAsked)];

        Assert.That(DeadlineClock.Read(TenDays, Restart, Calendar, ledger, At(now)).NetHandling, Is.EqualTo(Duration.FromHours(hours)));
    }

    [Test]
    public void OpenDossier_AtNoMoment_HasNeitherClassNorHandlingNorTimeLeft()
    {
        var reading = Read(TenDays, Restart, Accept("2026-03-02 07:30"));

        Assert.That(
            (reading.Class, reading.NetHandling, reading.Left, reading.KnownAt),
            Is.EqualTo(((FinishClass?)null, (Duration?)null, (TimeLeft?)null, (LocalDateTime?)null))
        );
        Assert.That(reading.LateFrom, Is.EqualTo(At("2026-03-17 00:00")));
    }
}
