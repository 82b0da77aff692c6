using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Features.Supplements;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Jobs;

/// <summary>Ends the waiting for supplements whose last day is over, by the act; a second run finds nothing.</summary>
public sealed class SupplementExpiry(OfficeDbContext db, ExpireSupplement expire, OfficeClock clock)
{
    /// <summary>Gives how many dossiers stopped waiting.</summary>
    public async Task<int> ExpireAsync(CancellationToken cancel)
    {
        var waiting = await db.Dossiers.AsNoTracking()
            .Where(dossier => dossier.Status == DossierStatus.AwaitingSupplement && dossier.Work.Any(item => item.Role == StaffRole.Applicant))
            .Select(dossier => new { dossier.Id, dossier.Supplements })
            .ToListAsync(cancel);
        var today = clock.Today;
        var ended = 0;
        foreach (var dossier in waiting.Where(dossier => dossier.Supplements is [.., { IsOpen: true } open] && open.IsOver(today)))
        {
            ended += (await expire.DoAsync(dossier.Id, cancel)).Done ? 1 : 0;
            db.ChangeTracker.Clear();
        }

        return ended;
    }
}
