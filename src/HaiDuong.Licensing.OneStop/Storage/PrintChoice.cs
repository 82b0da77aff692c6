using NodaTime;

namespace HaiDuong.Licensing.OneStop.Storage;

/// <summary>Hồ sơ được chọn để in: which, in which order, and the list in which they were chosen.</summary>
public sealed class PrintChoice
{
    public required Guid Id { get; init; }

    public required Guid AccountId { get; init; }

    public required Guid[] Dossiers { get; init; }

    public required string? Place { get; init; }

    public required Instant ChosenAt { get; init; }
}
