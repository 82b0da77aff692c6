using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.Web.Features.Submission;

/// <summary>
/// What an account declared before, in the order in which it is believed: its last dossier of the procedure, then its last ones of others.
/// </summary>
public sealed class EarlierFormsQuery(OfficeDbContext db)
{
    private const int Most = 5;

    public async Task<IReadOnlyList<FormData>> ReadAsync(Guid? accountId, ApplicantKind kind, string slug, CancellationToken cancel)
    {
        if (accountId is null)
            return [];
        var found = await db.Dossiers.AsNoTracking()
            .Where(dossier => dossier.OwnerAccountId == accountId && dossier.Status != DossierStatus.Draft && !dossier.HidesApplicant)
            .OrderByDescending(dossier => dossier.ProcedureSlug == slug).ThenByDescending(dossier => dossier.Id)
            .Take(Most)
            .Select(dossier => new { dossier.Applicant, dossier.Form })
            .ToListAsync(cancel);
        return [.. found.Where(earlier => earlier.Applicant.Kind == kind).Select(earlier => earlier.Form)];
    }
}
