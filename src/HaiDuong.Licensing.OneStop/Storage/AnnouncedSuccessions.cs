using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Storage;

/// <summary>Brings the organisation of this process up to what has been announced, here or by another process.</summary>
public sealed class AnnouncedSuccessions(OfficeDbContext db, ProcedureCatalogue catalogue)
{
    public async Task RefreshAsync(CancellationToken cancel)
    {
        // Announcements are only ever added, but one may become visible after another with a later number: their count misses none.
        if (await db.UnitSuccessions.CountAsync(cancel) != catalogue.AnnouncedSuccessions)
            catalogue.Take(await db.UnitSuccessions.AsNoTracking().OrderBy(one => one.Id).ToListAsync(cancel));
    }
}
