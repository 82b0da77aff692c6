using HaiDuong.Licensing.OneStop.Access.Passwords;
using HaiDuong.Licensing.OneStop.Access.Security;
using HaiDuong.Licensing.OneStop.Access.Sessions;
using HaiDuong.Licensing.OneStop.Identity;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace HaiDuong.Licensing.OneStop.Access;

/// <summary>Đăng nhập: by user name or e-mail address and password; each log-in begins a session of its own on the server.</summary>
public sealed class LogIn(
    SignInManager<Account> signIn,
    UserManager<Account> accounts,
    PasswordProof passwords,
    OpenSessions sessions,
    IHttpContextAccessor http,
    SecurityLog log
)
{
    /// <summary>The account that is logged in now, or why it was not.</summary>
    public async Task<NamedProof> TryAsync(string name, string password, bool remember, CancellationToken cancel)
    {
        var proof = await passwords.OfNameAsync(name, password, cancel);
        if (proof.Account is { } account)
        {
            await EnterAsync(account, remember);
            await log.NoteAsync(SecurityEventKind.LoggedIn, account, cancel);
        }

        return proof;
    }

    /// <summary>Logs somebody in without asking for the password; the session they had in this browser ends.</summary>
    public async Task EnterAsync(Account account, bool remember = false)
    {
        await EndOwnAsync();
        var session = await sessions.BeginAsync(
            account.Id,
            remember,
            VisitorAddress.Of(http.HttpContext),
            http.HttpContext?.Request.Headers.UserAgent.ToString() ?? ""
        );
        var properties = new AuthenticationProperties
        {
            IsPersistent = remember,
            AllowRefresh = false,
            ExpiresUtc = session.EndsAt.ToDateTimeOffset(),
        };
        await signIn.SignInWithClaimsAsync(account, properties, [SessionCookie.ClaimOf(session)]);
    }

    /// <summary>Goes on in a new session after a change that ended all of them.</summary>
    public async Task StayAsync(Guid accountId)
    {
        if (await accounts.FindByIdAsync(accountId.ToString()) is { } account)
            await EnterAsync(account);
    }

    /// <summary>Logs out; what Back would show again goes with its owner.</summary>
    public async Task LeaveAsync()
    {
        http.HttpContext?.Response.Headers["Clear-Site-Data"] = "\"cache\"";
        await EndOwnAsync();
        if (SessionCookie.AccountOf(http.HttpContext?.User) is { } account)
            await log.NoteAsync(SecurityEventKind.LoggedOut, await accounts.FindByIdAsync(account.ToString()), CancellationToken.None);
        await signIn.SignOutAsync();
    }

    private async Task EndOwnAsync()
    {
        var user = http.HttpContext?.User;
        if (SessionCookie.IdOf(user) is { } session && SessionCookie.AccountOf(user) is { } account)
            await sessions.EndAsync(session, account, CancellationToken.None);
    }
}
