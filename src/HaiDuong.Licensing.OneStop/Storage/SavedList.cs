using NodaTime;

namespace HaiDuong.Licensing.OneStop.Storage;

/// <summary>Danh sách đã lưu: a list of dossiers (filters, order, columns, as in its address) under a name.</summary>
public sealed class SavedList
{
    /// <summary>What fits on a tab.</summary>
    public const int LongestName = 60;

    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    public required string Name { get; init; }

    /// <summary>The query string of the list.</summary>
    public required string Query { get; set; }

    /// <summary>Dùng chung: shown to everybody who works here; each finds in it what they may.</summary>
    public required bool IsShared { get; set; }

    public required Instant SavedAt { get; set; }
}
