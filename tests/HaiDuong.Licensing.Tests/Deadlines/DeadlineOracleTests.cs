using CsCheck;
using HaiDuong.Licensing.Domain.Deadlines;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Deadlines;

/// <summary>The engine and the slow second reading of the rule book agree on every ledger.</summary>
internal sealed class DeadlineOracleTests
{
    private static readonly BruteForceCalendar Minutes = new(Path.Combine(Given.Folder.Calendars, "vietnam.json"));

    [Test]
    public void Engine_On100000FixedLedgers_AgreesWithTheMinuteByMinuteReading()
    {
        Parallel.For(1, 1 + PropertyRuns.Of(100_000), seed => Agree(RandomLedger.Of(seed)));
    }

    [Test]
    public void Engine_OnFreshLedgers_AgreesWithTheMinuteByMinuteReading() => Gen.Int.Select(RandomLedger.Of).Sample(Agree, iter: PropertyRuns.Of(20_000));

    [TestCase("2019-06-01", "2019-09-03 2019-10-10 2020-01-22")]
    [TestCase("2021-12-15", "2022-01-04 2022-03-01")]
    [TestCase("2024-04-11", "2024-05-02 2024-04-28 2024-05-04")]
    [TestCase("2025-12-24", "2026-01-05 2026-11-24")]
    public void Engine_WithHolidaysKnownOnADayAndFurtherDaysOff_AgreesWithTheMinuteByMinuteReading(string knownOn, string daysOff)
    {
        var off = daysOff.Split(' ').Select(Given.Day).ToList();
        var calendar = Given.Calendar.AsKnownOn(Given.Day(knownOn)).WithDaysOff(off, "test");
        var minutes = new BruteForceCalendar(
            Path.Combine(Given.Folder.Calendars, "vietnam.json"),
            knownOn,
            off.Select(day => new DateOnly(day.Year, day.Month, day.Day))
        );

        Parallel.For(1, 1 + PropertyRuns.Of(3_000), seed => Agree(RandomLedger.Of(seed * 7), calendar, minutes));
    }

    [Test]
    public void Ledgers_ReachEveryStateAndRefusal()
    {
        var answers = Enumerable.Range(1, 20_000).Select(seed => Slow(RandomLedger.Of(seed))).ToList();

        // What was taken in by mistake has no date that could be counted a second time.
        Assert.That(
            answers.Select(answer => answer.State).Distinct(),
            Is.EquivalentTo(Enum.GetValues<ClockState>().Where(state => state != ClockState.Voided).Select(DeadlineTexts.CodeOf))
        );
        Assert.That(
            answers.SelectMany(answer => answer.Refusals.Split(' ')).Where(code => code.Length > 0).Distinct(),
            Is.EquivalentTo(Enum.GetValues<ClockRefusalReason>().Select(DeadlineTexts.CodeOf))
        );
        Assert.That(answers.Count(answer => answer.Restarted != answer.Paused), Is.GreaterThan(1_000));
    }

    private static void Agree(RandomLedger ledger) => Agree(ledger, Given.Calendar, Minutes);

    private static void Agree(RandomLedger ledger, WorkingCalendar calendar, BruteForceCalendar minutes)
    {
        var reading = DeadlineClock.Read(ledger.Term, ledger.Regime, calendar, ledger.Ledger);
        var fast = new BruteAnswer(
            RandomLedger.Minute(reading.StatutoryDue),
            RandomLedger.Minute(reading.PromisedDue),
            RandomLedger.Minute(reading.IfRestarted),
            RandomLedger.Minute(reading.IfPaused),
            DeadlineTexts.CodeOf(reading.State),
            reading.Class is { } kind ? DeadlineTexts.CodeOf(kind) : null,
            string.Join(' ', reading.Refusals.Select(refusal => refusal.Code))
        );
        var slow = Slow(ledger, minutes);

        if (fast != slow)
            Assert.Fail($"{ledger}\nengine {Shown(fast)}\nslowly {Shown(slow)}");
    }

    private static BruteAnswer Slow(RandomLedger ledger, BruteForceCalendar? minutes = null) =>
        new BruteForceClock(minutes ?? Minutes, ledger.Unit, ledger.Value, ledger.Restarts, ledger.KeepsHour).Answer(ledger.Events);

    private static string Shown(BruteAnswer answer) =>
        $"{Shown(answer.Statutory)} {Shown(answer.Promised)} {Shown(answer.Restarted)} {Shown(answer.Paused)} {answer.State} {answer.Class} [{answer.Refusals}]";

    private static string Shown(int? minute) => minute is { } at ? $"{RandomLedger.Moment(at):uuuu-MM-dd HH:mm}" : "-";
}
