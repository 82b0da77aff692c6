using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Features.Queue;

public enum QueueCall
{
    /// <summary>Gọi số tiếp theo: who is at the window has been served.</summary>
    Next,

    /// <summary>Gọi lại.</summary>
    Again,

    /// <summary>Gọi số này: somebody who was absent, or whom the counter serves first.</summary>
    Number,

    /// <summary>Vắng mặt.</summary>
    Absent,

    /// <summary>Xong: served, and nobody is called.</summary>
    Done,
}

/// <param name="Call">What is done.</param>
/// <param name="Window">The clerk's window.</param>
/// <param name="Number">The number that is called; for <see cref="QueueCall.Number"/> alone.</param>
public sealed record CallVisitorRequest(QueueCall Call, int? Window, int? Number);

/// <summary>
/// Gọi số: a clerk calls people to a window, one at a time. Refused: QueueNotYours, QueueWindow, QueueEmpty, QueueNobody, QueueUnknown, QueueElsewhere.
/// </summary>
public sealed class CallVisitor(OfficeDbContext db, OncePerForm frame, OfficeClock clock)
{
    public const int LastWindow = 99;

    public Task<IReadOnlyList<Refusal>> DoAsync(CallVisitorRequest request, Actor actor, CancellationToken cancel) =>
        frame.DoAsync(actor, () => CallAsync(request, actor, cancel), cancel);

    private async Task<IReadOnlyList<Refusal>> CallAsync(CallVisitorRequest request, Actor actor, CancellationToken cancel)
    {
        if (QueueQuery.CounterOf(actor) is not { } counter)
            return [new Refusal(nameof(RefusalCode.QueueNotYours))];
        if (request.Window is not { } window || window is < 1 or > LastWindow)
            return [new Refusal(nameof(RefusalCode.QueueWindow), "Window", LastWindow)];
        // One call of a window after the other: two clerks, or two presses of one.
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({$"queue/{counter}/{window}"}, 0))", cancel);
        var today = clock.Today;
        var served = await db
            .QueueTickets.Where(ticket => ticket.Counter == counter && ticket.Day == today && ticket.Window == window && ticket.EndedAt == null)
            .SingleOrDefaultAsync(cancel);
        if (request.Call is QueueCall.Next or QueueCall.Number)
        {
            var (called, refusal) =
                request.Call == QueueCall.Next ? await NextAsync(counter, cancel) : await NamedAsync(counter, request.Number, window, cancel);
            if (called is null)
                return [refusal!];
            if (served is not null && served != called)
            {
                served.End(clock.Now);
                // The window is free before somebody else is called to it.
                await db.SaveChangesAsync(cancel);
            }

            called.CallTo(window, actor.Name, clock.Now);
        }
        else if (served is null)
            return [new Refusal(nameof(RefusalCode.QueueNobody), null, window)];
        else if (request.Call == QueueCall.Again)
            served.CallAgain(clock.Now);
        else
            served.End(clock.Now, isAbsent: request.Call == QueueCall.Absent);

        await db.SaveChangesAsync(cancel);
        return [];
    }

    private async Task<(QueueTicket?, Refusal?)> NextAsync(string counter, CancellationToken cancel)
    {
        var next = await db
            .QueueTickets.FromSql(
                $"""
                SELECT * FROM queue_tickets WHERE counter = {counter} AND day = {clock.Today} AND called_at IS NULL
                ORDER BY number LIMIT 1 FOR UPDATE SKIP LOCKED
                """
            )
            .ToListAsync(cancel);
        return next.Count > 0 ? (next[0], null) : (null, new Refusal(nameof(RefusalCode.QueueEmpty)));
    }

    private async Task<(QueueTicket?, Refusal?)> NamedAsync(string counter, int? number, int window, CancellationToken cancel)
    {
        var named = await db
            .QueueTickets.FromSql($"SELECT * FROM queue_tickets WHERE counter = {counter} AND day = {clock.Today} AND number = {number} FOR UPDATE")
            .ToListAsync(cancel);
        return named is not [var ticket] ? (null, new Refusal(nameof(RefusalCode.QueueUnknown), "Number"))
            : ticket.IsServedElsewhere(window) ? (null, new Refusal(nameof(RefusalCode.QueueElsewhere), "Number", ticket.Number, ticket.Window!))
            : (ticket, null);
    }
}
