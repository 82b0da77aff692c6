using System.Collections.Concurrent;
using HaiDuong.Licensing.Domain.Deadlines;

namespace HaiDuong.Licensing.OneStop.Workflows;

/// <summary>
/// The working calendar as it now stands: the file, and on top of it what administrators have announced since. Old versions stay readable in it.
/// </summary>
public sealed class OfficeCalendar(CalendarData file)
{
    private volatile Version current = new(0, file);

    /// <summary>The calendar of the whole office.</summary>
    public WorkingCalendar Whole => current.Whole;

    /// <summary>How many announcements are in it; 0 is the file alone.</summary>
    public int Announced => current.Announced;

    public CalendarData Data => current.Data;

    /// <summary>The calendar of a unit, with what holds for it alone.</summary>
    public WorkingCalendar Of(string unit) => current.Of(unit);

    /// <summary>The calendar of a dossier that passed from unit to unit: what holds for any of them alone.</summary>
    public WorkingCalendar Of(IReadOnlyList<string> line) => line.Count == 1 ? current.Of(line[0]) : current.Of(line);

    /// <summary>Takes all announcements, oldest first, in place of those taken before.</summary>
    public void Take(IReadOnlyList<CalendarAnnouncement> announcements) =>
        current = new Version(
            announcements.Count,
            file.With(announcements.SelectMany(announcement => announcement.Hours), announcements.SelectMany(announcement => announcement.Days))
        );

    /// <summary>The calendar as it would be with a further announcement; nothing is published by it.</summary>
    public OfficeCalendar Trying(CalendarAnnouncement next) => new(current.Data.With(next.Hours, next.Days));

    private sealed class Version(int announced, CalendarData data)
    {
        private readonly ConcurrentDictionary<string, WorkingCalendar> units = new(StringComparer.Ordinal);

        public int Announced => announced;

        public CalendarData Data => data;

        public WorkingCalendar Whole { get; } = new(data);

        // Most units have nothing of their own and share one table.
        public WorkingCalendar Of(string unit) =>
            data.Entries.Any(entry => entry.Unit == unit) || data.Hours.Any(hours => hours.Unit == unit) ? units.GetOrAdd(unit, Whole.ForUnit) : Whole;

        public WorkingCalendar Of(IReadOnlyList<string> line)
        {
            string? InLine(string? unit) => unit is not null && line.Contains(unit) ? line[^1] : unit;
            return data.Entries.Any(entry => InLine(entry.Unit) == line[^1]) || data.Hours.Any(hours => InLine(hours.Unit) == line[^1])
                ? units.GetOrAdd(string.Join('>', line), _ =>
                    new WorkingCalendar(
                        data with
                        {
                            Entries = [.. data.Entries.Select(entry => entry with { Unit = InLine(entry.Unit) })],
                            Hours = [.. data.Hours.Select(hours => hours with { Unit = InLine(hours.Unit) })],
                        }
                    ).ForUnit(line[^1])
                )
                : Whole;
        }
    }
}
