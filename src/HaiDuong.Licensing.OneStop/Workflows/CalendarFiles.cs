using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Deadlines;
using NodaTime.Text;

namespace HaiDuong.Licensing.OneStop.Workflows;

/// <summary>Reads the working calendars of <c>workflows/calendars/</c>: dated holidays, swapped days, make-up Saturdays and office hours.</summary>
public static class CalendarFiles
{
    private const string HourFormat = "HH:mm";
    private static readonly LocalTimePattern Hour = LocalTimePattern.CreateWithInvariantCulture(HourFormat);
    private static readonly AnnualDatePattern DayOfYear = AnnualDatePattern.Iso;

    /// <summary>Every calendar, with all that is known.</summary>
    /// <exception cref="WorkflowFilesException">A file is wrong; it lists every problem with file and line.</exception>
    public static IReadOnlyList<CalendarData> Load(WorkflowsFolder folder)
    {
        var problems = new List<WorkflowProblem>();
        var calendars = Read(folder, problems);
        return problems.Count == 0 ? calendars : throw new WorkflowFilesException(problems);
    }

    /// <summary>The data of every calendar file; what is wrong is added to the problems.</summary>
    public static IReadOnlyList<CalendarData> Read(WorkflowsFolder folder, List<WorkflowProblem> problems) =>
        [.. Files(folder, problems).Select(file => Data(file.File))];

    /// <summary>Every fact of the calendars that a lawyer confirms.</summary>
    public static IReadOnlyList<Fact> Facts(WorkflowsFolder folder, List<WorkflowProblem> problems) =>
        [.. Files(folder, problems).SelectMany(file => FactsOf(file.Shown, file.File))];

    /// <summary>Where the source keys of the calendars point to, each with what was noted about it.</summary>
    public static IReadOnlyDictionary<string, string> Sources(WorkflowsFolder folder, List<WorkflowProblem> problems) =>
        Files(folder, problems)
            .SelectMany(file =>
                file.File.Sources.Select(source =>
                    (source.Key, Text: file.File.SourceNotes.TryGetValue(source.Key, out var note) ? $"{source.Value} ({note})" : source.Value)
                )
            )
            .DistinctBy(source => source.Key)
            .ToDictionary(source => source.Key, source => source.Text, StringComparer.Ordinal);

    private static List<(string Shown, CalendarFile File)> Files(WorkflowsFolder folder, List<WorkflowProblem> problems) =>
        StrictJson.ReadFolder<CalendarFile>(folder, folder.Calendars, Check, problems);

    private static IEnumerable<(string At, string Code, object[] Args)> Check(CalendarFile file, string name)
    {
        if (file.Name != name)
            yield return ("name", "NameNotFile", [file.Name, name]);
        if (file.CoversTo < file.CoversFrom)
            yield return ("coversTo", "DatesReversed", []);
        foreach (var problem in ProcedureFileRules.Filled(("hours", file.Hours.Count)))
            yield return problem;
        for (var i = 0; i < file.Hours.Count; i++)
        {
            var hours = file.Hours[i];
            if (SessionsOf(hours.Sessions) is null)
                yield return ($"hours[{i}].sessions", "SessionsWrong", [string.Join(", ", hours.Sessions)]);
            if (hours.SeasonFrom is null != hours.SeasonTo is null || !IsDayOfYear(hours.SeasonFrom) || !IsDayOfYear(hours.SeasonTo))
                yield return ($"hours[{i}].seasonFrom", "SeasonWrong", []);
            if (Unknown(file, hours.Source) is { } key)
                yield return ($"hours[{i}].source", "SourceUnknown", [key]);
        }

        foreach (var key in file.SourceNotes.Keys.Where(key => !file.Sources.ContainsKey(key)))
            yield return ($"sourceNotes.{key}", "SourceUnknown", [key]);
        for (var i = 0; i < file.Days.Count; i++)
        {
            var day = file.Days[i];
            if (day.Sessions is { } sessions && SessionsOf(sessions) is null)
                yield return ($"days[{i}].sessions", "SessionsWrong", [string.Join(", ", sessions)]);
            if (Unknown(file, day.Source) is { } key)
                yield return ($"days[{i}].source", "SourceUnknown", [key]);
        }
    }

    private static string? Unknown(CalendarFile file, string source) => source.Split(", ").FirstOrDefault(key => !file.Sources.ContainsKey(key));

    private static bool IsDayOfYear(string? text) => text is null || DayOfYear.Parse(text).Success;

    /// <summary>Sessions such as <c>07:30-12:00</c>, in order; null when there are none or one cannot be read.</summary>
    public static IReadOnlyList<WorkingInterval>? SessionsOf(IReadOnlyList<string> texts)
    {
        var sessions = new List<WorkingInterval>();
        foreach (var text in texts)
        {
            if (
                text.Split('-', StringSplitOptions.TrimEntries) is not [var from, var to]
                || !Hour.Parse(from).TryGetValue(default, out var start)
                || !Hour.Parse(to).TryGetValue(default, out var end)
            )
                return null;
            if (end <= start || (sessions.Count > 0 && start < sessions[^1].End))
                return null;
            sessions.Add(new WorkingInterval(start, end));
        }

        return sessions.Count > 0 ? sessions : null;
    }

    private static CalendarData Data(CalendarFile file) =>
        new(
            file.Name,
            file.CoversFrom,
            file.CoversTo,
            [
                .. file.Hours.Select(hours => new OfficeHours(hours.From, hours.To, hours.Weekdays, SessionsOf(hours.Sessions)!, hours.KnownOn, hours.Source)
                {
                    Season = hours.SeasonFrom is null
                        ? null
                        : new YearlySeason(DayOfYear.Parse(hours.SeasonFrom).Value, DayOfYear.Parse(hours.SeasonTo!).Value),
                    Unit = hours.Unit,
                    Verified = hours.Verified,
                }),
            ],
            [
                .. file.Days.Select(day => new CalendarEntry(day.Date, day.Kind, day.Name, day.KnownOn, day.Source)
                {
                    Status = day.Status,
                    Replaces = day.Replaces,
                    Unit = day.Unit,
                    Sessions = day.Sessions is { } sessions ? SessionsOf(sessions) : null,
                    Verified = day.Verified,
                    Note = day.Note,
                }),
            ]
        )
        {
            Sources = file.Sources,
        };

    private static IEnumerable<Fact> FactsOf(string shown, CalendarFile file) =>
        file
            .Hours.Select((hours, i) => new Fact($"{shown}: hours[{i}]", string.Join(", ", hours.Sessions), hours.Source, hours.Verified))
            .Concat(file.Days.Select(day => new Fact($"{shown}: {LocalDatePattern.Iso.Format(day.Date)}", day.Name, day.Source, day.Verified)));
}
