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
        var held = await DeskHolder.On(today, db).Where(held => held.AccountId == accountId).OrderBy(held => held.StandInId ?? 0).ToListAsync(cancel);
        var mandates = await MandatesAsync(held, cancel);
        var roles = held.Select(one => new RoleHolding(Enum.Parse<StaffRole>(one.Role), one.Unit, one.TitleKey)
            {
                By = one.StandInId is { } fact ? mandates[fact] : null,
            })
            .ToList();
        return new KnownActor(
            roles.Count > 0
                ? new Actor(accountId, account.DisplayName, catalogue.Organisation.WithInherited(roles))
                : Actor.ApplicantNamed(account.DisplayName, accountId)
        );
    }

    /// <summary>By what somebody holds other people's roles; costs nothing where they hold none.</summary>
    private async Task<IReadOnlyDictionary<long, Mandate>> MandatesAsync(IEnumerable<DeskHolder> held, CancellationToken cancel)
    {
        var facts = held.Select(one => one.StandInId).OfType<long>().Distinct().ToList();
        return facts.Count == 0
            ? new Dictionary<long, Mandate>()
            : await db.StandIns.AsNoTracking().Where(fact => facts.Contains(fact.Id)).ToDictionaryAsync(fact => fact.Id, fact => fact.ToMandate(), cancel);
    }
}
