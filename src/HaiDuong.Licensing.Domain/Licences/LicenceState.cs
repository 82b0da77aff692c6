namespace HaiDuong.Licensing.Domain.Licences;

/// <summary>Tình trạng giấy phép on a day; derived from its dates, never stored.</summary>
public enum LicenceState
{
    /// <summary>Chưa đến ngày có hiệu lực.</summary>
    NotYet,

    /// <summary>Còn hiệu lực.</summary>
    InForce,

    /// <summary>Hết hạn.</summary>
    Expired,

    /// <summary>Đã thu hồi.</summary>
    Revoked,
}
