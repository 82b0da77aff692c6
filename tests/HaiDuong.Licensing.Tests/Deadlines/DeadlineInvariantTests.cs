using CsCheck;
using HaiDuong.Licensing.Domain.Deadlines;
using NodaTime;
using NUnit.Framework;
using static HaiDuong.Licensing.Tests.Deadlines.Given;

namespace HaiDuong.Licensing.Tests.Deadlines;

/// <summary>The ten invariants of the clock as properties over random terms, moments and waits.</summary>
internal sealed class DeadlineInvariantTests
{
    private static readonly int Runs = PropertyRuns.Of(2_000);

    private static readonly Gen<RandomLedger> Ledgers = Gen.Int.Select(RandomLedger.Of);

    // A moment of 2019–2026 inside office hours of a working day, so that it stands for itself.
    private static readonly Gen<LocalDateTime> Moments = Gen.Select(Gen.Int[0, 2900], Gen.Int[0, 479], (day, minute) =>
        Calendar.AddWorkingTime(Day("2019-01-02").PlusDays(day).AtMidnight(), Duration.FromMinutes(minute + 1))
    );

    private static readonly Gen<Term> Terms = Gen.OneOf(
        Gen.Int[1, 30].Select(value => new Term(value, TermUnit.WorkingDay)),
        Gen.Int[1, 60].Select(value => new Term(value, TermUnit.CalendarDay)),
        Gen.Int[1, 60].Select(value => new Term(value, TermUnit.WorkingHour)),
        Gen.Int[1, 4].Select(value => new Term(value, TermUnit.Month)),
        Gen.Int[1, 96].Select(value => new Term(value, TermUnit.ClockHour))
    );

    private static readonly Gen<ClockRegime> Rules = Gen.Int[0, 2].Select(which => new[] { Restart, Pause, Hours }[which]);

    [Test]
    public void I1_SameLedger_GivesTheSameReading() =>
        Ledgers.Sample(
            ledger =>
            {
                var (one, two) = (Read(ledger.Term, ledger.Regime, [.. ledger.Ledger]), Read(ledger.Term, ledger.Regime, [.. ledger.Ledger]));

                Assert.That(two.Proof, Is.EqualTo(one.Proof));
                Assert.That(two.Refusals, Is.EqualTo(one.Refusals));
                Assert.That((two.StatutoryDue, two.PromisedDue, two.State, two.Class), Is.EqualTo((one.StatutoryDue, one.PromisedDue, one.State, one.Class)));
            },
            iter: Runs
        );

    [Test]
    public void I2_WaitWithoutWorkingTime_ChangesNothing() =>
        Gen.Select(Terms, Rules, Moments, Gen.Int[0, 8])
            .Sample(
                (term, regime, accepted, day) =>
                {
                    var evening = Calendar.Closing(Calendar.PlusWorkingDays(accepted.Date, day));
                    var morning = Calendar.Opening(Calendar.PlusWorkingDays(accepted.Date, day + 1));
                    var (pause, resume) = term.Unit == TermUnit.ClockHour ? (evening, evening) : (evening, morning);

                    Assert.That(Waited(term, regime, accepted, pause, resume).StatutoryDue, Is.EqualTo(Unwaited(term, regime, accepted).StatutoryDue));
                },
                iter: Runs
            );

    [Test]
    public void I3_Extensions_GiveTheSameInAnyOrder() =>
        Gen.Select(Terms, Rules, Moments, Gen.Int[1, 9], Gen.Int[1, 9])
            .Sample(
                (term, regime, accepted, one, two) =>
                {
                    LocalDateTime? Due(int first, int second) =>
                        Read(term, regime, new(accepted, ClockEventKind.Accept), Extend(accepted, first), Extend(accepted.PlusMinutes(1), second)).StatutoryDue;

                    Assert.That(Due(one, two), Is.EqualTo(Due(two, one)));
                },
                iter: Runs
            );

    [Test]
    public void I4_LongerWaiting_NeverGivesAnEarlierDate() =>
        Gen.Select(Terms, Rules, Moments, Gen.Int[0, 6000], Gen.Int[0, 20_000], Gen.Int[0, 5000])
            .Sample(
                (term, regime, accepted, runs, waits, more) =>
                {
                    var pause = accepted.PlusMinutes(runs);
                    foreach (
                        var (asks, answers) in new[]
                        {
                            (ClockEventKind.Pause, ClockEventKind.Resume),
                            (ClockEventKind.SupplementAsked, ClockEventKind.SupplementReceived),
                        }
                    )
                    {
                        LocalDateTime Due(int minutes) =>
                            Read(
                                term,
                                regime,
                                new(accepted, ClockEventKind.Accept),
                                new(pause, asks),
                                new(pause.PlusMinutes(minutes), answers)
                            ).StatutoryDue!.Value;

                        Assert.That(Due(waits + more), Is.GreaterThanOrEqualTo(Due(waits)));
                        Assert.That(Due(waits), Is.GreaterThanOrEqualTo(Unwaited(term, regime, accepted).StatutoryDue!.Value));
                    }
                },
                iter: Runs
            );

    [Test]
    public void I5_DueDates_LieInOfficeTime() =>
        Ledgers
            .Where(ledger => ledger.Unit != TermUnit.ClockHour)
            .Sample(
                ledger =>
                {
                    var reading = Read(ledger.Term, ledger.Regime, [.. ledger.Ledger]);

                    foreach (var due in new[] { reading.StatutoryDue, reading.PromisedDue, reading.IfPaused, reading.IfRestarted }.OfType<LocalDateTime>())
                        Assert.That(Calendar.IsWorkingTime(due), $"{due}");
                },
                iter: Runs
            );

    [Test]
    public void I6_RunningTime_AddsUpToTheTerm() =>
        Gen.Select(Terms.Where(term => term.Unit != TermUnit.Month), Rules, Moments, Gen.Int[0, 4000], Gen.Int[0, 9000])
            .Sample(
                (term, regime, accepted, runs, waits) =>
                {
                    var reading = Waited(term, regime, accepted, accepted.PlusMinutes(runs), accepted.PlusMinutes(runs + waits));
                    var counted = reading.Proof.Where(line => line.Counted).ToList();

                    if (counted.Any(line => line.Used is not null))
                    {
                        var used = counted.Aggregate(Duration.Zero, (sum, line) => sum + line.Used!.Value);
                        Assert.That(used, Is.EqualTo(Duration.FromHours(term.Unit == TermUnit.WorkingDay ? term.Value * 8 : term.Value)));
                    }
                    else
                    {
                        Assert.That(counted, Has.Count.EqualTo(term.Value));
                        Assert.That(counted[^1].Running, Is.EqualTo(term.Value));
                    }
                },
                iter: Runs
            );

    [Test]
    public void I7_Late_IsMoreThanTheTermConsumed() =>
        Gen.Select(Gen.Int[1, 60], Moments, Gen.Int[0, 9000])
            .Sample(
                (hours, accepted, minutes) =>
                {
                    var now = Calendar.AddWorkingTime(accepted, Duration.FromMinutes(minutes + 1));

                    var reading = DeadlineClock.Read(new Term(hours, TermUnit.WorkingHour), Pause, Calendar, [new(accepted, ClockEventKind.Accept)], now);

                    Assert.That(reading.Class == FinishClass.Overdue, Is.EqualTo(reading.NetHandling > Duration.FromHours(hours)));
                },
                iter: Runs
            );

    [Test]
    public void I8_HolidayInsideTheRun_MovesTheDateByItsWorkingLength() =>
        Gen.Select(Gen.Int[2, 30], Gen.Bool, Moments, Gen.Int[0, 30])
            .Sample(
                (days, byHours, accepted, which) =>
                {
                    var (term, regime) = byHours ? (new Term(days * 8, TermUnit.WorkingHour), Pause) : (new Term(days, TermUnit.WorkingDay), Pause);
                    var holiday = Calendar.PlusWorkingDays(accepted.Date, 1 + (which % (days - 1)));
                    var calendar = Calendar.WithDaysOff([holiday], "test");

                    var before = Unwaited(term, regime, accepted).StatutoryDue!.Value;
                    var after = DeadlineClock.Read(term, regime, calendar, [new(accepted, ClockEventKind.Accept)]).StatutoryDue!.Value;

                    Assert.That(calendar.WorkingTimeBetween(before, after), Is.EqualTo(Duration.FromHours(8)));
                },
                iter: PropertyRuns.Of(300)
            );

    [Test]
    public void I9_Apology_LeavesTheStatutoryDate() =>
        Ledgers.Sample(
            ledger =>
            {
                var without = ledger.Ledger.Where(e => e.Kind != ClockEventKind.Apologise).ToArray();

                Assert.That(
                    Read(ledger.Term, ledger.Regime, [.. ledger.Ledger]).StatutoryDue,
                    Is.EqualTo(Read(ledger.Term, ledger.Regime, without).StatutoryDue)
                );
            },
            iter: Runs
        );

    [Test]
    public void I10_SlipOfAnyMoment_QuotesTheDateOfTheLedgerAtThatMoment() =>
        Ledgers.Sample(
            ledger =>
            {
                var events = ledger.Ledger;
                foreach (var round in Read(ledger.Term, ledger.Regime, [.. events]).Supplements)
                {
                    var asked = Enumerable
                        .Range(0, events.Count)
                        .First(i => events[i].At == round.AskedAt && Upto(i + 1).Supplements is [.., { ReceivedAt: null }]);

                    Assert.That(round.DueBefore, Is.EqualTo(Upto(asked).PromisedDue), "the request quotes the date before it");
                    if (
                        Enumerable.Range(asked, events.Count - asked).FirstOrDefault(i => Upto(i + 1).State != ClockState.Paused, -1) is >= 0 and var answered
                        && round.DueAfter is not null
                    )
                        Assert.That(round.DueAfter, Is.EqualTo(Upto(answered + 1).PromisedDue), "the new receipt quotes the date after it");
                }

                ClockReading Upto(int count) => Read(ledger.Term, ledger.Regime, [.. events.Take(count)]);
            },
            iter: Runs
        );

    private static ClockReading Unwaited(Term term, ClockRegime regime, LocalDateTime accepted) =>
        Read(term, regime, new ClockEvent(accepted, ClockEventKind.Accept));

    private static ClockReading Waited(Term term, ClockRegime regime, LocalDateTime accepted, LocalDateTime from, LocalDateTime to) =>
        Read(term, regime, new(accepted, ClockEventKind.Accept), new(from, ClockEventKind.Pause), new(to, ClockEventKind.Resume));

    private static ClockEvent Extend(LocalDateTime at, int days) => new(at, ClockEventKind.Extend) { Days = days };
}
