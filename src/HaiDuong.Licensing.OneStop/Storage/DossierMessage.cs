using NodaTime;

namespace HaiDuong.Licensing.OneStop.Storage;

/// <summary>
/// Tin trao đổi với người nộp: a line of the thread of a dossier. It is no act and no request: what the office asks for by law it asks as a supplement.
/// </summary>
public sealed class DossierMessage
{
    public const int Longest = 2000;

    /// <summary>So many of an applicant may wait to be seen.</summary>
    public const int MostUnseen = 5;

    public required Guid Id { get; init; }

    public required Guid DossierId { get; init; }

    public required bool IsFromApplicant { get; init; }

    /// <summary>Who of the office wrote it; null for the applicant.</summary>
    public Guid? ById { get; init; }

    public required string ByName { get; init; }

    public required Instant At { get; init; }

    public required string Text { get; init; }

    /// <summary>When the other side had seen it; null while it is new to them.</summary>
    public Instant? SeenAt { get; init; }
}
