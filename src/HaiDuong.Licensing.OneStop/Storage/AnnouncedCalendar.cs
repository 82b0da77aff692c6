using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Storage;

/// <summary>Brings the working calendar of this process up to what has been announced, here or by another process.</summary>
public sealed class AnnouncedCalendar(OfficeDbContext db, OfficeCalendar calendar)
{
    public async Task RefreshAsync(CancellationToken cancel)
    {
        // Announcements are only ever added, but one may become visible after another with a later number: their count misses none.
        if (await db.CalendarAnnouncements.CountAsync(cancel) != calendar.Announced)
            calendar.Take(await db.CalendarAnnouncements.AsNoTracking().OrderBy(announcement => announcement.Id).ToListAsync(cancel));
    }
}
