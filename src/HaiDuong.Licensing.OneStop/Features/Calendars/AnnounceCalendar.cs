using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;

namespace HaiDuong.Licensing.OneStop.Features.Calendars;

/// <summary>Công bố thay đổi lịch làm việc: adds an announcement. Dossiers received from now on are counted with it; no other moves.</summary>
public sealed class AnnounceCalendar(OfficeDbContext db, OncePerForm once, AnnouncedCalendar announced, OfficeCalendar calendar, OfficeClock clock)
{
    /// <summary>Every reason why it is not published; empty when it is.</summary>
    public async Task<IReadOnlyList<Refusal>> DoAsync(CalendarChange change, Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(StaffRole.Administrator))
            return [new Refusal(nameof(RefusalCode.CalendarAdministratorOnly))];
        await announced.RefreshAsync(cancel);
        var refusals = await once.DoAsync(actor, () => PublishAsync(change, actor, cancel), cancel);
        await announced.RefreshAsync(cancel);
        return refusals;
    }

    private async Task<IReadOnlyList<Refusal>> PublishAsync(CalendarChange change, Actor actor, CancellationToken cancel)
    {
        var known = change.Unit is { } unit ? calendar.Of(unit) : calendar.Whole;
        if (change.Check(known, clock.Today) is { Count: > 0 } refusals)
            return refusals;
        db.CalendarAnnouncements.Add(change.Publish(clock.Local, actor.AccountId, actor.Name, known));
        await db.SaveChangesAsync(cancel);
        return [];
    }
}
