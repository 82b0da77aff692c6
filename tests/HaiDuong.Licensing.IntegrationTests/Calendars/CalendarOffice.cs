using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Features.Calendars;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace HaiDuong.Licensing.IntegrationTests.Calendars;

/// <summary>What an administrator and the head of the one-stop unit do about the calendar, by the real acts.</summary>
internal static class CalendarOffice
{
    public static Actor Administrator { get; } = new(Guid.CreateVersion7(), "Quản trị viên", [new RoleHolding(StaffRole.Administrator, Units.Bureau)]);

    public static Actor Head { get; } = new(Guid.CreateVersion7(), "Giám đốc Trung tâm", [new RoleHolding(StaffRole.CentreLeader, Units.Counter)]);

    public static void SetTime(this TestOffice office, LocalDateTime at) => office.Time.Clock.Now = OfficeClock.ToInstant(at);

    public static async Task<Guid> AcceptedAsync(this TestOffice office, int number = 0)
    {
        var id = await office.SubmitAsync("publishing-permit", number);
        await office.AcceptAsync(id);
        return id;
    }

    public static CalendarChange Closure(LocalDate from, LocalDate? to = null, string? unit = null) =>
        new(CalendarChangeKind.Closure, "Nghỉ do bão", "Công điện 12/CĐ-UBND", from, to, null, [], unit);

    public static Task<IReadOnlyList<Refusal>> AnnounceAsync(this TestOffice office, CalendarChange change) =>
        office.AtDeskAsync(desk => desk.GetRequiredService<AnnounceCalendar>().DoAsync(change, Administrator, CancellationToken.None));

    public static Task<int> ReviewAsync(this TestOffice office) =>
        office.AtDeskAsync(desk => desk.GetRequiredService<ReviewDueDates>().DoAsync(CancellationToken.None));

    public static Task<DecideDueDatesResult> DecideAsync(this TestOffice office, DecideDueDatesRequest request, Actor? by = null) =>
        office.AtDeskAsync(desk => desk.GetRequiredService<DecideDueDates>().DoAsync(request, by ?? Head, CancellationToken.None));

    public static Task<int> ApplyAsync(this TestOffice office) =>
        office.AtDeskAsync(desk => desk.GetRequiredService<ApplyDueDates>().DoAsync(int.MaxValue, CancellationToken.None));

    public static Task<List<DueDateChange>> ListedAsync(this TestOffice office) =>
        office.AtDeskAsync(desk => desk.GetRequiredService<OfficeDbContext>().DueDateChanges.AsNoTracking().OrderBy(change => change.DossierId).ToListAsync());

    public static async Task<Dossier> ReadAsync(this TestOffice office, Guid id) => (await office.Driver().FindAsync(id))!;

    public static Task<int> SqlAsync(this TestOffice office, FormattableString sql) =>
        office.AtDeskAsync(desk => desk.GetRequiredService<OfficeDbContext>().Database.ExecuteSqlAsync(sql));
}
