using HaiDuong.Licensing.Web.Workflows;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.Web.Storage;

/// <summary>Brings the working calendar of this process up to what has been announced, here or by another process.</summary>
public sealed class AnnouncedCalendar(OfficeDbContext db, OfficeCalendar calendar)
{
    public async Task RefreshAsync(CancellationToken cancel)
    {
        var newest = await db.CalendarAnnouncements.MaxAsync(announcement => (long?)announcement.Id, cancel) ?? 0;
        if (newest != calendar.Newest)
            calendar.Take(await db.CalendarAnnouncements.AsNoTracking().OrderBy(announcement => announcement.Id).ToListAsync(cancel));
    }
}
