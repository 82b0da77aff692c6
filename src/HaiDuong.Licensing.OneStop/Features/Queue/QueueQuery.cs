using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Queue;

/// <summary>Số đang gọi: a number and the window it was called to.</summary>
public sealed record CalledNumber(int Number, int Window, Instant CalledAt);

/// <summary>What a window sees of its counter today.</summary>
/// <param name="Served">Who is at the window.</param>
/// <param name="Waiting">The numbers that wait, the first ones.</param>
/// <param name="WaitingCount">How many wait.</param>
/// <param name="Absent">Who was called and did not come.</param>
/// <param name="DoneCount">How many were served.</param>
/// <param name="MeanWait">How long those who were called had waited (minutes); null when nobody was.</param>
public sealed record QueueOfDay(
    QueueTicket? Served,
    IReadOnlyList<QueueTicket> Waiting,
    int WaitingCount,
    IReadOnlyList<int> Absent,
    int DoneCount,
    int? MeanWait
);

/// <summary>The queue of a counter on this day.</summary>
public sealed class QueueQuery(OfficeDbContext db, OfficeClock clock)
{
    private const int ShownCalls = 6;
    private const int ShownWaiting = 10;

    /// <summary>The counter at which somebody calls; null for whoever works at none.</summary>
    public static string? CounterOf(Actor actor) => actor.Roles.FirstOrDefault(held => held.Role == StaffRole.CounterClerk)?.Unit;

    /// <summary>Màn hình gọi số: who is called now, the newest call first.</summary>
    public async Task<(IReadOnlyList<CalledNumber> Called, int Waiting)> ScreenAsync(string counter, CancellationToken cancel)
    {
        var called = await Today(counter)
            .Where(ticket => ticket.CalledAt != null && ticket.EndedAt == null)
            .OrderByDescending(ticket => ticket.CalledAt)
            .Take(ShownCalls)
            .Select(ticket => new CalledNumber(ticket.Number, ticket.Window!.Value, ticket.CalledAt!.Value))
            .ToListAsync(cancel);
        return (called, await Today(counter).CountAsync(ticket => ticket.CalledAt == null, cancel));
    }

    /// <summary>How many wait before a number.</summary>
    public Task<int> BeforeAsync(string counter, int number, CancellationToken cancel) =>
        Today(counter).CountAsync(ticket => ticket.CalledAt == null && ticket.Number < number, cancel);

    public async Task<QueueOfDay> OfWindowAsync(string counter, int? window, CancellationToken cancel)
    {
        // A day at a counter is some hundreds of short rows.
        var all = await Today(counter).OrderBy(ticket => ticket.Number).ToListAsync(cancel);
        var waiting = all.FindAll(ticket => ticket.CalledAt is null);
        var waits = all.Where(ticket => ticket.FirstCalledAt is not null)
            .Select(ticket => (ticket.FirstCalledAt!.Value - ticket.DrawnAt).TotalMinutes)
            .ToList();
        return new QueueOfDay(
            all.Find(ticket => ticket.Window == window && ticket is { CalledAt: not null, EndedAt: null }),
            [.. waiting.Take(ShownWaiting)],
            waiting.Count,
            [.. all.Where(ticket => ticket.IsAbsent).Select(ticket => ticket.Number)],
            all.Count(ticket => ticket is { EndedAt: not null, IsAbsent: false }),
            waits.Count > 0 ? (int)Math.Round(waits.Average()) : null
        );
    }

    private IQueryable<QueueTicket> Today(string counter)
    {
        var today = clock.Today;
        return db.QueueTickets.AsNoTracking().Where(ticket => ticket.Counter == counter && ticket.Day == today);
    }
}
