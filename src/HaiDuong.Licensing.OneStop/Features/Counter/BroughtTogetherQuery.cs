using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Features.Counter;

/// <summary>Hồ sơ nộp cùng lúc: what one applicant brought to the counter today, and one of them as the beginning of the next.</summary>
public sealed class BroughtTogetherQuery(OfficeDbContext db, ProcedureCatalogue catalogue, OfficeClock clock)
{
    /// <summary>The dossiers of the applicant that the counter accepted today, in the order in which they came; none where the sender is kept secret.</summary>
    public async Task<IReadOnlyList<DossierRow>> WithAsync(Dossier dossier, CancellationToken cancel)
    {
        if (dossier.HidesApplicant)
            return [];
        var (number, today) = (dossier.Applicant.IdentityNumber, clock.Today.AtMidnight());
        return await db
            .DossierRows.AsNoTracking()
            .Where(DossierRow.InTheOffice)
            .Where(row => row.ApplicantIdentity == number && !row.HidesApplicant && row.Channel != SubmissionChannel.Online && row.AcceptedAt >= today)
            .OrderBy(row => row.DossierId)
            .Take(Batch.Most)
            .ToListAsync(cancel);
    }

    /// <summary>The dossier that the next one of a procedure may be begun from: taken in today, by the version that is in force.</summary>
    public async Task<Dossier?> FirstAsync(Guid id, string slug, CancellationToken cancel) =>
        await db.Dossiers.AsNoTracking().SingleOrDefaultAsync(dossier => dossier.Id == id && dossier.ProcedureSlug == slug, cancel) is { } first
        && MayGoOn(first)
            ? first
            : null;

    public bool MayGoOn(Dossier dossier) =>
        dossier is { HidesApplicant: false, AcceptedAt: { } at, Channel: not SubmissionChannel.Online }
        && at.Date == clock.Today
        && catalogue.InForce(dossier.ProcedureSlug, clock.Today)?.InForceFrom == dossier.ProcedureVersion;
}
