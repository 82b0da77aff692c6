namespace HaiDuong.Licensing.Domain.Reports;

/// <summary>
/// Chỉ tiêu: a number of statistics and reports. Each stands for a set of dossiers in a period, which the number opens; the forms under
/// <c>workflows/reports</c> name their columns by it.
/// </summary>
public enum DossierFigure
{
    /// <summary>Đã giải quyết in the period.</summary>
    Ended,

    /// <summary>Trước hạn.</summary>
    Early,

    /// <summary>Đúng hạn.</summary>
    OnTime,

    /// <summary>Quá hạn when it ended, against the first promise (O-3).</summary>
    Late,

    /// <summary>Đã hẹn lại.</summary>
    RePromised,

    /// <summary>Rút, dừng.</summary>
    Without,

    /// <summary>Đang giải quyết at the end of the period.</summary>
    Open,

    /// <summary>Chờ người nộp at the end of the period.</summary>
    Waiting,

    /// <summary>Đang quá hạn at the end of the period.</summary>
    Overdue,

    /// <summary>Tiếp nhận: accepted in the period, and carried over into it.</summary>
    Received,

    /// <summary>Tiếp nhận trong kỳ.</summary>
    Accepted,

    /// <summary>Tiếp nhận trực tuyến.</summary>
    Online,

    /// <summary>Tiếp nhận trực tiếp và qua bưu chính công ích.</summary>
    Direct,

    /// <summary>Từ kỳ trước chuyển qua: open when the period began.</summary>
    Carried,

    /// <summary>Đang giải quyết trong hạn, what waits for the applicant among it.</summary>
    InTerm,

    /// <summary>Quá hạn: late when it ended in the period, or open and late at its end.</summary>
    PastDue,

    /// <summary>Giải quyết đúng hạn as the national score counts it: in time, and asked for a supplement once at most (S-3).</summary>
    Kept,

    /// <summary>Phải bổ sung: accepted in the period and asked for a supplement.</summary>
    Supplemented,

    /// <summary>Đã số hóa thành phần: brought on paper in the period, every paper with its file.</summary>
    Scanned,

    /// <summary>Có kết quả in the period, granted or refused.</summary>
    WithResult,

    /// <summary>Có kết quả điện tử.</summary>
    ElectronicResult,

    /// <summary>Nộp trực tuyến và có kết quả điện tử.</summary>
    WhollyOnline,

    /// <summary>Số hóa cả thành phần và kết quả.</summary>
    Digitised,

    /// <summary>Đã thu phí, lệ phí, of what was accepted in the period.</summary>
    FeePaid,

    /// <summary>Đã thu phí, lệ phí trực tuyến.</summary>
    FeePaidOnline,
}
