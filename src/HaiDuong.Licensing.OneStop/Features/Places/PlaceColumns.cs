using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.OneStop.Imports;

namespace HaiDuong.Licensing.OneStop.Features.Places;

/// <summary>
/// The columns of a register of places (các cột của danh sách địa điểm), as offices and enterprises head them; the first heading stands in the template.
/// </summary>
internal static class PlaceColumns
{
    public const string Code = "code";
    public const string Name = "name";
    public const string Owner = "owner";
    public const string OwnerKind = "ownerKind";
    public const string Address = "address";
    public const string District = "district";
    public const string Latitude = "latitude";
    public const string Longitude = "longitude";
    public const string Position = "position";
    public const string Details = "details";
    public const string DecisionNumber = "decisionNumber";
    public const string ValidTo = "validTo";

    private static readonly ImportColumn[] Common =
    [
        new(OwnerKind, false, "Loại chủ sở hữu", "Chủ sở hữu là"),
        new(Address, true, "Địa chỉ", "Vị trí lắp đặt", "Địa điểm"),
        new(District, false, "Huyện, thành phố", "Huyện", "Quận, huyện", "Huyện/thị xã/thành phố", "Địa bàn"),
        new(Latitude, false, "Vĩ độ", "Lat", "Latitude", "Vĩ độ N"),
        new(Longitude, false, "Kinh độ", "Long", "Lng", "Lon", "Longitude", "Kinh độ E"),
        new(Position, false, "Tọa độ", "Toạ độ", "Vị trí (vĩ độ; kinh độ)"),
        new(Details, false, "Thông số", "Loại cột", "Ghi chú", "Mô tả"),
        new(DecisionNumber, false, "Số văn bản", "Số giấy phép", "Số giấy chứng nhận", "Số quyết định"),
        new(ValidTo, false, "Hết hạn", "Ngày hết hạn", "Có giá trị đến"),
    ];

    private static readonly Dictionary<(PlaceKind Kind, string Column), string> Examples = new()
    {
        [(PlaceKind.Mast, Code)] = "HD-0001",
        [(PlaceKind.Mast, Name)] = "Trạm Gia Lộc 1",
        [(PlaceKind.Mast, Owner)] = "Công ty viễn thông mẫu",
        [(PlaceKind.Mast, Details)] = "Cột tự đứng, cao 42 m",
        [(PlaceKind.Mast, DecisionNumber)] = "12/STTTT-BCVT",
        [(PlaceKind.GamePoint, Name)] = "Điểm trò chơi mẫu",
        [(PlaceKind.GamePoint, Owner)] = "Hộ kinh doanh mẫu",
        [(PlaceKind.GamePoint, Details)] = "30 máy, 50 m²",
        [(PlaceKind.GamePoint, DecisionNumber)] = "45/GCN-STTTT",
        [(PlaceKind.School, Code)] = "30-001",
        [(PlaceKind.School, Name)] = "Trường Tiểu học mẫu",
        [(PlaceKind.School, Owner)] = "Phòng Giáo dục và Đào tạo",
    };

    public static IReadOnlyList<ImportColumn> Of(PlaceKind kind) =>
        kind switch
        {
            PlaceKind.Mast =>
            [
                new(Code, true, "Mã trạm", "Mã BTS", "Mã", "Mã trạm BTS"),
                new(Name, false, "Tên trạm", "Tên"),
                new(Owner, true, "Chủ sở hữu", "Doanh nghiệp", "Nhà mạng", "Đơn vị quản lý"),
                .. Common,
            ],
            PlaceKind.GamePoint =>
            [
                new(Name, true, "Tên điểm", "Tên", "Tên điểm trò chơi", "Điểm trò chơi điện tử"),
                new(Code, false, "Mã điểm", "Mã"),
                new(Owner, true, "Chủ điểm", "Chủ sở hữu", "Chủ hộ", "Họ tên chủ điểm"),
                .. Common,
            ],
            _ =>
            [
                new(Name, true, "Tên trường", "Tên", "Trường"),
                new(Code, false, "Mã trường", "Mã"),
                new(Owner, true, "Đơn vị quản lý", "Chủ sở hữu", "Cơ quan chủ quản"),
                .. Common,
            ],
        };

    /// <summary>The line that shows in a template how a register is written (dòng ví dụ), in Vietnamese as its columns.</summary>
    public static string Example(PlaceKind kind, string column) =>
        column switch
        {
            Address => "Số 1 phố Nguyễn Chế Nghĩa, thị trấn Gia Lộc, huyện Gia Lộc",
            District => "Huyện Gia Lộc",
            Latitude => "20,871250",
            Longitude => "106,291480",
            ValidTo => "31/12/2030",
            OwnerKind => kind == PlaceKind.GamePoint ? "Cá nhân" : "Tổ chức",
            _ => Examples.GetValueOrDefault((kind, column), ""),
        };
}
