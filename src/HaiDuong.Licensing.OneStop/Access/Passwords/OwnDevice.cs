using Microsoft.AspNetCore.DataProtection;

namespace HaiDuong.Licensing.OneStop.Access.Passwords;

/// <summary>
/// Thiết bị quen: a sealed cookie, for the log-in page alone, that tells that an account's owner has logged in here before. It opens nothing;
/// strangers' wrong tries do not count against it.
/// </summary>
public sealed class OwnDevice(IHttpContextAccessor http, IDataProtectionProvider protection)
{
    private const string CookieName = "thiet-bi";
    private const int MostAccounts = 8;
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(180);
    private readonly ITimeLimitedDataProtector seal = protection.CreateProtector("own-device").ToTimeLimitedDataProtector();

    /// <summary>This device's number for the account; null when the owner has not logged in on it.</summary>
    public Guid? Of(Guid accountId) =>
        Read().FirstOrDefault(known => known.Account == accountId) is { Device: var device } && device != Guid.Empty ? device : null;

    public void Remember(Guid accountId)
    {
        if (http.HttpContext is not { } context)
            return;
        var known = Read()
            .Where(one => one.Account != accountId)
            .Take(MostAccounts - 1)
            .Prepend((Account: accountId, Device: Of(accountId) ?? Guid.CreateVersion7()));
        var text = string.Join(';', known.Select(one => $"{one.Account:N}/{one.Device:N}"));
        context.Response.Cookies.Append(
            CookieName,
            seal.Protect(text, Lifetime),
            new CookieOptions
            {
                HttpOnly = true,
                IsEssential = true,
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
                MaxAge = Lifetime,
                Path = "/dang-nhap",
            }
        );
    }

    private List<(Guid Account, Guid Device)> Read()
    {
        try
        {
            var text = http.HttpContext?.Request.Cookies[CookieName] is { Length: > 0 } cookie ? seal.Unprotect(cookie) : "";
            return
            [
                .. text.Split(';', StringSplitOptions.RemoveEmptyEntries)
                    .Select(one => one.Split('/'))
                    .Select(parts => (Guid.Parse(parts[0]), Guid.Parse(parts[1]))),
            ];
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return [];
        }
    }
}
