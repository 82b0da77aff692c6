using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Features.Calendars;

/// <summary>What administrators have announced about the calendar, the newest first.</summary>
public sealed class AnnouncementsQuery(OfficeDbContext db, AnnouncedCalendar announced)
{
    private const int Shown = 50;

    public async Task<IReadOnlyList<CalendarAnnouncement>> ReadAsync(CancellationToken cancel)
    {
        await announced.RefreshAsync(cancel);
        return await db.CalendarAnnouncements.AsNoTracking().OrderByDescending(announcement => announcement.Id).Take(Shown).ToListAsync(cancel);
    }
}
