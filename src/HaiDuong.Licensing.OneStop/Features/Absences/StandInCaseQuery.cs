using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Features.Absences;

/// <summary>What a fact is checked against and shown with: the roles and facts of all time, and how people are called.</summary>
public sealed record KnownStandIns(StandInCase Case, IReadOnlyList<StandIn> All, IReadOnlyDictionary<Guid, string> Names);

/// <summary>Everything that was recorded about absence and authority: some lines a person a year.</summary>
public sealed class StandInCaseQuery(OfficeDbContext db, ProcedureCatalogue catalogue, OfficeClock clock)
{
    public async Task<KnownStandIns> ReadAsync(CancellationToken cancel)
    {
        var held = await db.RoleAssignments.AsNoTracking().OrderBy(held => held.ValidFrom).ToListAsync(cancel);
        List<DatedRole> roles =
        [
            .. held.Select(one => new DatedRole(one.AccountId, new RoleHolding(one.Role, one.Unit, one.TitleKey), one.ValidFrom, one.ValidTo)),
        ];
        var all = await db.StandIns.AsNoTracking().OrderBy(fact => fact.Id).ToListAsync(cancel);
        var names = await db
            .Users.AsNoTracking()
            .Where(account => db.RoleAssignments.Any(role => role.AccountId == account.Id))
            .ToDictionaryAsync(account => account.Id, account => account.DisplayName, cancel);
        return new KnownStandIns(new StandInCase(catalogue.Organisation, roles, new StandIns(all), clock.Today), all, names);
    }
}
