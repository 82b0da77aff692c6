using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Typed;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Storage.Mappings;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Filing;

/// <summary>What a dossier declared: who asked, and the form.</summary>
public sealed record DeclaredBefore(Applicant Applicant, FormData Form);

/// <summary>
/// What was declared before, in the order in which it is believed: the last dossier of the procedure, then the last ones of others. Online what the account
/// filed; at the counter, which sees the person, what was filed under their number.
/// </summary>
public sealed class EarlierDossiersQuery(OfficeDbContext db)
{
    private const int Most = 5;

    public async Task<IReadOnlyList<FormData>> OfAccountAsync(Guid? accountId, ApplicantKind kind, string slug, CancellationToken cancel)
    {
        if (accountId is null)
            return [];
        var found = await ReadAsync(db.Dossiers.Where(dossier => dossier.OwnerAccountId == accountId), slug, cancel);
        return [.. found.Where(earlier => earlier.Applicant.Kind == kind).Select(earlier => earlier.Form)];
    }

    public Task<IReadOnlyList<DeclaredBefore>> OfNumberAsync(string identityNumber, string slug, CancellationToken cancel) =>
        identityNumber.Length == 0
            ? Task.FromResult<IReadOnlyList<DeclaredBefore>>([])
            : ReadAsync(db.Dossiers.Where(dossier => EF.Property<string>(dossier, DossierMapping.ApplicantIdentity) == identityNumber), slug, cancel);

    private static async Task<IReadOnlyList<DeclaredBefore>> ReadAsync(IQueryable<Dossier> dossiers, string slug, CancellationToken cancel) =>
        await dossiers
            .AsNoTracking()
            .Where(dossier => dossier.Status != DossierStatus.Draft && !dossier.HidesApplicant)
            .OrderByDescending(dossier => dossier.ProcedureSlug == slug)
            .ThenByDescending(dossier => dossier.Id)
            .Take(Most)
            .Select(dossier => new DeclaredBefore(dossier.Applicant, dossier.Form))
            .ToListAsync(cancel);
}
