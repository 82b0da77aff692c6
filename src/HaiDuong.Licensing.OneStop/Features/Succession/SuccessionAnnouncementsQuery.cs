using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Features.Succession;

/// <summary>What administrators have announced about units, the newest first.</summary>
public sealed class SuccessionAnnouncementsQuery(OfficeDbContext db, AnnouncedSuccessions announced)
{
    private const int Shown = 50;

    public async Task<IReadOnlyList<UnitSuccession>> ReadAsync(CancellationToken cancel)
    {
        await announced.RefreshAsync(cancel);
        return await db.UnitSuccessions.AsNoTracking().OrderByDescending(one => one.Id).Take(Shown).ToListAsync(cancel);
    }
}
