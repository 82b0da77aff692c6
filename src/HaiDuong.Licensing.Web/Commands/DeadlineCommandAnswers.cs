using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.OneStop.Workflows;
using NodaTime;

namespace HaiDuong.Licensing.Web.Commands;

/// <summary>Answers the questions of the <c>deadline</c> command with the calendars and regimes of <c>workflows/</c>.</summary>
public sealed class DeadlineCommandAnswers(IReadOnlyDictionary<string, WorkingCalendar> calendars, IReadOnlyList<ClockRegime> regimes)
{
    private readonly Dictionary<(string Name, string? Unit, LocalDate? KnownOn, string DaysOff), WorkingCalendar> made = [];

    public static DeadlineCommandAnswers From(WorkflowsFolder folder) =>
        new(CalendarFiles.Load(folder).ToDictionary(data => data.Name, data => new WorkingCalendar(data), StringComparer.Ordinal), RegimeFiles.Load(folder));

    /// <exception cref="DeadlineInputException">The question names something unknown or leaves the calendar's reach.</exception>
    internal ClockReading Answer(DeadlineCommandInput input)
    {
        try
        {
            var ledger = input.Ledger();
            return DeadlineClock.Read(input.Term.ToTerm(), Regime(input, ledger), Calendar(input), ledger, input.Present(), input.Published?.ToTerm());
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or OverflowException or ArgumentOutOfRangeException)
        {
            throw new DeadlineInputException(DeadlineCommandTexts.Get("OutOfCalendar"), wrong);
        }
    }

    private ClockRegime Regime(DeadlineCommandInput input, IReadOnlyList<ClockEvent> ledger)
    {
        if (input.Regime is { } name)
            return regimes.FirstOrDefault(regime => regime.Name == name)
                ?? throw new DeadlineInputException("NotACode", name, string.Join(", ", regimes.Select(regime => regime.Name)));
        var accepted = ledger.Where(e => e.Kind == ClockEventKind.Accept).Select(e => (LocalDate?)e.At.Date).Min() ?? LocalDate.MaxIsoValue;
        return regimes.FirstOrDefault(regime => regime.IsInForceOn(accepted)) ?? throw new DeadlineInputException("NoRegime", $"{accepted:uuuu-MM-dd}");
    }

    private WorkingCalendar Calendar(DeadlineCommandInput input)
    {
        if (!calendars.TryGetValue(input.Calendar, out var calendar))
            throw new DeadlineInputException("NotACode", input.Calendar, string.Join(", ", calendars.Keys));
        var daysOff = input.DaysOff();
        var key = (input.Calendar, input.Unit, input.KnownOn(), string.Join(' ', daysOff.Select(day => $"{day:uuuuMMdd}")));
        if (made.TryGetValue(key, out var ready))
            return ready;
        if (input.Unit is { } unit)
            calendar = calendar.ForUnit(unit);
        if (input.KnownOn() is { } knownOn)
            calendar = calendar.AsKnownOn(knownOn);
        if (daysOff.Count > 0)
            calendar = calendar.WithDaysOff(daysOff, "extraHolidays");
        return made[key] = calendar;
    }
}
