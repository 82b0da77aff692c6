using HaiDuong.Licensing.Domain.Staff;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Desks;

/// <summary>
/// Where somebody searches: everywhere, or in the dossiers of some divisions; an agency nowhere. A statement narrows by it; the access table has the last word.
/// </summary>
public sealed record SearchScope(bool Everything, string[] Divisions)
{
    public static SearchScope Of(Actor actor, Organisation organisation, LocalDate today) =>
        new(
            actor.Wide.Any(held => held.Role is StaffRole.CounterClerk or StaffRole.CentreLeader or StaffRole.Administrator),
            [
                .. UnitsOf(actor, StaffRole.Specialist, StaffRole.DivisionHead),
                .. DivisionsOf(actor, organisation, today, StaffRole.Leader, StaffRole.RegistryClerk, StaffRole.Accountant, StaffRole.Inspector),
            ]
        );

    /// <summary>The divisions whose hidden senders somebody knows by their role; a specialist and the counter know single ones.</summary>
    public static string[] SendersOf(Actor actor, Organisation organisation, LocalDate today) =>
        [.. UnitsOf(actor, StaffRole.DivisionHead), .. DivisionsOf(actor, organisation, today, StaffRole.Leader)];

    /// <summary>Whoever takes dossiers in knows a hidden sender until a specialist has the dossier.</summary>
    public static bool KnowsNewSenders(Actor actor) => actor.Is(StaffRole.CounterClerk);

    /// <summary>A specialist by themselves knows the hidden senders of their own dossiers; a stand-in knows none.</summary>
    public static bool KnowsOwnSenders(Actor actor) => actor.Roles.Any(held => held is { Role: StaffRole.Specialist, By: null });

    /// <summary>The divisions of the departments in which somebody holds one of the roles.</summary>
    public static IEnumerable<string> DivisionsOf(Actor actor, Organisation organisation, LocalDate today, params StaffRole[] roles) =>
        UnitsOf(actor, roles).Select(organisation.OfficeWith).OfType<Office>().Distinct().SelectMany(office => organisation.UnitsOf(office, today));

    /// <summary>The units in which somebody holds one of the roles, for every procedure.</summary>
    public static IEnumerable<string> UnitsOf(Actor actor, params StaffRole[] roles) =>
        actor.Wide.Where(held => roles.Contains(held.Role)).Select(held => held.Unit);
}
