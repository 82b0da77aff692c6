using NodaTime;

namespace HaiDuong.Licensing.Domain.Deadlines;

/// <summary>
/// Thông báo về lịch làm việc: a change of holidays or office hours as an administrator published it, on top of the calendar file. Never
/// changed, never deleted: a correction is a later announcement, and of two about one day the later holds.
/// </summary>
public sealed class CalendarAnnouncement
{
    public long Id { get; private set; }

    /// <summary>The moment from which it is known; dossiers received before it move only when the head agrees.</summary>
    public required LocalDateTime PublishedAt { get; init; }

    public required string Title { get; init; }

    /// <summary>The document it rests on (số, ngày văn bản).</summary>
    public required string Source { get; init; }

    public required IReadOnlyList<CalendarEntry> Days { get; init; }

    public required IReadOnlyList<OfficeHours> Hours { get; init; }

    public required Guid? PublishedById { get; init; }

    public required string PublishedBy { get; init; }
}
