using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Access;

/// <summary>Where somebody of the staff reads their mail.</summary>
public sealed record StaffMail
{
    public required Guid AccountId { get; init; }

    public required string Email { get; init; }

    public required string Name { get; init; }
}

/// <summary>A member of staff with the roles they hold today, those of ended units among them.</summary>
public sealed record StaffMember(Guid AccountId, string Name, IReadOnlyList<RoleHolding> Roles, IReadOnlyList<RoleHolding> Reach)
{
    public bool Holds(StaffRole role, string unit) => Reach.Any(held => held.Role == role && held.Unit == unit);
}

/// <summary>Danh sách cán bộ: who holds a role in a unit today; for a unit that has ended, in its successor.</summary>
public sealed class StaffDirectory(OfficeDbContext db, ProcedureCatalogue catalogue, OfficeClock clock)
{
    public async Task<IReadOnlyList<Assignee>> HoldersAsync(StaffRole role, string unit, CancellationToken cancel)
    {
        var today = clock.Today;
        var living = catalogue.Organisation.KeyOn(unit, today);
        string[] units = [living, .. catalogue.Organisation.PredecessorsOf(living)];
        return await db
            .RoleAssignments.AsNoTracking()
            .Where(held => held.Role == role && units.Contains(held.Unit) && held.ValidFrom <= today && (held.ValidTo == null || held.ValidTo >= today))
            .Join(db.Users, held => held.AccountId, account => account.Id, (held, account) => new { account.Id, account.DisplayName })
            .Distinct()
            .OrderBy(holder => holder.DisplayName)
            .Select(holder => new Assignee(holder.Id, holder.DisplayName, unit))
            .ToListAsync(cancel);
    }

    /// <summary>Everybody who holds a role today, by name.</summary>
    public async Task<IReadOnlyList<StaffMember>> MembersAsync(CancellationToken cancel)
    {
        var today = clock.Today;
        var held = await db
            .RoleAssignments.AsNoTracking()
            .Where(held => held.ValidFrom <= today && (held.ValidTo == null || held.ValidTo >= today))
            .Join(
                db.Users,
                held => held.AccountId,
                account => account.Id,
                (held, account) =>
                    new
                    {
                        account.Id,
                        account.DisplayName,
                        held.Role,
                        held.Unit,
                    }
            )
            .OrderBy(one => one.DisplayName)
            .ThenBy(one => one.Id)
            .ToListAsync(cancel);
        return
        [
            .. from one in held
            group new RoleHolding(one.Role, one.Unit) by (one.Id, one.DisplayName) into person
            let roles = person.ToList()
            select new StaffMember(person.Key.Id, person.Key.DisplayName, roles, catalogue.Organisation.WithInherited(roles)),
        ];
    }

    /// <summary>Where those who hold a role in a unit today read their mail; who has no address is left out.</summary>
    public async Task<IReadOnlyList<StaffMail>> MailsAsync(StaffRole role, string unit, CancellationToken cancel)
    {
        var holders = (await HoldersAsync(role, unit, cancel)).Select(holder => holder.AccountId).ToList();
        return await Mails().Where(mail => holders.Contains(mail.AccountId)).OrderBy(mail => mail.AccountId).ToListAsync(cancel);
    }

    public Task<StaffMail?> MailOfAsync(Guid accountId, CancellationToken cancel) => Mails().SingleOrDefaultAsync(mail => mail.AccountId == accountId, cancel);

    public Task<string?> UserNameAsync(Guid accountId, CancellationToken cancel) =>
        db.Users.AsNoTracking().Where(account => account.Id == accountId).Select(account => account.UserName).SingleOrDefaultAsync(cancel);

    public async Task<Assignee?> FindAsync(Guid accountId, StaffRole role, string unit, CancellationToken cancel) =>
        (await HoldersAsync(role, unit, cancel)).FirstOrDefault(holder => holder.AccountId == accountId);

    /// <summary>Who holds which role from today on, for the check of routes.</summary>
    public async Task<HeldRoles> HeldRolesAsync(CancellationToken cancel)
    {
        var today = clock.Today;
        return new HeldRoles(
            today,
            await db
                .RoleAssignments.AsNoTracking()
                .Where(held => held.ValidTo == null || held.ValidTo >= today)
                .Select(held => new HeldRole(held.Role, held.Unit, held.ValidFrom, held.ValidTo))
                .ToListAsync(cancel)
        )
        {
            Announced = await db.UnitSuccessions.AsNoTracking().OrderBy(one => one.Id).ToListAsync(cancel),
        };
    }

    private IQueryable<StaffMail> Mails() =>
        db
            .Users.AsNoTracking()
            .Where(account => account.Email != null && account.Email != "")
            .Select(account => new StaffMail
            {
                AccountId = account.Id,
                Email = account.Email!,
                Name = account.DisplayName,
            });
}
