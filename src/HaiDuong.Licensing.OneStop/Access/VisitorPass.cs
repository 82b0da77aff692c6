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

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(2);
    private readonly SealedCookie pass = new(http, protection, "the-ho-so");
    private readonly SealedCookie look = new(http, protection, "the-xem");
    private readonly IDataProtector drafts = protection.CreateProtector("new-draft");

    /// <summary>Opens everything of the dossier.</summary>
    public void Give(Dossier dossier) => Write(pass, dossier, dossier.Reference);

    /// <summary>Lets look; where the dossier lies for such a visitor tells nothing but its code.</summary>
    public void GiveLook(Dossier dossier) => Write(look, dossier, dossier.Code!);

    public bool Opens(Dossier dossier) => IdOf(pass.Value) == dossier.Id;

    public bool LetsLook(Dossier dossier) => IdOf(look.Value) == dossier.Id;

    /// <summary>The id of a new draft as a form may carry it: nobody can put another dossier's id in its place.</summary>
    public string Seal(Guid draftId) => drafts.Protect(draftId.ToString("N"));

    /// <summary>Null when this program did not seal it.</summary>
    public Guid? Unseal(string? sealedId) => IdOf(SealedCookie.Open(drafts, sealedId ?? ""));

    private static void Write(SealedCookie cookie, Dossier dossier, string place) => cookie.Write(dossier.Id.ToString("N"), Folder + place, Lifetime);

    private static Guid? IdOf(string? opened) => Guid.TryParse(opened, out var id) ? id : null;
}
