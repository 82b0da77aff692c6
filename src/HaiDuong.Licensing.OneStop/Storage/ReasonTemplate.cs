using NodaTime;

namespace HaiDuong.Licensing.OneStop.Storage;

/// <summary>What a reason is written for.</summary>
public enum ReasonPurpose
{
    /// <summary>Trả lại dự thảo.</summary>
    SendBack,

    /// <summary>Lý do chung của phiếu yêu cầu bổ sung.</summary>
    Supplement,

    /// <summary>Lý do của từng mục yêu cầu bổ sung.</summary>
    SupplementItem,

    /// <summary>Từ chối tiếp nhận.</summary>
    RefuseAtDoor,

    /// <summary>Từ chối cấp, trong dự thảo kết quả.</summary>
    RefuseResult,
}

/// <summary>Mẫu lý do: a wording to choose and edit, for one procedure and one office, or for all.</summary>
public sealed class ReasonTemplate
{
    public const int Longest = 2000;

    public required Guid Id { get; init; }

    public required ReasonPurpose Purpose { get; set; }

    /// <summary>Null for every procedure.</summary>
    public required string? ProcedureSlug { get; set; }

    /// <summary>Key of the department; null for every one.</summary>
    public required string? Office { get; set; }

    public required string Text { get; set; }

    public required Instant SavedAt { get; set; }

    public required string SavedBy { get; set; }
}
