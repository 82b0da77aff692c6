using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Calendars;

/// <summary>
/// Rà soát hạn: counts the dates of every open dossier anew with the calendar as it now stands and lists those that would move, for the head
/// to decide. Each batch is one transaction that also keeps how far it has come: broken off it goes on there, run twice it changes nothing.
/// </summary>
public sealed class ReviewDueDates(OfficeDbContext db, AnnouncedCalendar announced, OfficeCalendar calendar, OpenDueDatesQuery open, OfficeClock clock)
{
    /// <summary>Goes on with the review of the newest calendar, or begins the day's; gives how many open dossiers it has looked at now.</summary>
    public async Task<int> DoAsync(CancellationToken cancel)
    {
        await announced.RefreshAsync(cancel);
        var knownAt = calendar.Whole.NewestKnownAt(clock.Local);
        var seen = 0;
        for (var after = await BeginAsync(knownAt, cancel); after is { } key; )
        {
            var batch = await open.NextAsync(calendar, knownAt, key, cancel);
            seen += batch.Read.Count;
            after = await KeepAsync(knownAt, batch, cancel);
        }

        return seen;
    }

    /// <summary>
    /// The key after which to go on; null when today's review is done. Another day looks again: what was supplemented or resumed since may have run into a
    /// change.
    /// </summary>
    private async Task<Guid?> BeginAsync(LocalDateTime knownAt, CancellationToken cancel)
    {
        var today = OfficeClock.ToInstant(clock.Today.AtMidnight());
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO due_date_reviews AS review (known_at, after, seen) VALUES ({knownAt}, {Guid.Empty}, 0)
            ON CONFLICT (known_at) DO UPDATE SET after = EXCLUDED.after, seen = 0, finished_at = NULL WHERE review.finished_at < {today}
            """,
            cancel
        );
        return await db
            .Database.SqlQuery<Guid?>($"SELECT after AS \"Value\" FROM due_date_reviews WHERE known_at = {knownAt} AND finished_at IS NULL")
            .SingleOrDefaultAsync(cancel);
    }

    private async Task<Guid?> KeepAsync(LocalDateTime knownAt, OpenDueDates batch, CancellationToken cancel)
    {
        var last = batch.Read.Count > 0 ? batch.Read[^1] : (Guid?)null;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (batch.Moved.Count > 0)
            await ListAsync(batch.Moved, cancel);
        var moved = batch.Moved.Select(change => change.DossierId).ToArray();
        await db
            .DueDateChanges.Where(change =>
                batch.Read.Contains(change.DossierId) && change.Decision == null && (change.KnownAt != knownAt || !moved.Contains(change.DossierId))
            )
            .ExecuteDeleteAsync(cancel);
        if (last is null)
            await ForgetClosedAsync(cancel);
        await db.Database.ExecuteSqlAsync(
            $"UPDATE due_date_reviews SET after = {last ?? Guid.Empty}, seen = seen + {batch.Read.Count}, finished_at = {(last is null ? clock.Now : null)} WHERE known_at = {knownAt}",
            cancel
        );
        await transaction.CommitAsync(cancel);
        return last;
    }

    private Task<int> ListAsync(IReadOnlyList<DueDateChange> moved, CancellationToken cancel)
    {
        T[] Column<T>(Func<DueDateChange, T> value) => [.. moved.Select(value)];
        return db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO due_date_changes AS listed (dossier_id, known_at, division_key, old_statutory, new_statutory, old_promised, new_promised)
            SELECT * FROM unnest({Column(change => change.DossierId)}, {Column(change => change.KnownAt)}, {Column(change => change.DivisionKey)},
                {Column(change => change.OldStatutory)}, {Column(change => change.NewStatutory)}, {Column(change => change.OldPromised)}, {Column(change =>
                change.NewPromised
            )})
            ON CONFLICT (dossier_id, known_at) DO UPDATE SET old_statutory = EXCLUDED.old_statutory, new_statutory = EXCLUDED.new_statutory,
                old_promised = EXCLUDED.old_promised, new_promised = EXCLUDED.new_promised
            WHERE listed.decision IS NULL AND (listed.old_statutory, listed.new_statutory, listed.old_promised, listed.new_promised)
                IS DISTINCT FROM (EXCLUDED.old_statutory, EXCLUDED.new_statutory, EXCLUDED.old_promised, EXCLUDED.new_promised)
            """,
            cancel
        );
    }

    /// <summary>A dossier that has ended meanwhile needs no decision.</summary>
    private Task<int> ForgetClosedAsync(CancellationToken cancel) =>
        db
            .DueDateChanges.Where(change => change.Decision == null && db.Dossiers.Any(dossier => dossier.Id == change.DossierId && dossier.FinishedAt != null))
            .ExecuteDeleteAsync(cancel);
}
