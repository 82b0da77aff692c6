using HaiDuong.Licensing.Domain.Staff;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Work;

/// <summary>
/// Where somebody searches: everywhere, or in the dossiers of some divisions; an agency nowhere. A statement narrows by it; the access table has the last word.
/// </summary>
public sealed record SearchScope(bool Everything, string[] Divisions)
{
    public static SearchScope Of(Actor actor, Organisation organisation, LocalDate today) =>
        new(
            actor.Roles.Any(held => held.Role is StaffRole.CounterClerk or StaffRole.CentreLeader or StaffRole.Administrator),
            [.. UnitsOf(actor, StaffRole.Specialist, StaffRole.DivisionHead), .. DivisionsOfOffices(actor, organisation, today)]
        );

    private static IEnumerable<string> DivisionsOfOffices(Actor actor, Organisation organisation, LocalDate today) =>
        UnitsOf(actor, StaffRole.Leader, StaffRole.RegistryClerk, StaffRole.Accountant, StaffRole.Inspector)
            .Select(organisation.OfficeWith)
            .OfType<Office>()
            .Distinct()
            .SelectMany(office => organisation.UnitsOf(office, today));

    private static IEnumerable<string> UnitsOf(Actor actor, params StaffRole[] roles) =>
        actor.Roles.Where(held => roles.Contains(held.Role)).Select(held => held.Unit);
}
