using NodaTime;

namespace HaiDuong.Licensing.Domain.Staff;

/// <summary>Nơi giữ vai trò: in which unit a role can be held, and what a holding must say.</summary>
public static class RolePlaces
{
    /// <summary>The roles that the administrator gives; the others are not held by a member of staff.</summary>
    public static IReadOnlyList<StaffRole> Given { get; } =
    [
        StaffRole.CounterClerk,
        StaffRole.Specialist,
        StaffRole.DivisionHead,
        StaffRole.Leader,
        StaffRole.RegistryClerk,
        StaffRole.Accountant,
        StaffRole.ConsultedAgency,
        StaffRole.Inspector,
        StaffRole.CentreLeader,
        StaffRole.Administrator,
    ];

    /// <summary>What speaks against giving somebody this role on a day: RoleRequired, RoleUnit or RoleTitle.</summary>
    /// <param name="holding">The role, the unit and for leaders the signature block.</param>
    /// <param name="organisation">The units and who has them when.</param>
    /// <param name="agencies">Keys of the agencies that procedures consult.</param>
    /// <param name="day">The first day on which the role is held.</param>
    public static IReadOnlyList<Refusal> Check(RoleHolding holding, Organisation organisation, IReadOnlySet<string> agencies, LocalDate day)
    {
        if (!Given.Contains(holding.Role))
            return [new Refusal(nameof(RefusalCode.RoleRequired), "role")];
        var refusals = new List<Refusal>();
        if (!(holding.Role == StaffRole.ConsultedAgency ? agencies.Contains(holding.Unit) : IsUnitFor(holding, organisation, day)))
            refusals.Add(new Refusal(nameof(RefusalCode.RoleUnit), "unit"));
        if (holding.Role == StaffRole.Leader && organisation.OfficeWith(holding.Unit)?.SignerTitles.Any(title => title.Key == holding.TitleKey) != true)
            refusals.Add(new Refusal(nameof(RefusalCode.RoleTitle), "titleKey"));
        return refusals;
    }

    private static bool IsUnitFor(RoleHolding holding, Organisation organisation, LocalDate day) =>
        organisation.Find(holding.Unit) is { } unit && unit.Exists(day) && unit.Kind == KindFor(holding.Role);

    private static OfficeUnitKind KindFor(StaffRole role) =>
        role switch
        {
            StaffRole.CounterClerk or StaffRole.CentreLeader => OfficeUnitKind.ServiceCentre,
            StaffRole.Leader => OfficeUnitKind.Leadership,
            _ => OfficeUnitKind.Division,
        };
}
