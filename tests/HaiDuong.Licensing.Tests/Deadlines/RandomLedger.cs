using HaiDuong.Licensing.Domain.Deadlines;
using NodaTime;
using static HaiDuong.Licensing.Tests.Deadlines.BruteForceCalendar;

namespace HaiDuong.Licensing.Tests.Deadlines;

/// <summary>A term, conventions and a ledger made from a number: the same number gives the same ledger.</summary>
internal sealed record RandomLedger(TermUnit Unit, int Value, bool Restarts, bool KeepsHour, IReadOnlyList<BruteEvent> Events)
{
    private static readonly LocalDateTime Zero = new(2018, 1, 1, 0, 0);

    private static readonly ClockEventKind[] Kinds =
    [
        ClockEventKind.SupplementAsked,
        ClockEventKind.SupplementAsked,
        ClockEventKind.SupplementReceived,
        ClockEventKind.SupplementReceived,
        ClockEventKind.Pause,
        ClockEventKind.Pause,
        ClockEventKind.Resume,
        ClockEventKind.Resume,
        ClockEventKind.Resume,
        ClockEventKind.Extend,
        ClockEventKind.Apologise,
        ClockEventKind.Accept,
    ];

    private static readonly ClockEventKind[] Ends =
    [
        ClockEventKind.Finish,
        ClockEventKind.Finish,
        ClockEventKind.Finish,
        ClockEventKind.Withdraw,
        ClockEventKind.Stop,
    ];

    public static RandomLedger Of(int seed)
    {
        var random = new Random(seed);
        var (unit, most) = random.Next(20) switch
        {
            < 9 => (TermUnit.WorkingDay, 30),
            < 13 => (TermUnit.CalendarDay, 60),
            < 15 => (TermUnit.Month, 4),
            < 18 => (TermUnit.WorkingHour, 48),
            _ => (TermUnit.ClockHour, 96),
        };
        var at = (random.Next(Day(new DateOnly(2019, 1, 1)), Day(new DateOnly(2027, 7, 1))) * DayLength) + TimeOfDay(random);
        var events = new List<BruteEvent>();
        if (random.Next(30) == 0)
            events.Add(new BruteEvent(at - random.Next(2000), Kinds[random.Next(Kinds.Length)], Days: 1));
        if (random.Next(50) > 0)
            events.Add(new BruteEvent(at, ClockEventKind.Accept));
        for (var left = random.Next(8); left > 0; left--)
            events.Add(Next(random, at = Later(random, at)));
        if (random.Next(5) > 1)
            events.Add(new BruteEvent(at = Later(random, at), Ends[random.Next(Ends.Length)]));
        if (random.Next(20) == 0)
            events.Add(Next(random, Later(random, at)));
        return new RandomLedger(unit, 1 + random.Next(most), random.Next(2) == 0, random.Next(4) == 0, events);
    }

    public Term Term => new(Value, Unit);

    public ClockRegime Regime =>
        Given.Restart with
        {
            SupplementRule = Restarts ? SupplementRule.Restart : SupplementRule.Pause,
            DayCounting = KeepsHour ? DayCounting.KeepsTheHour : DayCounting.EndOfLastDay,
        };

    public IReadOnlyList<ClockEvent> Ledger =>
        [.. Events.Select(e => new ClockEvent(Moment(e.At), e.Kind) { To = e.To is { } to ? Zero.Date.PlusDays(to) : null, Days = e.Days })];

    public static LocalDateTime Moment(int minute) => Zero.PlusMinutes(minute);

    public static int? Minute(LocalDateTime? at) => at is { } moment ? (int)Period.Between(Zero, moment, PeriodUnits.Minutes).Minutes : null;

    public override string ToString() =>
        $"{Value} {Unit}, restarts {Restarts}, keeps the hour {KeepsHour}: "
        + string.Join("; ", Ledger.Select(e => $"{e.At:uuuu-MM-dd ddd HH:mm} {e.Kind} {e.To:uuuu-MM-dd} {e.Days}"));

    private static BruteEvent Next(Random random, int at)
    {
        var kind = Kinds[random.Next(Kinds.Length)];
        var way = kind is ClockEventKind.Extend or ClockEventKind.Apologise ? random.Next(9) : 8;
        return new BruteEvent(at, kind, way < 4 || way == 7 ? (at / DayLength) + random.Next(-2, 30) : null, way is >= 3 and < 7 ? 1 + random.Next(8) : null);
    }

    private static int Later(Random random, int at) =>
        random.Next(7) switch
        {
            0 => at,
            1 => at + random.Next(90),
            2 => at + random.Next(900),
            3 => ((at / DayLength) + 1) * DayLength + TimeOfDay(random),
            _ => ((at / DayLength) + 1 + random.Next(12)) * DayLength + TimeOfDay(random),
        };

    private static int TimeOfDay(Random random) =>
        random.Next(12) switch
        {
            0 => 450,
            1 => 1020,
            2 => random.Next(DayLength),
            _ => random.Next(450, 1021),
        };
}
