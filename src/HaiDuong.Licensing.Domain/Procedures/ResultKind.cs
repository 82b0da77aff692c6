namespace HaiDuong.Licensing.Domain.Procedures;

/// <summary>What the procedure gives (loại kết quả). A procedure without a result document of its own gets the shared layout of the kind.</summary>
public enum ResultKind
{
    /// <summary>Giấy phép.</summary>
    Licence,

    /// <summary>Công văn: an answer, an approval, a request to another authority.</summary>
    Letter,

    /// <summary>Giấy chứng nhận.</summary>
    Certificate,

    /// <summary>Giấy xác nhận.</summary>
    Confirmation,

    /// <summary>Quyết định, kết luận.</summary>
    Decision,

    /// <summary>Báo cáo thẩm định.</summary>
    Report,
}
