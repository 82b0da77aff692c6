using NodaTime;

namespace HaiDuong.Licensing.OneStop.Storage;

/// <summary>What is done to many dossiers at once.</summary>
public enum BatchKind
{
    /// <summary>Phân công, phân công lại.</summary>
    Assign,

    /// <summary>Nhận việc chưa giao ai.</summary>
    Claim,

    /// <summary>Trả việc về phòng.</summary>
    Release,

    /// <summary>Duyệt dự thảo, or send it back.</summary>
    Review,

    /// <summary>Ký kết quả, or send it back.</summary>
    Sign,

    /// <summary>Cấp số, đóng dấu, phát hành.</summary>
    Issue,
}

/// <summary>
/// Lần làm hàng loạt: an act for many dossiers, chosen by somebody and, once started, done one by one in the background. Each is an act of its own, by that
/// person, under the rules of its moment.
/// </summary>
public sealed class Batch
{
    private readonly List<BatchItem> _items = [];

    /// <summary>As many as one confirmation can be read for.</summary>
    public const int Most = 200;

    public required Guid Id { get; init; }

    public required BatchKind Kind { get; init; }

    public required Guid AccountId { get; init; }

    /// <summary>The list in which they were chosen.</summary>
    public required string? Place { get; init; }

    /// <summary>The language in which its person is told.</summary>
    public required string Culture { get; init; }

    public required Instant ChosenAt { get; init; }

    public Guid? SpecialistId { get; private set; }

    /// <summary>What is said of all of them: a note to the specialist, or the reason.</summary>
    public string? Note { get; private set; }

    /// <summary>True when its person gave the password at the start, for what asks it.</summary>
    public bool IsProved { get; private set; }

    public Instant? StartedAt { get; private set; }

    /// <summary>When its person stopped the rest.</summary>
    public Instant? StoppedAt { get; private set; }

    public Instant? EndedAt { get; private set; }

    public IReadOnlyList<BatchItem> Items
    {
        get => _items;
        init => _items = [.. value];
    }

    public bool IsRunning => StartedAt is not null && EndedAt is null;

    internal void Start(Guid? specialist, string? note, bool isProved, Instant now) =>
        (SpecialistId, Note, IsProved, StartedAt) = (specialist, note, isProved, now);
}

public enum BatchItemState
{
    /// <summary>Đã chọn.</summary>
    Chosen,

    /// <summary>Đang chờ.</summary>
    Waiting,

    /// <summary>Đã làm.</summary>
    Done,

    /// <summary>Không làm được.</summary>
    Refused,

    /// <summary>Đã dừng trước khi làm.</summary>
    Stopped,
}

/// <summary>One dossier of a batch: as it was seen when it was chosen, what is done to it, and what came of it.</summary>
public sealed class BatchItem
{
    public required Guid Id { get; init; }

    public required Guid BatchId { get; init; }

    public required int Ordinal { get; init; }

    public required Guid DossierId { get; init; }

    /// <summary>The code as its person is shown it.</summary>
    public required string Code { get; init; }

    public required int Revision { get; init; }

    /// <summary>The waiting step; null for an act beside the route.</summary>
    public required string? StepId { get; init; }

    /// <summary>Trả lại: this one goes back instead.</summary>
    public bool SendsBack { get; private set; }

    public string? Note { get; private set; }

    public BatchItemState State { get; private set; }

    /// <summary>Why it could not be done, in sentences; of what was issued the number.</summary>
    public string? Told { get; private set; }

    public Instant? EndedAt { get; private set; }

    internal void Queue(bool sendsBack, string? note) => (SendsBack, Note, State) = (sendsBack, note, BatchItemState.Waiting);
}
