using System.Security.Claims;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Access;

/// <summary>The person behind the request, with the roles they hold today; read from the database each time, so a removed role is gone at once.</summary>
public sealed class CurrentActor(IHttpContextAccessor http, OfficeDbContext db, ProcedureCatalogue catalogue, OfficeClock clock)
{
    private Actor? known;

    /// <summary>True, once the actor is known, when they must change the password that the administrator made; until then they hold no role.</summary>
    public bool MustChangePassword { get; private set; }

    /// <summary>Who is logged in; for a visitor an applicant without an account.</summary>
    public async Task<Actor> GetAsync(CancellationToken cancel = default)
    {
        if (known is not null)
            return known;
        var id = http.HttpContext?.User.FindFirstValue(ClaimTypes.NameIdentifier);
        known = Guid.TryParse(id, out var accountId) ? await LoadAsync(accountId, cancel) : Actor.ApplicantNamed("");
        return known;
    }

    private async Task<Actor> LoadAsync(Guid accountId, CancellationToken cancel)
    {
        var today = clock.Today;
        var account = await db.Users.AsNoTracking().SingleOrDefaultAsync(user => user.Id == accountId, cancel);
        if (account is null)
            return Actor.ApplicantNamed("");
        MustChangePassword = account.PasswordIsTemporary;
        if (MustChangePassword)
            return new Actor(accountId, account.DisplayName, []);
        var roles = await db
            .RoleAssignments.AsNoTracking()
            .Where(held => held.AccountId == accountId && held.ValidFrom <= today && (held.ValidTo == null || held.ValidTo >= today))
            .Select(held => new RoleHolding(held.Role, held.Unit, held.TitleKey))
            .ToListAsync(cancel);
        return roles.Count > 0
            ? new Actor(accountId, account.DisplayName, catalogue.Organisation.WithInherited(roles))
            : Actor.ApplicantNamed(account.DisplayName, accountId);
    }
}
