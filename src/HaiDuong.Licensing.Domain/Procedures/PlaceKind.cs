namespace HaiDuong.Licensing.Domain.Procedures;

/// <summary>What stands at a place (loại địa điểm).</summary>
public enum PlaceKind
{
    /// <summary>Trạm thu phát sóng thông tin di động (BTS).</summary>
    Mast,

    /// <summary>Điểm cung cấp dịch vụ trò chơi điện tử công cộng.</summary>
    GamePoint,

    /// <summary>Trường học.</summary>
    School,
}
