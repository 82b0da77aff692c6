using System.Security.Cryptography;
using HaiDuong.Licensing.Domain.Staff;
using Microsoft.AspNetCore.DataProtection;

namespace HaiDuong.Licensing.OneStop.Access;

/// <summary>
/// Máy lấy số: a device in the hall that a clerk opened for a counter. It carries a sealed cookie for a day of work and opens nothing but the page on which
/// numbers are drawn.
/// </summary>
public sealed class QueueDevice(IHttpContextAccessor http, IDataProtectionProvider protection)
{
    public const string Folder = "/lay-so";
    private const string CookieName = "may-lay-so";
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(14);
    private readonly ITimeLimitedDataProtector seal = protection.CreateProtector("queue-device").ToTimeLimitedDataProtector();

    /// <summary>The device at work for its counter; null when no clerk opened it, or not today.</summary>
    public Actor? Actor
    {
        get
        {
            try
            {
                return http.HttpContext?.Request.Cookies[CookieName] is { } sealedCounter
                    ? new Actor(null, "Máy lấy số", [new RoleHolding(StaffRole.CounterClerk, seal.Unprotect(sealedCounter))])
                    : null;
            }
            catch (CryptographicException)
            {
                return null;
            }
        }
    }

    public void OpenFor(string counter) =>
        http.HttpContext?.Response.Cookies.Append(
            CookieName,
            seal.Protect(counter, Lifetime),
            new CookieOptions
            {
                HttpOnly = true,
                IsEssential = true,
                SameSite = SameSiteMode.Lax,
                Secure = http.HttpContext.Request.IsHttps,
                MaxAge = Lifetime,
                Path = Folder,
            }
        );
}
