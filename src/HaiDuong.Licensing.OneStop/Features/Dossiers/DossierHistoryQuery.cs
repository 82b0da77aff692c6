using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Features.Dossiers;

/// <summary>What happened to a dossier, newest first.</summary>
public sealed class DossierHistoryQuery(OfficeDbContext db)
{
    public async Task<IReadOnlyList<HistoryLine>> ReadAsync(Guid dossierId, CancellationToken cancel) =>
        await db.History.AsNoTracking().Where(line => line.DossierId == dossierId).OrderByDescending(line => line.Id).ToListAsync(cancel);
}
