using HaiDuong.Licensing.Domain.Deadlines;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Workflows;

/// <summary>A calendar as its file holds it.</summary>
internal sealed record CalendarFile
{
    public required string Name { get; init; }

    public required string Title { get; init; }

    public required LocalDate CoversFrom { get; init; }

    public required LocalDate CoversTo { get; init; }

    public required IReadOnlyDictionary<string, string> Sources { get; init; }

    /// <summary>What is uncertain about a source; for whoever confirms the facts, never public.</summary>
    public IReadOnlyDictionary<string, string> SourceNotes { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public required IReadOnlyList<CalendarFileHours> Hours { get; init; }

    public required IReadOnlyList<CalendarFileDay> Days { get; init; }
}

/// <summary>Office hours of a calendar file.</summary>
internal sealed record CalendarFileHours
{
    public required LocalDate From { get; init; }

    public LocalDate? To { get; init; }

    /// <summary>First day of the season, <c>MM-dd</c>.</summary>
    public string? SeasonFrom { get; init; }

    /// <summary>Last day of the season, <c>MM-dd</c>.</summary>
    public string? SeasonTo { get; init; }

    public string? Unit { get; init; }

    public required IReadOnlyList<IsoDayOfWeek> Weekdays { get; init; }

    /// <summary>Sessions such as <c>07:30-12:00</c>, in order.</summary>
    public required IReadOnlyList<string> Sessions { get; init; }

    public required LocalDate KnownOn { get; init; }

    public required string Source { get; init; }

    public required bool Verified { get; init; }

    public string? Note { get; init; }
}

/// <summary>A dated day of a calendar file.</summary>
internal sealed record CalendarFileDay
{
    public required LocalDate Date { get; init; }

    public required CalendarEntryKind Kind { get; init; }

    public required string Name { get; init; }

    public required CalendarEntryStatus Status { get; init; }

    public required LocalDate KnownOn { get; init; }

    /// <summary>False where the day of the announcement was not found.</summary>
    public required bool KnownOnVerified { get; init; }

    public LocalDate? Replaces { get; init; }

    public string? Unit { get; init; }

    public IReadOnlyList<string>? Sessions { get; init; }

    public required string Source { get; init; }

    public required bool Verified { get; init; }

    public string? Note { get; init; }
}
