using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Storage;

/// <summary>An act as it was sent: which form, by whom, with what content (a digest).</summary>
public sealed record SentAct(Guid Key, Guid? AccountId, string Body);

/// <summary>The act that a form did first, with what it made, as JSON.</summary>
public sealed record DoneAct(Guid Key, Guid? AccountId, string Body, string? Made)
{
    /// <summary>Whether a form is the same one again, not another with its key.</summary>
    public bool IsOf(SentAct sent) => new SentAct(Key, AccountId, Body) == sent;
}

/// <summary>What each form has done, kept in the act's own transaction: so a form sent again is known, whichever process it reaches.</summary>
public sealed class DoneActs(OfficeDbContext db)
{
    /// <summary>Nobody sends a form again after so long.</summary>
    private static readonly Duration Kept = Duration.FromDays(30);

    /// <summary>The act that was done with this key; null when there is none.</summary>
    public async Task<SentAct?> FindAsync(Guid dossierId, Guid key, CancellationToken cancel) =>
        await db
            .Database.SqlQuery<SentAct>($"SELECT key, account_id, body FROM done_acts WHERE dossier_id = {dossierId} AND key = {key}")
            .SingleOrDefaultAsync(cancel);

    /// <summary>
    /// Keeps what is about to be saved; forgets what is too old to be sent again, and what its person had typed on the page that it was sent to.
    /// </summary>
    public Task KeepAsync(Guid dossierId, SentAct sent, string path, Instant now, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync(
            $"""
            WITH old AS (DELETE FROM done_acts WHERE dossier_id = {dossierId} AND done_at < {now - Kept}),
                typed AS (DELETE FROM kept_forms WHERE account_id = {sent.AccountId} AND split_part(address, '?', 1) = {path})
            INSERT INTO done_acts (dossier_id, key, account_id, body, done_at) VALUES ({dossierId}, {sent.Key}, {sent.AccountId}, {sent.Body}, {now})
            """,
            cancel
        );

    /// <summary>
    /// Keeps an act about no dossier before it is done; null when it is the first with this key, else the one that was done. The second of two that are
    /// sent at once waits here for the end of the first.
    /// </summary>
    public async Task<DoneAct?> TakeAsync(SentAct sent, Instant now, CancellationToken cancel)
    {
        var taken = await db.Database.ExecuteSqlAsync(
            $"""
            WITH old AS (DELETE FROM done_acts WHERE dossier_id IS NULL AND done_at < {now - Kept})
            INSERT INTO done_acts (key, account_id, body, done_at) VALUES ({sent.Key}, {sent.AccountId}, {sent.Body}, {now})
            ON CONFLICT (key) WHERE dossier_id IS NULL DO NOTHING
            """,
            cancel
        );
        return taken > 0
            ? null
            : await db
                .Database.SqlQuery<DoneAct>($"SELECT key, account_id, body, made FROM done_acts WHERE dossier_id IS NULL AND key = {sent.Key}")
                .SingleAsync(cancel);
    }

    /// <summary>Keeps what the act made.</summary>
    public Task NoteAsync(SentAct sent, string made, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync($"UPDATE done_acts SET made = {made} WHERE dossier_id IS NULL AND key = {sent.Key}", cancel);
}
