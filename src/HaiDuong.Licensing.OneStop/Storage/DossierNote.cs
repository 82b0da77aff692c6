using NodaTime;

namespace HaiDuong.Licensing.OneStop.Storage;

/// <summary>
/// Ghi chú nội bộ: what somebody of the office writes on a dossier for those who work on it. It is no act: it changes nothing of the dossier and is in no
/// history.
/// </summary>
public sealed class DossierNote
{
    public const int Longest = 2000;

    public required Guid Id { get; init; }

    public required Guid DossierId { get; init; }

    public required Guid ById { get; init; }

    public required string ByName { get; init; }

    public required Instant At { get; init; }

    public required string Text { get; init; }
}
