using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Access;

/// <summary>Somebody with an account; true when they must change the password that the administrator made, until which they hold no role.</summary>
public sealed record KnownActor(Actor Actor, bool MustChangePassword = false);

/// <summary>Who an account is, with the roles they hold today; read from the database each time, so a removed role is gone at once.</summary>
public sealed class ActorDirectory(OfficeDbContext db, ProcedureCatalogue catalogue, OfficeClock clock)
{
    /// <summary>The person; whoever holds no role is an applicant; null where there is no such account.</summary>
    public async Task<KnownActor?> FindAsync(Guid accountId, CancellationToken cancel)
    {
        var today = clock.Today;
        var account = await db.Users.AsNoTracking().SingleOrDefaultAsync(user => user.Id == accountId, cancel);
        if (account is null)
            return null;
        if (account.PasswordIsTemporary)
            return new KnownActor(new Actor(accountId, account.DisplayName, []), MustChangePassword: true);
        var roles = await db
            .RoleAssignments.AsNoTracking()
            .Where(held => held.AccountId == accountId && held.ValidFrom <= today && (held.ValidTo == null || held.ValidTo >= today))
            .Select(held => new RoleHolding(held.Role, held.Unit, held.TitleKey))
            .ToListAsync(cancel);
        return new KnownActor(
            roles.Count > 0
                ? new Actor(accountId, account.DisplayName, catalogue.Organisation.WithInherited(roles))
                : Actor.ApplicantNamed(account.DisplayName, accountId)
        );
    }
}
