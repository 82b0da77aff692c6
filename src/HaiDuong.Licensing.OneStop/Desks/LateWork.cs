using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.OneStop.Storage;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Desks;

/// <summary>Việc đã quá hạn: open steps that are late themselves or belong to a late dossier, by the moments that the clock stored.</summary>
internal static class LateWork
{
    public static IQueryable<WorkItem> Of(IQueryable<WorkItem> work, OfficeDbContext db, LocalDateTime now) =>
        work.Where(item => item.LateFrom <= now || db.Dossiers.Any(dossier => dossier.Id == item.DossierId && dossier.LateFrom <= now));
}
