using System.Security.Cryptography;
using System.Text;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Domain.Typed;
using HaiDuong.Licensing.OneStop.Access.Security;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Access;

/// <summary>A dossier opened by its applicant, and in whose name they act on it.</summary>
public sealed record OpenedDossier(Dossier Dossier, Actor Actor);

/// <summary>A dossier to look at; without <see cref="IsWhole"/> nothing of it that tells of a person.</summary>
public sealed record SeenDossier(Dossier Dossier, bool IsWhole);

/// <summary>
/// Opens a dossier to its applicant: the account that owns it, or the visitor who proved to know it. Anybody else learns nothing, not even
/// that it exists.
/// </summary>
public sealed class ApplicantDoor(OfficeDbContext db, DossierStore store, CurrentActor current, VisitorPass pass, HiddenDossierLog log)
{
    /// <summary>Where a dossier is asked for by code and number.</summary>
    public const string TrackPath = "/tra-cuu";

    private const string LogInPath = "/dang-nhap";
    private const string FirstPage = "ho-so";
    private static readonly string[] Pages = ["bo-sung", "rut", "thoi-han", "da-nop"];

    /// <summary>A submitted dossier with everything; null when there is none or it is somebody else's.</summary>
    public async Task<OpenedDossier?> OpenAsync(string reference, CancellationToken cancel)
    {
        var dossier = await store.FindByReferenceAsync(reference, cancel);
        if (dossier is null || dossier.Status == DossierStatus.Draft)
            return null;
        var asOwner = await AsOwnerAsync(dossier, cancel);
        var opened = asOwner ?? (pass.Opens(dossier) && !await IsStaffAsync(cancel) ? AsVisitor(dossier) : null);
        if (opened is not null)
            await log.OpenedAsync(dossier, asOwner is not null, cancel);
        return opened;
    }

    /// <summary>
    /// Whether a member of staff is logged in. At the counter they hand out the receipts that carry the reference, and would act in the name of an
    /// applicant: their way to a dossier is the desk, where it is known who they are.
    /// </summary>
    public async Task<bool> IsStaffAsync(CancellationToken cancel) =>
        await current.GetAsync(cancel) is { AccountId: not null } actor && !actor.Is(StaffRole.Applicant);

    /// <summary>The same dossier for a page that only shows how it goes on; to whoever came by code and number, a copy without the people.</summary>
    public async Task<SeenDossier?> LookAsync(string address, CancellationToken cancel)
    {
        if (await OpenAsync(address, cancel) is { } opened)
            return new SeenDossier(opened.Dossier, true);
        var dossier = await db.DossiersOf(TypedCode.Read(address))
            .AsNoTracking()
            .Include(found => found.Work)
            .Include(found => found.History.OrderBy(line => line.Id))
            .SingleOrDefaultAsync(found => found.Status != DossierStatus.Draft && !found.HidesApplicant, cancel);
        if (dossier is null || !pass.LetsLook(dossier))
            return null;
        dossier.ForgetApplicant("");
        return new SeenDossier(dossier, false);
    }

    /// <summary>
    /// Where somebody proves to know the dossier whose page was asked for, and comes back from: with code and number, or for what shows or
    /// changes more than they opened, with more. The address alone decides, so that a dossier that is there is not told from one that is not.
    /// </summary>
    public async Task<string> AskAtAsync(string address, string? page, CancellationToken cancel)
    {
        var onward = $"?toi={(Pages.Contains(page) ? page : FirstPage)}";
        var place = Uri.EscapeDataString(address);
        return await LookAsync(address, cancel) is not null ? $"{VisitorPass.Folder}{place}/mo{onward}" : $"{TrackPath}/{place}{onward}";
    }

    /// <summary>Lets the visitor in as far as they proved to know the dossier; gives the address of the page.</summary>
    public string Enter(SeenDossier found, string? page)
    {
        if (found.IsWhole)
        {
            pass.Give(found.Dossier);
            return Whole(found.Dossier, page);
        }

        pass.GiveLook(found.Dossier);
        var here = VisitorPass.Folder + found.Dossier.Code;
        return page == "thoi-han" ? $"{here}/{page}"
            : Pages.Contains(page) ? $"{here}/mo?toi={page}"
            : here;
    }

    /// <summary>Whether the reference was typed; it cannot be guessed.</summary>
    public static bool IsReferenceOf(Dossier dossier, string? typed) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(dossier.Reference), Encoding.UTF8.GetBytes(TypedCode.Read(typed).Printed ?? ""));

    /// <summary>The page that was wanted, under the dossier's reference.</summary>
    public static string Whole(Dossier dossier, string? page) => VisitorPass.Folder + dossier.Reference + (Pages.Contains(page) ? "/" + page : "");

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

    /// <summary>The reference of a dossier whose sealed id somebody holds; null when it was never saved.</summary>
    public Task<string?> ReferenceOfAsync(Guid id, CancellationToken cancel) =>
        db.Dossiers.AsNoTracking().Where(dossier => dossier.Id == id).Select(dossier => (string?)dossier.Reference).SingleOrDefaultAsync(cancel);

    /// <summary>
    /// Where somebody who opens the address of a draft again is led that is none any more, or that waits for its owner to log in; null when there
    /// is none. References cannot be guessed, so that only whoever had the draft learns it.
    /// </summary>
    public async Task<string?> LeadOnAsync(string? reference, string here, CancellationToken cancel)
    {
        var found = reference is null ? null : await store.FindByReferenceAsync(reference, cancel);
        return found is null || found.Reference != reference || found.Channel != SubmissionChannel.Online ? null
            : found.Status != DossierStatus.Draft ? VisitorPass.Folder + found.Reference
            : found.OwnerAccountId is not null && (await current.GetAsync(cancel)).AccountId is null ? $"{LogInPath}?ReturnUrl={Uri.EscapeDataString(here)}"
            : null;
    }

    /// <summary>
    /// The dossier that the code and the number prove somebody to know; null when either is wrong, without a difference that could be measured. The
    /// reference cannot be guessed: with it the applicant's number opens everything. A dossier code can, and identity numbers are known to many: both
    /// together only let look, and the tax code or registration number of an organisation, which everybody may read, not even that; the number of the
    /// person who submitted does. Where the sender is kept secret (Luật Tố cáo) the reference alone opens and the number is not looked at: right or wrong,
    /// it would tell who sent the dossier. A draft in which no number is declared yet has nothing to compare it with.
    /// </summary>
    public async Task<SeenDossier?> FindAsync(string? code, string? number, CancellationToken cancel)
    {
        var wanted = TypedCode.Read(code);
        var found = await db.DossiersOf(wanted)
            .AsNoTracking()
            .Select(dossier => new
            {
                dossier.Id,
                dossier.Reference,
                dossier.Applicant,
                dossier.Submitter,
                dossier.HidesApplicant,
                dossier.Status,
            })
            .FirstOrDefaultAsync(cancel);
        var isByReference = found is not null && found.Reference == wanted.Printed;
        var isOpenToOwner = isByReference || found is not null && ApplicantKinds.IsPerson(found.Applicant.Kind);
        var isOwner = Same(found?.Applicant.IdentityNumber, number) & isOpenToOwner;
        var isSubmitter = Same(found?.Submitter?.IdentityNumber, number) & found?.Submitter?.IdentityNumber is { Length: > 0 };
        var isByReferenceAlone = found?.HidesApplicant == true || (found?.Status == DossierStatus.Draft && !DraftReopenings.IsNumbered(found.Applicant));
        var opens = isByReferenceAlone ? isByReference : isOwner | isSubmitter;
        if (found is null || !opens || await store.FindAsync(found.Id, cancel) is not { } dossier)
            return null;
        if (dossier.Status != DossierStatus.Draft)
            await log.EnteredAsync(dossier, cancel);
        return new SeenDossier(dossier, isByReference);
    }

    private async Task<OpenedDossier?> AsOwnerAsync(Dossier dossier, CancellationToken cancel)
    {
        var actor = await current.GetAsync(cancel);
        return dossier.OwnerAccountId is { } owner && owner == actor.AccountId ? new OpenedDossier(dossier, actor) : null;
    }

    private static OpenedDossier AsVisitor(Dossier dossier) => new(dossier, Actor.ApplicantOf(dossier.Id, dossier.Applicant.Name));

    private static bool Same(string? declared, string? typed) => CryptographicOperations.FixedTimeEquals(Digest(declared), Digest(typed));

    private static byte[] Digest(string? number) => SHA256.HashData(Encoding.UTF8.GetBytes(TypedIdentity.Key(number)));
}
