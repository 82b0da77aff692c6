using NodaTime;

namespace HaiDuong.Licensing.Domain.Dossiers;

/// <summary>What the head of the one-stop unit decided about a due date that a new calendar would move (quyết định về hạn).</summary>
public enum DueDateDecision
{
    /// <summary>Đổi hạn theo lịch mới.</summary>
    Adopt,

    /// <summary>Giữ hạn đã hẹn.</summary>
    Keep,
}

/// <summary>
/// Hạn chờ xác nhận: an open dossier whose dates a later announcement of the calendar would move. It is a list to decide on; nothing moves
/// before the head of the one-stop unit says so, and then by an act on the dossier.
/// </summary>
public sealed class DueDateChange
{
    public required Guid DossierId { get; init; }

    /// <summary>The newest announcement with which the new dates were counted.</summary>
    public required LocalDateTime KnownAt { get; init; }

    public required string DivisionKey { get; init; }

    public required LocalDateTime OldStatutory { get; init; }

    public required LocalDateTime NewStatutory { get; init; }

    public required LocalDateTime OldPromised { get; init; }

    public required LocalDateTime NewPromised { get; init; }

    public DueDateDecision? Decision { get; init; }

    public Guid? DecidedById { get; init; }

    public string? DecidedBy { get; init; }

    public Instant? DecidedAt { get; init; }

    /// <summary>Why the old date is kept.</summary>
    public string? Reason { get; init; }

    /// <summary>When the decision stood in the dossier's history.</summary>
    public Instant? DoneAt { get; set; }
}
