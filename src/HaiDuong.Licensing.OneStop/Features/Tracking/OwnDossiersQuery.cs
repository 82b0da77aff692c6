using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Features.Tracking;

/// <summary>The dossiers and drafts of one account, newest first, a page at a time.</summary>
public sealed class OwnDossiersQuery(OfficeDbContext db)
{
    public const int PageSize = 50;

    /// <summary>Ids grow with time, so they are the key to page by.</summary>
    public async Task<IReadOnlyList<DossierRow>> ListAsync(Guid accountId, Guid? after, CancellationToken cancel) =>
        await db
            .DossierRows.AsNoTracking()
            .Where(row => row.OwnerAccountId == accountId && (after == null || row.DossierId < after))
            .OrderByDescending(row => row.DossierId)
            .Take(PageSize)
            .ToListAsync(cancel);
}
