using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Access;

/// <summary>Where somebody of the staff reads their mail.</summary>
public sealed record StaffMail
{
    public required Guid AccountId { get; init; }

    public required string Email { get; init; }

    public required string Name { get; init; }

    public string? Language { get; init; }
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

    /// <summary>
    /// Người đang làm việc: who is at a desk today: whoever holds the role in the unit, or stands in for somebody who does; who is away is left out where
    /// somebody stands in for them.
    /// </summary>
    public async Task<IReadOnlyList<Assignee>> PresentAsync(StaffRole role, string unit, CancellationToken cancel)
    {
        var today = clock.Today;
        var living = catalogue.Organisation.KeyOn(unit, today);
        string[] units = [living, .. catalogue.Organisation.PredecessorsOf(living)];
        var (held, away) = (role.ToString(), Away(today));
        return await DeskHolder
            .On(today, db)
            .Where(holder => holder.Role == held && units.Contains(holder.Unit))
            .Where(holder => !away.Any(fact => fact.PersonId == holder.AccountId && fact.SubstituteId != null && (fact.Role == null || fact.Role == role)))
            .Join(db.Users, holder => holder.AccountId, account => account.Id, (holder, account) => new { account.Id, account.DisplayName })
            .Distinct()
            .OrderBy(holder => holder.DisplayName)
            .Select(holder => new Assignee(holder.Id, holder.DisplayName, unit))
            .ToListAsync(cancel);
    }

    /// <summary>Who is away today, with who stands in for them.</summary>
    public async Task<IReadOnlyList<StandIn>> AwayAsync(CancellationToken cancel) =>
        await Away(clock.Today).AsNoTracking().OrderBy(fact => fact.Id).ToListAsync(cancel);

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

    /// <summary>Where those who are at a desk today read their mail; who has no address is left out.</summary>
    public async Task<IReadOnlyList<StaffMail>> MailsAsync(StaffRole role, string unit, CancellationToken cancel)
    {
        var holders = (await PresentAsync(role, unit, cancel)).Select(holder => holder.AccountId).ToList();
        return await Mails().Where(mail => holders.Contains(mail.AccountId)).OrderBy(mail => mail.AccountId).ToListAsync(cancel);
    }

    /// <summary>Where somebody reads their mail, and, while they are away, whoever stands in for them.</summary>
    public async Task<IReadOnlyList<StaffMail>> MailsOfAsync(Guid accountId, CancellationToken cancel)
    {
        var away = Away(clock.Today);
        return await Mails()
            .Where(mail => mail.AccountId == accountId || away.Any(fact => fact.PersonId == accountId && fact.SubstituteId == mail.AccountId))
            .OrderBy(mail => mail.AccountId != accountId)
            .ThenBy(mail => mail.AccountId)
            .ToListAsync(cancel);
    }

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

    private IQueryable<StandIn> Away(LocalDate day) =>
        db
            .StandIns.FromSql($"SELECT * FROM standing_stand_ins")
            .Where(fact => fact.IsAway && fact.ValidFrom <= day && (fact.ValidTo == null || fact.ValidTo >= day));

    private IQueryable<StaffMail> Mails() =>
        db
            .Users.AsNoTracking()
            .Where(account => account.Email != null && account.Email != "")
            .Select(account => new StaffMail
            {
                AccountId = account.Id,
                Email = account.Email!,
                Name = account.DisplayName,
                Language = account.Language,
            });
}
