using HaiDuong.Licensing.Domain.Dossiers;
using Microsoft.AspNetCore.DataProtection;

namespace HaiDuong.Licensing.OneStop.Access;

/// <summary>
/// Lets a visitor without an account back to the one dossier they proved to know: a sealed cookie, good for two hours, that the browser sends
/// to that dossier's pages only. There are two: one opens everything, one lets look at what tells of no person. Also seals the id of a draft that is not saved
/// yet.
/// </summary>
public sealed class VisitorPass(IHttpContextAccessor http, IDataProtectionProvider protection)
{
    /// <summary>
    /// Every page of a submitted dossier that its applicant opens lies under this folder and the dossier's reference, or its code for whoever may only look.
    /// </summary>
    public const string Folder = "/theo-doi/";

    private const string CookieName = "the-ho-so";
    private const string LookCookieName = "the-xem";
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(2);
    private readonly ITimeLimitedDataProtector passes = protection.CreateProtector("visitor-pass").ToTimeLimitedDataProtector();
    private readonly ITimeLimitedDataProtector looks = protection.CreateProtector("visitor-look").ToTimeLimitedDataProtector();
    private readonly IDataProtector drafts = protection.CreateProtector("new-draft");

    /// <summary>Opens everything of the dossier.</summary>
    public void Give(Dossier dossier) => Append(CookieName, passes, dossier, dossier.Reference);

    /// <summary>Lets look; where the dossier lies for such a visitor tells nothing but its code.</summary>
    public void GiveLook(Dossier dossier) => Append(LookCookieName, looks, dossier, dossier.Code!);

    public bool Opens(Dossier dossier) => Holds(CookieName, passes, dossier);

    public bool LetsLook(Dossier dossier) => Holds(LookCookieName, looks, dossier);

    /// <summary>The id of a new draft as a form may carry it: nobody can put another dossier's id in its place.</summary>
    public string Seal(Guid draftId) => drafts.Protect(draftId.ToString("N"));

    /// <summary>Null when this program did not seal it.</summary>
    public Guid? Unseal(string? sealedId) => Unseal(() => drafts.Unprotect(sealedId ?? ""));

    private void Append(string name, ITimeLimitedDataProtector protector, Dossier dossier, string place) =>
        http.HttpContext?.Response.Cookies.Append(
            name,
            protector.Protect(dossier.Id.ToString("N"), Lifetime),
            new CookieOptions
            {
                HttpOnly = true,
                IsEssential = true,
                SameSite = SameSiteMode.Lax,
                Secure = http.HttpContext.Request.IsHttps,
                MaxAge = Lifetime,
                Path = Folder + place,
            }
        );

    private bool Holds(string name, ITimeLimitedDataProtector protector, Dossier dossier) =>
        Unseal(() => protector.Unprotect(http.HttpContext?.Request.Cookies[name] ?? "")) == dossier.Id;

    private static Guid? Unseal(Func<string> open)
    {
        try
        {
            return Guid.TryParse(open(), out var id) ? id : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }
}
