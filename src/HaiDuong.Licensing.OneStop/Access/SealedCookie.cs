using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace HaiDuong.Licensing.OneStop.Access;

/// <summary>
/// A cookie whose value only this program can have written, that ends by itself and that no script of a page reads. What is sealed under one name opens under
/// no other.
/// </summary>
internal sealed class SealedCookie(IHttpContextAccessor http, IDataProtectionProvider protection, string name)
{
    private readonly ITimeLimitedDataProtector seal = protection.CreateProtector("cookie", name).ToTimeLimitedDataProtector();

    /// <summary>What was written; null when there is nothing, when its time is over or when somebody else wrote it.</summary>
    public string? Value => http.HttpContext?.Request.Cookies[name] is { } written ? Open(seal, written) : null;

    /// <summary>Null when this program did not seal it.</summary>
    public static string? Open(IDataProtector seal, string written)
    {
        try
        {
            return seal.Unprotect(written);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <param name="value">What is sealed.</param>
    /// <param name="folder">The browser sends it to the pages there only.</param>
    /// <param name="lifetime">How long it is good for.</param>
    public void Write(string value, string folder, TimeSpan lifetime) =>
        http.HttpContext?.Response.Cookies.Append(
            name,
            seal.Protect(value, lifetime),
            new CookieOptions
            {
                HttpOnly = true,
                IsEssential = true,
                SameSite = SameSiteMode.Lax,
                Secure = http.HttpContext.Request.IsHttps,
                MaxAge = lifetime,
                Path = folder,
            }
        );
}
