using System.Runtime.CompilerServices;
using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.OneStop.Workflows;
using NodaTime;
using NodaTime.Text;

namespace HaiDuong.Licensing.Tests.Deadlines;

/// <summary>The calendar and the regimes of the repository, and short ways to write moments and ledgers.</summary>
internal static class Given
{
    private static readonly LocalDateTimePattern Minute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");

    public static WorkflowsFolder Folder { get; } = new(Path.GetFullPath(Path.Combine(Here(), "../../../workflows")));

    public static WorkingCalendar Calendar { get; } = new(CalendarFiles.Load(Folder).Single(data => data.Name == "vietnam"));

    public static IReadOnlyList<ClockRegime> Regimes { get; } = RegimeFiles.Load(Folder);

    /// <summary>Nghị định 118/2025: supplements restart the term.</summary>
    public static ClockRegime Restart { get; } = Regimes.Single(regime => regime.Name == "nd118-2025");

    public static ClockRegime Pause { get; } = Restart with { SupplementRule = SupplementRule.Pause };

    /// <summary>Convention C4: due after n times eight working hours.</summary>
    public static ClockRegime Hours { get; } = Pause with { DayCounting = DayCounting.KeepsTheHour };

    public static LocalDateTime At(string text) => Minute.Parse(text).Value;

    public static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;

    public static ClockEvent Event(string at, ClockEventKind kind) => new(At(at), kind);

    public static ClockEvent Accept(string at) => Event(at, ClockEventKind.Accept);

    public static ClockReading Read(Term term, ClockRegime regime, params ClockEvent[] ledger) => DeadlineClock.Read(term, regime, Calendar, ledger);

    public static LocalDateTime? Due(int value, TermUnit unit, string accepted, ClockRegime? regime = null) =>
        Read(new Term(value, unit), regime ?? Restart, Accept(accepted)).StatutoryDue;

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
