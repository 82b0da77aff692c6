namespace HaiDuong.Licensing.Domain.Dossiers;

/// <summary>Trạng thái hồ sơ: the ten codes of the national portal (Cổng Dịch vụ công quốc gia), and 0 for a draft that only its applicant sees.</summary>
public enum DossierStatus
{
    /// <summary>Bản nháp.</summary>
    Draft = 0,

    /// <summary>Mới đăng ký.</summary>
    AwaitingAcceptance = 1,

    /// <summary>Được tiếp nhận.</summary>
    Accepted = 2,

    /// <summary>Không được tiếp nhận.</summary>
    RefusedAtDoor = 3,

    /// <summary>Đang xử lý.</summary>
    InProcess = 4,

    /// <summary>Yêu cầu bổ sung giấy tờ.</summary>
    AwaitingSupplement = 5,

    /// <summary>Yêu cầu thực hiện nghĩa vụ tài chính.</summary>
    AwaitingPayment = 6,

    /// <summary>Công dân yêu cầu rút hồ sơ.</summary>
    WithdrawalAsked = 7,

    /// <summary>Dừng xử lý.</summary>
    Stopped = 8,

    /// <summary>Đã xử lý xong.</summary>
    ResultReady = 9,

    /// <summary>Đã trả kết quả.</summary>
    Returned = 10,
}
