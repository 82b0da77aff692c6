using System.Text.Json;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;

namespace HaiDuong.Licensing.OneStop.Access;

/// <summary>
/// Một tờ khai, một lần: the frame of every act about no dossier (a licence, the calendar, an import, an account). One transaction; a form that is sent
/// again is answered by what it did, with another content it is refused.
/// </summary>
public sealed class OncePerForm(OfficeDbContext db, DoneActs done, SentForm sent, OfficeClock clock)
{
    public async Task<IReadOnlyList<Refusal>> DoAsync(Actor actor, Func<Task<IReadOnlyList<Refusal>>> act, CancellationToken cancel) =>
        (await DoAsync(actor, async () => (true, await act()), cancel)).Refusals;

    /// <summary>Does an act that makes something, of which so much is kept as the answer needs; a refused act leaves nothing.</summary>
    public async Task<(T? Made, IReadOnlyList<Refusal> Refusals)> DoAsync<T>(
        Actor actor,
        Func<Task<(T? Made, IReadOnlyList<Refusal> Refusals)>> act,
        CancellationToken cancel
    )
    {
        if (sent.ShownAgain is { } shown)
            return (default, [shown]);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var form = sent.By(actor);
        if (form is not null && await done.TakeAsync(form, clock.Now, cancel) is { } before)
            return before.IsOf(form)
                ? (before.Made is { } kept ? JsonSerializer.Deserialize<T>(kept) : default, [])
                : (default, [new Refusal(nameof(RefusalCode.ChangedBySameForm))]);
        var (made, refusals) = await act();
        if (sent.HasUnread)
        {
            // Tried, not done: nobody saves it later in the same request.
            db.ChangeTracker.Clear();
            refusals = [.. refusals, .. sent.Unread];
        }

        sent.Take(refusals);
        if (refusals.Count > 0)
            return (made, refusals);
        if (form is not null)
            await done.NoteAsync(form, JsonSerializer.Serialize(made), cancel);
        await transaction.CommitAsync(cancel);
        return (made, []);
    }
}
