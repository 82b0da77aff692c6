using System.Security.Cryptography;
using System.Text;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Typed;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Web.Storage;
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
    /// The dossier that the code and the number prove somebody to know; null when either is wrong, without a difference that could be measured.
    /// The reference cannot be guessed, so the applicant's number goes with it. A dossier code can, and so can an organisation's tax code: with
    /// the code an organisation's dossier opens only to the identity number of the person who submitted it. Where the sender is kept secret
    /// (Luật Tố cáo) the reference alone opens and the number is not looked at: right or wrong, it would tell who sent the dossier.
    /// </summary>
    public async Task<Dossier?> FindAsync(string? code, string? number, CancellationToken cancel)
    {
        var wanted = (code ?? "").Trim().ToUpperInvariant();
        var found = await db.Dossiers.AsNoTracking()
            .Where(dossier => dossier.Reference == wanted || dossier.Code == wanted)
            .Select(dossier => new { dossier.Id, dossier.Reference, dossier.Applicant, dossier.Submitter, dossier.HidesApplicant })
            .FirstOrDefaultAsync(cancel);
        var isByReference = found?.Reference == wanted;
        var isOpenToOwner = isByReference || found?.Applicant.Kind == ApplicantKind.Individual;
        var isOwner = Same(found?.Applicant.IdentityNumber, number) & isOpenToOwner;
        var isSubmitter = Same(found?.Submitter?.IdentityNumber, number) & found?.Submitter?.IdentityNumber is { Length: > 0 };
        var opens = found?.HidesApplicant == true ? isByReference : isOwner | isSubmitter;
        return found is not null && opens ? await store.FindAsync(found.Id, cancel) : null;
    }

    private async Task<OpenedDossier?> AsOwnerAsync(Dossier dossier, CancellationToken cancel)
    {
        var actor = await current.GetAsync(cancel);
        return dossier.OwnerAccountId is { } owner && owner == actor.AccountId ? new OpenedDossier(dossier, actor) : null;
    }

    private static OpenedDossier AsVisitor(Dossier dossier) => new(dossier, Actor.ApplicantNamed(dossier.Applicant.Name));

    private static bool Same(string? declared, string? typed) => CryptographicOperations.FixedTimeEquals(Digest(declared), Digest(typed));

    private static byte[] Digest(string? number) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(TypedText.Plain(number).Where(char.IsAsciiDigit))));
}
