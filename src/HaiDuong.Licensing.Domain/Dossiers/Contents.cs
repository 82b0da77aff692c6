using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Fees;
using HaiDuong.Licensing.Domain.Procedures;
using NodaTime;

namespace HaiDuong.Licensing.Domain.Dossiers;

/// <summary>
/// Giấy tờ đã nộp: one paper of the dossier; a file (by SHA-256), or only originals and copies counted at the counter.
/// <see cref="Round"/> is 0 for what came at first, else the supplement round that it answers.
/// </summary>
public sealed record Paper(
    Guid Id,
    string Key,
    string? FileHash,
    string? FileName,
    string? ContentType,
    long Size,
    int Originals,
    int Copies,
    Instant AddedAt,
    int Round = 0
)
{
    /// <summary>Chỉ tải về: it has scripts or files inside, so that it is saved and never shown inside a page.</summary>
    public bool DownloadOnly { get; init; }

    /// <summary>Ảnh ghi nơi chụp: the photo tells where it was taken, as the applicant was told.</summary>
    public bool ShowsPlace { get; init; }
}

/// <summary>Nội dung cần bổ sung: a paper (by its key) or a form field (by its path) that is asked for, and why.</summary>
public sealed record SupplementItem(SupplementTarget Target, string Key, string Label, string Reason)
{
    /// <summary>The input of its reason: a paper and a field of the form may have one key.</summary>
    public static string ReasonName(SupplementTarget target, string key) => $"reason.{target}.{key}";
}

/// <summary>What a supplement item asks for.</summary>
public enum SupplementTarget
{
    /// <summary>Giấy tờ.</summary>
    Paper,

    /// <summary>Thông tin trên biểu mẫu.</summary>
    Field,
}

/// <summary>Phiếu yêu cầu bổ sung (Mẫu 02): what was asked, by whom, until when, and when it came.</summary>
public sealed record SupplementRequest(
    int Round,
    IReadOnlyList<SupplementItem> Items,
    string Reason,
    string AskedBy,
    LocalDateTime AskedAt,
    LocalDate AnswerBy,
    LocalDateTime? AnsweredAt = null,
    LocalDateTime? ExpiredAt = null
)
{
    /// <summary>Cách nộp bổ sung: how the answer came; null while there is none, and of answers from before this was kept.</summary>
    public SubmissionChannel? AnsweredBy { get; init; }

    /// <summary>Nội dung được khai lại: the fields and tables of the form that were open for the answer; none while there is no answer.</summary>
    public IReadOnlyList<string> Answered { get; init; } = [];

    public bool IsOpen => AnsweredAt is null && ExpiredAt is null;

    /// <summary>Hết hạn bổ sung: unanswered, and its last day is over, whether or not the waiting was ended yet. The one rule for page, act and job.</summary>
    public bool IsOver(LocalDate today) => AnsweredAt is null && (ExpiredAt is not null || today.AtMidnight() >= OverFrom);

    /// <summary>The first moment after its last day.</summary>
    internal LocalDateTime OverFrom => LateMoment.AfterTheDay(AnswerBy);
}

/// <summary>Kết quả kiểm tra một tiêu chí thẩm định.</summary>
public sealed record CheckResult(string Key, bool Met, string? Note);

/// <summary>Phiếu in ra của hồ sơ: a slip as it was given out, kept by its SHA-256.</summary>
public sealed record Slip(SlipKind Kind, string FileHash, LocalDateTime At);

/// <summary>Loại phiếu (Thông tư 01/2018/TT-VPCP; Thông tư 03/2025/TT-VPCP).</summary>
public enum SlipKind
{
    /// <summary>Giấy tiếp nhận hồ sơ và hẹn trả kết quả (Mẫu 01).</summary>
    Receipt,

    /// <summary>Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ (Mẫu 02).</summary>
    Supplement,

    /// <summary>Phiếu từ chối tiếp nhận giải quyết hồ sơ (Mẫu 03).</summary>
    Refusal,

    /// <summary>Phiếu xin lỗi và hẹn lại ngày trả kết quả (Mẫu 04).</summary>
    Apology,

    /// <summary>Thông báo dừng giải quyết hồ sơ.</summary>
    Stop,

    /// <summary>Phiếu kiểm soát quá trình giải quyết hồ sơ.</summary>
    Control,

    /// <summary>Phiếu tiếp nhận hồ sơ bổ sung: what was brought to the counter or came by post to answer a request.</summary>
    Supplied,
}

/// <summary>Khoản phí, lệ phí đã nộp, with the number of its receipt: of a series of the office, or of whoever else wrote it.</summary>
public sealed record Payment(decimal Amount, string ReceiptNumber, string Method, string TakenBy, LocalDateTime At)
{
    /// <summary>The account of who took it; null in what was taken before this was kept.</summary>
    public Guid? TakenById { get; init; }

    /// <summary>Biên lai của cơ quan; null for a receipt from elsewhere, whose number was typed.</summary>
    public IssuedReceipt? Receipt { get; init; }

    /// <summary>Hủy: the receipt is void and the money counts for nothing; null while it stands.</summary>
    public CancelledPayment? Cancelled { get; init; }
}

/// <summary>Hủy biên lai và khoản thu: why, by whom, when.</summary>
public sealed record CancelledPayment(string Reason, Guid? ById, string By, LocalDateTime At);

/// <summary>Hoàn phí: what was given back, by which document, and why.</summary>
public sealed record FeeRefund(decimal Amount, string DocumentNumber, string Reason, string By, LocalDateTime At)
{
    public Guid? ById { get; init; }
}

/// <summary>Trả kết quả: who took the result, with what identity number, how and when.</summary>
public sealed record HandOver(string ReceiverName, string? ReceiverIdentityNumber, ReturnBy By, string HandedBy, LocalDateTime At, string? Note)
{
    /// <summary>Mã bưu gửi: the number under which the post carries it; null of what is not sent, and where nobody wrote it down.</summary>
    public string? Parcel { get; init; }
}
