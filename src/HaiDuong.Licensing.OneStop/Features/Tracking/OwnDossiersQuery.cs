using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Features.Tracking;

/// <summary>
/// The dossiers and drafts of one account, a page at a time: first what waits for its owner (a supplement, a fee, a draft that is not sent), then the rest; the
/// newest first in both.
/// </summary>
public sealed class OwnDossiersQuery(OfficeDbContext db, OfficeClock clock)
{
    public const int PageSize = 50;

    private static readonly DossierStatus[] ForOwner = [DossierStatus.Draft, DossierStatus.AwaitingSupplement, DossierStatus.AwaitingPayment];

    /// <summary>Ids grow with time, so they are the key to page by in each of the two parts.</summary>
    public async Task<IReadOnlyList<DossierRow>> ListAsync(Guid accountId, Guid? after, CancellationToken cancel)
    {
        var now = clock.Local;
        var own = db
            .DossierRows.AsNoTracking()
            .Where(row => row.OwnerAccountId == accountId)
            .Select(row => new { Row = row, Waits = ForOwner.Contains(row.Status) && (row.WaitOverFrom == null || row.WaitOverFrom > now) });
        var last = await own.FirstOrDefaultAsync(one => one.Row.DossierId == after, cancel);
        var rest = last switch
        {
            null => own,
            { Waits: true } => own.Where(one => !one.Waits || one.Row.DossierId < after),
            _ => own.Where(one => !one.Waits && one.Row.DossierId < after),
        };
        return await rest.OrderByDescending(one => one.Waits)
            .ThenByDescending(one => one.Row.DossierId)
            .Take(PageSize)
            .Select(one => one.Row)
            .ToListAsync(cancel);
    }
}
