using System.Security.Claims;
using HaiDuong.Licensing.OneStop.Identity;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.StaticAssets;

namespace HaiDuong.Licensing.OneStop.Access.Sessions;

/// <summary>The cookie of a log-in: it names a session and is worth nothing once that has ended.</summary>
public static class SessionCookie
{
    private const string Name = "session";

    public static Claim ClaimOf(Session session) => new(Name, session.Id.ToString("N"));

    /// <summary>The session that the request's cookie names; null for visitors.</summary>
    public static Guid? IdOf(ClaimsPrincipal? user) => Guid.TryParse(user?.FindFirstValue(Name), out var id) ? id : null;

    public static Guid? AccountOf(ClaimsPrincipal? user) => Guid.TryParse(user?.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;

    /// <summary>Asked of every request that carries the cookie, but not for a picture or a style sheet.</summary>
    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        if (context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
            return;
        var sessions = context.HttpContext.RequestServices.GetRequiredService<OpenSessions>();
        if (
            IdOf(context.Principal) is { } id
            && AccountOf(context.Principal) is { } account
            && await sessions.FindLivingAsync(id, account, context.HttpContext.RequestAborted) is not null
        )
            return;
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
    }
}
