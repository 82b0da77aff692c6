using System.Security.Claims;
using HaiDuong.Licensing.Domain.Staff;

namespace HaiDuong.Licensing.OneStop.Access;

/// <summary>The person behind the request, with the roles they hold today.</summary>
public sealed class CurrentActor(IHttpContextAccessor http, ActorDirectory people)
{
    private KnownActor? known;

    /// <summary>True, once the actor is known, when they must change the password that the administrator made; until then they hold no role.</summary>
    public bool MustChangePassword => known is { MustChangePassword: true };

    /// <summary>Who is logged in; for a visitor an applicant without an account.</summary>
    public async Task<Actor> GetAsync(CancellationToken cancel = default)
    {
        var id = http.HttpContext?.User.FindFirstValue(ClaimTypes.NameIdentifier);
        known ??= (Guid.TryParse(id, out var accountId) ? await people.FindAsync(accountId, cancel) : null) ?? new KnownActor(Actor.ApplicantNamed(""));
        return known.Actor;
    }
}
