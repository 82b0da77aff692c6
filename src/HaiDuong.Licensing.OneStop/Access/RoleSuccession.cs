using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Identity;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Access;

/// <summary>Vai trò đi theo đơn vị: how a role goes on after its unit has ended, unit by unit up to the living one.</summary>
internal static class RoleSuccession
{
    /// <summary>The assignments that follow; empty when no unit living today took over.</summary>
    public static IReadOnlyList<RoleAssignment> Of(RoleAssignment role, Organisation organisation, LocalDate today)
    {
        if (organisation.Living(role.Unit, today) is null)
            return [];
        var terms = new List<RoleAssignment>();
        for (var unit = organisation.Find(role.Unit)!; unit.ValidTo < today; unit = organisation.Find(unit.Successor!)!)
        {
            var next = organisation.Find(unit.Successor!)!;
            var (from, last) = (LocalDate.Max(unit.ValidTo.Value.PlusDays(1), role.ValidFrom), next.ValidTo < today ? next.ValidTo : role.ValidTo);
            if (last is null || from <= last)
                terms.Add(
                    new RoleAssignment
                    {
                        Id = Guid.CreateVersion7(),
                        AccountId = role.AccountId,
                        Role = role.Role,
                        Unit = next.Key,
                        TitleKey = role.TitleKey,
                        ValidFrom = from,
                        ValidTo = last,
                    }
                );
        }

        return terms;
    }
}
