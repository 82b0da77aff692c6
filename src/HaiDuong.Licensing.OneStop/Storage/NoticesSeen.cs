using NodaTime;

namespace HaiDuong.Licensing.OneStop.Storage;

/// <summary>Thông báo đã xem: until when somebody has looked at what the office told them.</summary>
public sealed class NoticesSeen
{
    public required Guid AccountId { get; init; }

    public Instant SeenAt { get; private set; }
}
