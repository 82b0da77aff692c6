using HaiDuong.Licensing.Domain.Routes;
using HaiDuong.Licensing.Domain.Staff;

namespace HaiDuong.Licensing.Domain.Dossiers;

/// <summary>Đơn vị giữ việc: the keys of the office's units that routes and roles speak of, and on whose desk a step lies.</summary>
public static class OfficeUnits
{
    /// <summary>Trung tâm Phục vụ hành chính công tỉnh: the counter.</summary>
    public const string Counter = "service-centre";

    /// <summary>Lãnh đạo Sở.</summary>
    public const string Leadership = "leadership";

    /// <summary>Văn phòng Sở: văn thư.</summary>
    public const string Bureau = "office";

    /// <summary>Phòng Kế hoạch - Tài chính: kế toán.</summary>
    public const string Finance = "planning-finance";

    /// <summary>In a route: whichever division handles the dossier.</summary>
    private const string HandlingDivision = "division";

    /// <summary>The unit of a step: the agency that is asked, the unit that the route names, else where the role sits.</summary>
    public static string Of(RouteStep step, StaffRole role, string divisionKey) =>
        step.Kind == StepKind.ConsultAgency && step.Agency is { } agency ? agency
        : step.Unit == HandlingDivision ? divisionKey
        : step.Unit ?? For(role, divisionKey);

    private static string For(StaffRole role, string divisionKey) => role switch
    {
        StaffRole.CounterClerk or StaffRole.Applicant => Counter,
        StaffRole.Leader => Leadership,
        StaffRole.RegistryClerk => Bureau,
        StaffRole.Accountant => Finance,
        _ => divisionKey,
    };
}
