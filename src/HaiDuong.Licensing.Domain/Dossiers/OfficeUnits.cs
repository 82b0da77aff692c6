using HaiDuong.Licensing.Domain.Routes;
using HaiDuong.Licensing.Domain.Staff;
using NodaTime;

namespace HaiDuong.Licensing.Domain.Dossiers;

/// <summary>Đơn vị giữ việc: on whose desk a step lies on a day.</summary>
public static class OfficeUnits
{
    /// <summary>In a route: whichever division handles the dossier.</summary>
    public const string HandlingDivision = "division";

    /// <summary>
    /// The unit of a step: the agency that is asked; for a role that a department has once, its desk in the department of the division; else the
    /// unit that the route names, or the division, or on the day whoever succeeded them.
    /// </summary>
    public static string Of(RouteStep step, StaffRole role, string divisionKey, Organisation organisation, LocalDate day)
    {
        if (step.Kind == StepKind.ConsultAgency && step.Agency is { } agency)
            return agency;
        if (organisation.DeskOf(role == StaffRole.Applicant && step.Unit is null ? StaffRole.CounterClerk : role, divisionKey, day) is { } desk)
            return desk;
        return organisation.KeyOn(step.Unit is null or HandlingDivision ? divisionKey : step.Unit, day);
    }
}
