using System.Security.Cryptography;
using System.Text;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Web.Storage;
using HaiDuong.Licensing.Web.Storage.Mappings;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.Web.Access;

/// <summary>A dossier opened by its applicant, and in whose name they act on it.</summary>
public sealed record OpenedDossier(Dossier Dossier, Actor Actor);

/// <summary>
/// Opens a dossier to its applicant: the account that owns it, or the visitor who proved to know it. Anybody else learns nothing, not even
/// that it exists.
/// </summary>
public sealed class ApplicantDoor(OfficeDbContext db, DossierStore store, CurrentActor current, VisitorPass pass)
{
    /// <summary>A submitted dossier; null when there is none or it is somebody else's.</summary>
    public async Task<OpenedDossier?> OpenAsync(string reference, CancellationToken cancel)
    {
        var dossier = await store.FindByReferenceAsync(reference, cancel);
        if (dossier is null || dossier.Status == DossierStatus.Draft)
            return null;
        return await AsOwnerAsync(dossier, cancel) ?? (pass.Opens(dossier) ? AsVisitor(dossier) : null);
    }

    /// <summary>An online draft: its owner's, or without an account whoever holds its reference.</summary>
    public async Task<OpenedDossier?> OpenDraftAsync(string reference, CancellationToken cancel)
    {
        var dossier = await store.FindByReferenceAsync(reference, cancel);
        if (dossier is null || dossier.Status != DossierStatus.Draft || dossier.Channel != SubmissionChannel.Online)
            return null;
        return await AsOwnerAsync(dossier, cancel) ?? (dossier.OwnerAccountId is null ? AsVisitor(dossier) : null);
    }

    /// <summary>Whether the draft with this reference has left its applicant's hands.</summary>
    public Task<bool> IsSubmittedAsync(string reference, CancellationToken cancel) =>
        db.Dossiers.AsNoTracking().AnyAsync(dossier => dossier.Reference == reference && dossier.Status != DossierStatus.Draft, cancel);

    /// <summary>
    /// The dossier with this code or reference whose applicant has this identity number; null when either is wrong, without a difference
    /// that could be measured.
    /// </summary>
    public async Task<Dossier?> FindAsync(string? code, string? identityNumber, CancellationToken cancel)
    {
        var wanted = (code ?? "").Trim().ToUpperInvariant();
        var found = await db.Dossiers.AsNoTracking()
            .Where(dossier => dossier.Reference == wanted || dossier.Code == wanted)
            .Select(dossier => new { dossier.Id, Identity = EF.Property<string?>(dossier, DossierMapping.ApplicantIdentity) })
            .FirstOrDefaultAsync(cancel);
        var same = CryptographicOperations.FixedTimeEquals(Digest(found?.Identity), Digest(identityNumber));
        return found is not null && same ? await store.FindAsync(found.Id, cancel) : null;
    }

    private async Task<OpenedDossier?> AsOwnerAsync(Dossier dossier, CancellationToken cancel)
    {
        var actor = await current.GetAsync(cancel);
        return dossier.OwnerAccountId is { } owner && owner == actor.AccountId ? new OpenedDossier(dossier, actor) : null;
    }

    private static OpenedDossier AsVisitor(Dossier dossier) => new(dossier, Actor.ApplicantNamed(dossier.Applicant.Name));

    private static byte[] Digest(string? number) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat((number ?? "").Where(char.IsAsciiDigit))));
}
