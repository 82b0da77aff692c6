using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Desks;

/// <summary>The thread of a dossier, and which dossiers of a list have something new in it.</summary>
public sealed class MessagesQuery(OfficeDbContext db, ReadableRowsQuery readable, OfficeClock clock)
{
    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<DossierMessage>> ReadAsync(Guid dossierId, CancellationToken cancel) =>
        await db.DossierMessages.AsNoTracking().Where(message => message.DossierId == dossierId).OrderByDescending(message => message.Id).ToListAsync(cancel);

    /// <summary>What one side wrote was seen by the other.</summary>
    public Task SeeAsync(Guid dossierId, bool fromApplicant, CancellationToken cancel) =>
        db
            .DossierMessages.Where(message => message.DossierId == dossierId && message.IsFromApplicant == fromApplicant && message.SeenAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(message => message.SeenAt, clock.Now), cancel);

    /// <summary>Tin mới: those of the rows whose applicant wrote and nobody of the office has seen it; what hides its sender is marked in no list.</summary>
    public IQueryable<DossierRow> Written(IQueryable<DossierRow> rows, Actor actor) =>
        rows.Where(row =>
            !row.HidesApplicant
            && (row.OwnerAccountId == null || row.OwnerAccountId != actor.AccountId)
            && db.DossierMessages.Any(message => message.DossierId == row.DossierId && message.IsFromApplicant && message.SeenAt == null)
        );

    /// <summary>The dossiers of a page of a desk that are marked.</summary>
    public async Task<IReadOnlySet<Guid>> MarkedAsync(IEnumerable<Guid> dossiers, Actor actor, CancellationToken cancel)
    {
        Guid[] shown = [.. dossiers.Distinct()];
        return shown.Length == 0
            ? new HashSet<Guid>()
            : await Written(readable.Of(actor).Where(row => shown.Contains(row.DossierId)), actor).Select(row => row.DossierId).ToHashSetAsync(cancel);
    }

    /// <summary>Of somebody's own dossiers those to which the office wrote what they have not seen.</summary>
    public async Task<IReadOnlySet<Guid>> NewToApplicantAsync(IEnumerable<Guid> own, CancellationToken cancel)
    {
        Guid[] shown = [.. own];
        return await db
            .DossierMessages.Where(message => shown.Contains(message.DossierId) && !message.IsFromApplicant && message.SeenAt == null)
            .Select(message => message.DossierId)
            .ToHashSetAsync(cancel);
    }
}
