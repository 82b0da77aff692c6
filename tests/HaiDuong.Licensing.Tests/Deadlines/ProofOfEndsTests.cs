using CsCheck;
using HaiDuong.Licensing.Domain.Deadlines;
using NodaTime;
using NUnit.Framework;
using static HaiDuong.Licensing.Tests.Deadlines.Given;

namespace HaiDuong.Licensing.Tests.Deadlines;

/// <summary>A proof counts nothing while the clock stands still and nothing after the end, and says how it ended.</summary>
internal sealed class ProofOfEndsTests
{
    private static readonly Term Ten = new(10, TermUnit.WorkingDay);
    private static readonly Gen<RandomLedger> Ledgers = Gen
        .Int.Select(RandomLedger.Of)
        .Where(ledger => ledger.Ledger.DistinctBy(e => (e.At, e.Kind)).Count() == ledger.Events.Count);

    [Test]
    public void Proof_OfAnyHistory_CountsNothingInAPauseOrAfterTheEnd() =>
        Ledgers.Sample(
            ledger =>
            {
                var proof = Read(ledger.Term, ledger.Regime, [.. ledger.Ledger]).Proof;
                var (waits, end) = Stretches(ledger);

                foreach (var line in proof.Where(line => line.Counted))
                {
                    Assert.That(waits.Where(wait => LiesIn(line, wait.From, wait.To)), Is.Empty, $"{line} of {ledger}");
                    Assert.That(end is { } at && LiesIn(line, at, LocalDateTime.MaxIsoValue), Is.False, $"{line} after the end of {ledger}");
                }

                Assert.That(proof.Select(line => line.From.Date), Is.Ordered, ledger.ToString());
                Assert.That(proof.Where(line => !line.IsWholeDays).Select(line => line.From), Is.Ordered, ledger.ToString());
            },
            iter: PropertyRuns.Of(20_000)
        );

    [Test]
    public void Proof_OfAnyHistory_SaysHowItStands() =>
        Ledgers.Sample(
            ledger =>
            {
                var reading = Read(ledger.Term, ledger.Regime, [.. ledger.Ledger]);
                var expected = reading.State switch
                {
                    ClockState.Finished => ProofReason.Finished,
                    ClockState.Stopped => ProofReason.Stopped,
                    ClockState.Withdrawn => ProofReason.Withdrawn,
                    _ => (ProofReason?)null,
                };

                Assert.That(
                    reading
                        .Proof.Where(line => line.Reason is ProofReason.Finished or ProofReason.Stopped or ProofReason.Withdrawn)
                        .Select(line => (ProofReason?)line.Reason),
                    Is.EqualTo(expected is null || reading.StatutoryDue is null ? [] : new[] { expected }),
                    ledger.ToString()
                );
                Assert.That(
                    reading.Proof.Count(line => line.Reason is ProofReason.StandsStill or ProofReason.StandsStillForSupplement),
                    Is.EqualTo(reading is { State: ClockState.Paused, StatutoryDue: not null } ? 1 : 0),
                    ledger.ToString()
                );
            },
            iter: PropertyRuns.Of(5_000)
        );

    [Test]
    public void Proof_OfAnyHistory_SaysEachStretchOnce() =>
        Ledgers.Sample(
            ledger =>
            {
                ProofReason[] notes =
                [
                    ProofReason.Refused,
                    ProofReason.MovesNothing,
                    ProofReason.Extended,
                    ProofReason.KeptDate,
                    ProofReason.CalendarAdopted,
                    ProofReason.Promised,
                    ProofReason.NotUsed,
                ];
                var stretches = Read(ledger.Term, ledger.Regime, [.. ledger.Ledger])
                    .Proof.Where(line => !line.IsWholeDays && !notes.Contains(line.Reason))
                    .ToList();

                // A term used up at closing time, before a wait of that evening, is due at the closing before the wait ends: no office time lies between.
                bool IsAtItsClosing(ProofLine due, ProofLine wait) =>
                    due.Reason == ProofReason.Due && Calendar.WorkingTimeBetween(due.From, wait.To) == Duration.Zero;

                Assert.That(
                    stretches.Zip(stretches.Skip(1)).Where(pair => pair.First.To > pair.Second.From && !IsAtItsClosing(pair.Second, pair.First)),
                    Is.Empty,
                    ledger.ToString()
                );
            },
            iter: PropertyRuns.Of(5_000)
        );

    // Met by the random histories once in some 20,000: the office closes, the term ends, and the clock is stopped, all at 17:00 of a Friday.
    [Test]
    public void Due_WhenAWaitBeginsInThatMoment_StandsBeforeIt()
    {
        var wait = (Event("2026-03-06 17:00", ClockEventKind.Pause), Event("2026-03-08 15:00", ClockEventKind.Resume));

        var proof = Read(new Term(4, TermUnit.WorkingDay), Restart, Accept("2026-03-02 13:45"), wait.Item1, wait.Item2).Proof;

        ProofReason[] ends = [ProofReason.Due, ProofReason.WaitingWithoutWorkingTime];
        Assert.That(proof.Select(line => line.Reason).Where(ends.Contains), Is.EqualTo(ends));
    }

    [Test]
    public void OutOfHours_EndsWhereTheClockIsStopped()
    {
        var proof = Read(Ten, Restart, Accept("2026-03-06 18:00"), Event("2026-03-06 18:30", ClockEventKind.SupplementAsked)).Proof;

        Assert.That(
            proof.Select(line => (line.Reason, line.From, line.To)),
            Is.EqualTo(
                new[]
                {
                    (ProofReason.ReceivedNextWorkingDay, At("2026-03-06 18:00"), At("2026-03-06 18:30")),
                    (ProofReason.StandsStillForSupplement, At("2026-03-06 18:30"), At("2026-03-06 18:30")),
                }
            )
        );
    }

    [TestCase(ClockEventKind.Stop)]
    [TestCase(null)]
    public void Supplement_IsAwaitedToItsLastDay_AndIsOverAfterIt(ClockEventKind? end)
    {
        var asked = Event("2026-03-04 10:00", ClockEventKind.SupplementAsked) with { To = Day("2026-03-31") };
        ClockEvent[] then = end is { } kind ? [asked, Event("2026-04-10 08:00", kind)] : [asked];

        var proof = Proof(Restart, "2026-04-10 08:00", then);

        var over = proof.Single(line => line.Reason == ProofReason.SupplementOver);
        var wait = proof.Single(line => line.Reason == ProofReason.WaitingForSupplement);
        Assert.That((wait.From, wait.To), Is.EqualTo((At("2026-03-04 10:00"), At("2026-04-01 00:00"))));
        Assert.That((over.From, over.To, over.Source), Is.EqualTo((At("2026-04-01 00:00"), At("2026-04-10 08:00"), "S-5")));
        Assert.That(proof.Select(line => line.Reason), Has.None.EqualTo(ProofReason.StandsStillForSupplement), "nothing will be counted anew");
    }

    [Test]
    public void Supplement_AskedAfterTheTerm_IsALineThatMovesNothing_AndNoSourceOfACountAnew()
    {
        var proof = Proof(
            Restart,
            "2026-04-10 08:00",
            Event("2026-04-01 10:00", ClockEventKind.SupplementAsked),
            Event("2026-04-08 10:00", ClockEventKind.SupplementReceived)
        );

        Assert.That(
            proof.Where(line => line.Reason == ProofReason.MovesNothing).Select(line => (line.From, line.Detail![..17])),
            Is.EqualTo(new[] { (At("2026-04-01 10:00"), "Yêu cầu bổ sung k"), (At("2026-04-08 10:00"), "Nhận bổ sung của ") })
        );
        Assert.That(proof.Select(line => line.Reason), Has.None.EqualTo(ProofReason.Refused));
        Assert.That(ProofLine.Sources(proof, Calendar).Select(source => source.Name), Has.None.EqualTo("S-1"));
    }

    [TestCase(ProofReason.StandsStillForFee, false)]
    [TestCase(ProofReason.WaitingForFee, true)]
    public void Fee_ThatIsAwaited_CitesNoRuleAboutSupplements(ProofReason expected, bool isPaid)
    {
        var pause = Event("2026-03-04 10:00", ClockEventKind.Pause) with { Ground = PauseGround.Fee };
        ClockEvent[] then = isPaid ? [pause, Event("2026-03-09 10:00", ClockEventKind.Resume)] : [pause];

        foreach (var term in new[] { Ten, new Term(40, TermUnit.WorkingHour), new Term(1, TermUnit.Month) })
        {
            var lines = Read(term, Restart, [Accept("2026-03-02 09:00"), .. then]).Proof.Where(line => line.Reason == expected).ToList();

            Assert.That(lines, Is.Not.Empty, term.ToString());
            Assert.That(lines.Select(line => line.Source), Is.All.Null, term.ToString());
        }
    }

    [TestCase("2026-03-02 09:00", null)]
    [TestCase("2026-03-02 18:00", "C7")]
    public void Received_CitesTheRuleOfClosedHoursOutsideThemAlone(string at, string? source) =>
        Assert.That(Read(Ten, Restart, Accept(at)).Proof[0].Source, Is.EqualTo(source));

    [Test]
    public void Apology_IsALineOfItsMoment_WithTheNewDate()
    {
        var apology = Event("2026-03-10 10:00", ClockEventKind.Apologise) with { Days = 5, Reason = "Cần thêm thời gian" };

        var line = Read(Ten, Restart, Accept("2026-03-02 09:00"), apology).Proof.Single(line => line.Reason == ProofReason.Promised);

        Assert.That((line.From, line.To), Is.EqualTo((apology.At, apology.At)));
        Assert.That(line.Detail, Does.Match(@"^\d\d:\d\d \d\d/\d\d/2026: Cần thêm thời gian$"));
    }

    [Test]
    public void Waiting_IsOneLineUpToNow_AndNoDayAfterItCounts()
    {
        var proof = Proof(Restart, "2026-03-20 09:00", Event("2026-03-04 10:00", ClockEventKind.SupplementAsked));

        Assert.That(proof.Where(line => line.Counted).Select(line => line.From.Date), Is.EqualTo(new[] { Day("2026-03-03"), Day("2026-03-04") }));
        Assert.That(proof[^1].Reason, Is.EqualTo(ProofReason.StandsStillForSupplement));
        Assert.That((proof[^1].From, proof[^1].To), Is.EqualTo((At("2026-03-04 10:00"), At("2026-03-20 09:00"))));
        Assert.That(proof.Select(line => line.Reason), Has.None.EqualTo(ProofReason.Due), "the date of before the request is none");
    }

    [TestCase(ClockEventKind.Stop, ProofReason.Stopped)]
    [TestCase(ClockEventKind.Withdraw, ProofReason.Withdrawn)]
    [TestCase(ClockEventKind.Void, ProofReason.Voided)]
    public void End_WithoutAResult_IsTheLastLine(ClockEventKind kind, ProofReason expected)
    {
        var running = Proof(Restart, null, Event("2026-03-04 10:00", kind));
        var waiting = Proof(Restart, null, Event("2026-03-04 10:00", ClockEventKind.SupplementAsked), Event("2026-04-10 08:00", kind));

        Assert.That((running[^1].Reason, running[^1].From), Is.EqualTo((expected, At("2026-03-04 10:00"))));
        Assert.That(running.Count(line => line.Counted), Is.EqualTo(2));
        Assert.That((waiting[^2].Reason, waiting[^2].To, waiting[^1].Reason), Is.EqualTo((ProofReason.WaitingForSupplement, At("2026-04-10 08:00"), expected)));
        Assert.That(waiting.Count(line => line.Counted), Is.EqualTo(2));
    }

    [TestCase(TermUnit.WorkingDay, 4)]
    [TestCase(TermUnit.WorkingHour, 4)]
    [TestCase(TermUnit.CalendarDay, 4)]
    [TestCase(TermUnit.Month, 1)]
    public void Result_InTime_LeavesTheRestOfTheTermUnused(TermUnit unit, int amount)
    {
        var reading = Read(new Term(amount, unit), Restart, Accept("2026-03-02 13:30"), Event("2026-03-02 15:00", ClockEventKind.Finish));

        Assert.That(reading.Proof.Where(line => line.Counted).Sum(line => line.Used?.TotalMinutes ?? 0), Is.EqualTo(unit == TermUnit.WorkingHour ? 90 : 0));
        var unused = reading.Proof.Where(line => line.Reason == ProofReason.NotUsed).ToList();
        Assert.That(unused, Is.Not.Empty);
        Assert.That(unused.Select(line => line.Running), Is.All.Null, "what does not count has no number in the term");
        Assert.That(reading.Proof[^1].From, Is.EqualTo(reading.StatutoryDue), "the due date stands with its derivation");
    }

    [Test]
    public void Months_AreCountedAroundAWait()
    {
        var proof = Read(
            new Term(1, TermUnit.Month),
            Pause,
            Accept("2026-03-02 09:00"),
            Event("2026-03-10 10:00", ClockEventKind.Pause),
            Event("2026-03-20 10:00", ClockEventKind.Resume)
        ).Proof;

        Assert.That(
            proof.Where(line => line.Counted).Select(line => (line.From.Date, line.LastDay)),
            Is.EqualTo(new[] { (Day("2026-03-03"), Day("2026-03-10")), (Day("2026-03-21"), Day("2026-04-12")) })
        );
    }

    private static IReadOnlyList<ProofLine> Proof(ClockRegime regime, string? now, params ClockEvent[] then) =>
        DeadlineClock.Read(Ten, regime, Calendar, [Accept("2026-03-02 09:00"), .. then], now is null ? null : At(now)).Proof;

    /// <summary>The day that stops the clock is used and the day it goes on is not; a wait without office time is none.</summary>
    private static bool LiesIn(ProofLine line, LocalDateTime from, LocalDateTime to) =>
        line.IsWholeDays ? line.LastDay > from.Date && line.From.Date <= to.Date : line.From < to && line.To > from;

    private static (List<(LocalDateTime From, LocalDateTime To)> Waits, LocalDateTime? End) Stretches(RandomLedger ledger)
    {
        var refused = Read(ledger.Term, ledger.Regime, [.. ledger.Ledger]).Refusals.Select(refusal => (refusal.At, refusal.Kind)).ToHashSet();
        var waits = new List<(LocalDateTime From, LocalDateTime To)>();
        var isAccepted = false;
        LocalDateTime? from = null,
            end = null;
        foreach (var e in ledger.Ledger.OrderBy(e => e.At).Where(e => !refused.Contains((e.At, e.Kind))))
        {
            isAccepted |= e.Kind == ClockEventKind.Accept;
            if (isAccepted && e.Kind is ClockEventKind.SupplementAsked or ClockEventKind.Pause)
                from = e.At;
            if (from is { } began && e.Kind is ClockEventKind.SupplementReceived or ClockEventKind.Resume)
            {
                waits.Add((began, e.At));
                from = null;
            }

            if (e.Kind is ClockEventKind.Stop or ClockEventKind.Finish or ClockEventKind.Withdraw)
                end = e.At;
        }

        if (from is { } open)
            waits.Add((open, LocalDateTime.MaxIsoValue.Date.PlusDays(-2).AtMidnight()));
        return ([.. waits.Where(wait => wait.To.Year > 9000 || Calendar.WorkingTimeBetween(wait.From, wait.To) > Duration.Zero)], end);
    }
}
