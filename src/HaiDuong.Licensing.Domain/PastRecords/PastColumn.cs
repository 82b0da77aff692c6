namespace HaiDuong.Licensing.Domain.PastRecords;

/// <summary>
/// Cột của tệp dữ liệu cũ: its key, whether a file without it is refused, how its header is written (the first is shown), and an example for the template.
/// </summary>
public sealed record PastColumn(string Key, bool IsRequired, string Example, params IReadOnlyList<string> Headers)
{
    public string Name => Headers[0];
}

/// <summary>Những cột mà dữ liệu cũ có thể có: what old registers of licences and of dossiers write, under the headers that offices use.</summary>
public static class PastColumns
{
    /// <summary>Số giấy phép.</summary>
    public static PastColumn Number { get; } =
        new(
            "number",
            true,
            "05/GP-STTTT",
            "Số giấy phép",
            "Số GP",
            "Giấy phép số",
            "Số",
            "Số hiệu",
            "Số giấy chứng nhận",
            "Số văn bản",
            "Số quyết định",
            "Số giấy xác nhận"
        );

    /// <summary>Loại giấy phép: the procedure that gives it.</summary>
    public static PastColumn Kind { get; } =
        new(
            "procedure",
            false,
            "Cấp giấy phép xuất bản tài liệu không kinh doanh",
            "Loại giấy phép",
            "Loại",
            "Loại giấy",
            "Thủ tục",
            "Tên thủ tục",
            "Mã thủ tục",
            "Mã TTHC",
            "Tên thủ tục hành chính"
        );

    /// <summary>Thủ tục of a dossier.</summary>
    public static PastColumn Procedure { get; } =
        new(
            "procedure",
            false,
            "Cấp giấy phép xuất bản tài liệu không kinh doanh",
            "Thủ tục",
            "Tên thủ tục",
            "Mã thủ tục",
            "Mã TTHC",
            "Thủ tục hành chính",
            "Tên thủ tục hành chính",
            "Loại hồ sơ",
            "Lĩnh vực, thủ tục"
        );

    public static PastColumn IssuedOn { get; } = new("issuedOn", true, "12/03/2019", "Ngày cấp", "Ngày ký", "Ngày ban hành", "Cấp ngày", "Ngày cấp phép");

    public static PastColumn Holder { get; } =
        new(
            "holder",
            true,
            "Công ty cổ phần Văn hóa Thành Đông",
            "Tổ chức, cá nhân",
            "Tên tổ chức, cá nhân",
            "Chủ giấy phép",
            "Tên chủ giấy phép",
            "Đơn vị được cấp",
            "Tổ chức được cấp",
            "Tên đơn vị",
            "Tên tổ chức",
            "Tên doanh nghiệp",
            "Tên cơ quan",
            "Họ và tên",
            "Họ tên",
            "Chủ hồ sơ",
            "Tên chủ hồ sơ",
            "Người nộp",
            "Người được cấp",
            "Chủ điểm",
            "Tên công ty",
            "Đơn vị",
            "Cơ quan, tổ chức",
            "Tên cơ quan, tổ chức",
            "Tên cơ quan, tổ chức, cá nhân",
            "Cơ quan, tổ chức, cá nhân",
            "Cơ quan, đơn vị",
            "Tên cơ quan, đơn vị",
            "Tên đơn vị, tổ chức",
            "Tên người nộp",
            "Tên người đề nghị"
        );

    public static PastColumn TaxCode { get; } = new("taxCode", false, "0800111238", "Mã số thuế", "MST", "Mã số doanh nghiệp", "MSDN", "Mã DN");

    public static PastColumn IdentityNumber { get; } =
        new(
            "identity",
            false,
            "",
            "Số căn cước",
            "CCCD",
            "Số CCCD",
            "Căn cước công dân",
            "Số định danh cá nhân",
            "CMND",
            "Số CMND",
            "CMND/CCCD",
            "Số CMND/CCCD"
        );

    public static PastColumn EitherNumber { get; } =
        new("either", false, "", "Mã số thuế/Số căn cước", "Mã số thuế hoặc số căn cước", "MST/CCCD", "MST/CMND", "CCCD/MST", "Số định danh", "Mã định danh");

    /// <summary>Số hộ chiếu of a foreigner.</summary>
    public static PastColumn Passport { get; } = new("passport", false, "", "Số hộ chiếu", "Hộ chiếu", "Hộ chiếu số", "Số passport", "Passport");

    /// <summary>Số đăng ký of a body abroad.</summary>
    public static PastColumn ForeignRegistration { get; } =
        new("foreignRegistration", false, "", "Số đăng ký ở nước ngoài", "Số đăng ký nước ngoài", "Mã số đăng ký ở nước ngoài", "Mã số tổ chức nước ngoài");

    public static PastColumn Address { get; } =
        new("address", false, "Số 15 phố Bạch Đằng, thành phố Hải Dương", "Địa chỉ", "Trụ sở", "Địa chỉ trụ sở", "Địa chỉ liên hệ");

    public static PastColumn Phone { get; } = new("phone", false, "02203852345", "Điện thoại", "Số điện thoại", "SĐT", "ĐT");

    public static PastColumn Email { get; } = new("email", false, "", "Thư điện tử", "Email", "Địa chỉ email", "Hộp thư");

    public static PastColumn Subject { get; } =
        new(
            "subject",
            false,
            "Kỷ yếu 50 năm thành lập công ty",
            "Nội dung",
            "Nội dung cấp phép",
            "Nội dung giấy phép",
            "Tên ấn phẩm",
            "Tên tài liệu",
            "Trích yếu",
            "Về việc",
            "Lĩnh vực"
        );

    public static PastColumn Place { get; } = new("place", false, "", "Địa điểm", "Địa điểm hoạt động", "Nơi hoạt động", "Địa điểm kinh doanh");

    public static PastColumn ValidFrom { get; } =
        new("validFrom", false, "", "Có hiệu lực từ", "Hiệu lực từ", "Ngày hiệu lực", "Ngày có hiệu lực", "Từ ngày", "Giá trị từ");

    public static PastColumn ValidTo { get; } =
        new(
            "validTo",
            false,
            "12/03/2024",
            "Có giá trị đến",
            "Ngày hết hạn",
            "Hết hạn",
            "Hiệu lực đến",
            "Đến ngày",
            "Ngày hết hiệu lực",
            "Giá trị đến",
            "Thời hạn"
        );

    public static PastColumn Note { get; } = new("note", false, "", "Ghi chú", "Ghi chú khác", "Chú thích");

    public static PastColumn Code { get; } =
        new("code", true, "STTTT-2019-00125", "Mã hồ sơ", "Số hồ sơ", "Mã HS", "Số biên nhận", "Mã số hồ sơ", "Số tiếp nhận");

    public static PastColumn ReceivedOn { get; } =
        new("receivedOn", true, "04/03/2019", "Ngày nhận", "Ngày tiếp nhận", "Ngày nộp", "Ngày nhận hồ sơ", "Ngày tiếp nhận hồ sơ", "Tiếp nhận");

    public static PastColumn DueOn { get; } =
        new("dueOn", false, "14/03/2019", "Ngày hẹn trả", "Hạn trả", "Hẹn trả", "Ngày hẹn", "Ngày hẹn trả kết quả", "Hạn xử lý");

    public static PastColumn FinishedOn { get; } =
        new(
            "finishedOn",
            false,
            "12/03/2019",
            "Ngày xong",
            "Ngày trả",
            "Ngày trả kết quả",
            "Ngày kết thúc",
            "Ngày hoàn thành",
            "Ngày có kết quả",
            "Ngày giải quyết"
        );

    public static PastColumn Result { get; } =
        new("result", false, "Đã cấp giấy phép", "Kết quả", "Kết quả giải quyết", "Kết quả xử lý", "Tình trạng", "Trạng thái");

    public static PastColumn ResultNumber { get; } =
        new("number", false, "05/GP-STTTT", "Số kết quả", "Số giấy phép", "Số văn bản", "Số quyết định", "Số văn bản kết quả", "Số GP");

    /// <summary>The columns of a file, in the order of the template.</summary>
    public static IReadOnlyList<PastColumn> Of(PastKind kind) =>
        kind switch
        {
            PastKind.Licences =>
            [
                Number,
                Kind,
                IssuedOn,
                Holder,
                TaxCode,
                IdentityNumber,
                EitherNumber,
                Passport,
                ForeignRegistration,
                Address,
                Phone,
                Email,
                Subject,
                Place,
                ValidFrom,
                ValidTo,
                Note,
            ],
            _ =>
            [
                Code,
                Procedure,
                Holder,
                TaxCode,
                IdentityNumber,
                EitherNumber,
                Passport,
                ForeignRegistration,
                Address,
                ReceivedOn,
                DueOn,
                FinishedOn,
                Result,
                ResultNumber,
                Note,
            ],
        };
}
