using HaiDuong.Licensing.Domain.Deadlines;
using NUnit.Framework;
using static HaiDuong.Licensing.Tests.Deadlines.Given;

namespace HaiDuong.Licensing.Tests.Deadlines;

/// <summary>The lines of a proof agree with each other: hours that run day and night (C5) wait for no opening of the office (C7).</summary>
internal sealed class ProofOfHoursTests
{
    private const string SaturdayEvening = "2026-03-07 20:00";
    private const string SundayNight = "2026-03-08 22:00";

    [Test]
    public void ClockHours_TakenInOutOfHours_CountFromThatMoment()
    {
        var reading = Read(new Term(24, TermUnit.ClockHour), Restart, Accept(SaturdayEvening));

        Assert.That(reading.StatutoryDue, Is.EqualTo(At("2026-03-08 20:00")));
        Assert.That(reading.ReceivedAt, Is.EqualTo(At(SaturdayEvening)));
        Assert.That(
            reading.Proof.Select(line => (line.Reason, line.From, line.To, line.Source)),
            Is.EqualTo(
                new[]
                {
                    (ProofReason.Received, At(SaturdayEvening), At(SaturdayEvening), "C5"),
                    (ProofReason.Counted, At(SaturdayEvening), At("2026-03-08 20:00"), "C5"),
                    (ProofReason.Due, At("2026-03-08 20:00"), At("2026-03-08 20:00"), "C5"),
                }
            )
        );
    }

    [Test]
    public void ClockHours_RestartedAtNight_CountFromThatNight()
    {
        var reading = Read(
            new Term(72, TermUnit.ClockHour),
            Restart,
            Accept(SaturdayEvening),
            Event("2026-03-08 09:00", ClockEventKind.SupplementAsked),
            Event(SundayNight, ClockEventKind.SupplementReceived)
        );

        var restarted = reading.Proof.Single(line => line.Reason == ProofReason.Restarted);
        var counted = reading.Proof.Last(line => line.Counted);

        Assert.That((restarted.From, restarted.To, counted.From), Is.EqualTo((At(SundayNight), At(SundayNight), At(SundayNight))));
        Assert.That(reading.Proof.Select(line => line.Source), Has.None.EqualTo("C7").And.None.EqualTo("C4"));
    }

    [TestCase(TermUnit.WorkingDay)]
    [TestCase(TermUnit.WorkingHour)]
    [TestCase(TermUnit.CalendarDay)]
    public void OtherTerms_TakenInOutOfHours_CountFromTheNextOpening(TermUnit unit)
    {
        var first = Read(new Term(5, unit), Restart, Accept(SaturdayEvening)).Proof[0];

        Assert.That(
            (first.Reason, first.From, first.To.Date, first.Source),
            Is.EqualTo((ProofReason.ReceivedNextWorkingDay, At(SaturdayEvening), Day("2026-03-09"), "C7"))
        );
    }
}
