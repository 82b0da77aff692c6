using HaiDuong.Licensing.Domain.Staff;

namespace HaiDuong.Licensing.Domain.Dossiers;

/// <summary>Đơn vị giữ việc: the unit whose desk a step lies on when the route does not name one.</summary>
public static class OfficeUnits
{
    /// <summary>Bộ phận tiếp nhận và trả kết quả tại Trung tâm Phục vụ hành chính công tỉnh.</summary>
    public const string Counter = "mot-cua";

    /// <summary>Lãnh đạo Sở.</summary>
    public const string Leadership = "lanh-dao";

    /// <summary>Văn phòng Sở: văn thư, kế toán.</summary>
    public const string Bureau = "van-phong";

    public static string For(StaffRole role, string divisionKey) => role switch
    {
        StaffRole.CounterClerk or StaffRole.Applicant => Counter,
        StaffRole.Leader => Leadership,
        StaffRole.RegistryClerk or StaffRole.Accountant => Bureau,
        _ => divisionKey,
    };
}
