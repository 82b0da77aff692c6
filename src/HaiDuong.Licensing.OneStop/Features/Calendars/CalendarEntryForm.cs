using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Typed;
using HaiDuong.Licensing.OneStop.Workflows;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Calendars;

/// <summary>A change of the calendar as the administrator types it.</summary>
public sealed class CalendarEntryForm
{
    public CalendarChangeKind Kind { get; set; } = CalendarChangeKind.Closure;

    public string? Name { get; set; }

    public string? Source { get; set; }

    public LocalDate? From { get; set; }

    public LocalDate? To { get; set; }

    public LocalDate? MakeUp { get; set; }

    /// <summary>Sessions of a day, <c>07:30-12:00, 13:30-17:00</c>.</summary>
    public string? Sessions { get; set; }

    /// <summary>First and last day of a season, <c>01/04</c>.</summary>
    public string? SeasonFrom { get; set; }

    public string? SeasonTo { get; set; }

    public string? Unit { get; set; }

    /// <summary>The change, with what cannot be read of it among the refusals; a day that is missing stands in by another.</summary>
    public CalendarChange Read(List<Refusal> refusals, LocalDate today)
    {
        var sessions =
            Kind == CalendarChangeKind.Hours
                ? CalendarFiles.SessionsOf([
                    .. TypedText.Plain(Sessions).Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Session),
                ])
                : [];
        if (sessions is null)
            refusals.Add(new Refusal(nameof(RefusalCode.CalendarSessionsUnreadable), "sessions"));
        if (!TryReadSeason(out var season))
            refusals.Add(new Refusal(nameof(RefusalCode.CalendarSeasonUnreadable), "seasonFrom"));
        if (From is null)
            refusals.Add(new Refusal(nameof(RefusalCode.CalendarFromRequired), "from"));
        return new CalendarChange(
            Kind,
            Name ?? "",
            Source ?? "",
            From ?? To ?? today,
            Kind == CalendarChangeKind.Swap ? null : To,
            Kind == CalendarChangeKind.Swap ? MakeUp : null,
            sessions ?? [],
            Unit is { Length: > 0 } ? Unit : null
        )
        {
            Season = season,
        };
    }

    /// <summary>A session whose hours are typed as people do (7h30 - 12h), as the calendar files write it.</summary>
    private static string Session(string text) =>
        string.Join('-', text.Split('-').Select(hour => TypedTime.TryRead(hour, out var time, out _) ? FieldValue.Text(time) : hour));

    private bool TryReadSeason(out YearlySeason? season)
    {
        season = null;
        if (Kind != CalendarChangeKind.Hours || (string.IsNullOrWhiteSpace(SeasonFrom) && string.IsNullOrWhiteSpace(SeasonTo)))
            return true;
        if (!TypedDate.TryReadYearly(SeasonFrom, out var first) || !TypedDate.TryReadYearly(SeasonTo, out var last))
            return false;
        season = new YearlySeason(first, last);
        return true;
    }
}
