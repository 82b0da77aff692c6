using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Features.Calendars;

/// <summary>
/// Does what the head decided: an act on each dossier, with its history and its notice, a batch in one transaction. Broken off it goes on with
/// what is not done; a dossier that ended or no longer moves is left as it is.
/// </summary>
public sealed class ApplyDueDates(OfficeDbContext db, AnnouncedCalendar announced, Rulebooks rulebooks, OfficeClock clock, OutboxBell bell)
{
    private const int Batch = 200;

    /// <summary>Gives how many decisions are done; stops after about <paramref name="most"/>.</summary>
    public async Task<int> DoAsync(int most, CancellationToken cancel)
    {
        await announced.RefreshAsync(cancel);
        var done = 0;
        Guid? after = Guid.Empty;
        while (done < most && after is { } key)
        {
            (var count, after) = await NextAsync(key, cancel);
            done += count;
        }

        if (done > 0)
            bell.Ring();
        return done;
    }

    private async Task<(int Done, Guid? Last)> NextAsync(Guid after, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var decided = await db
            .DueDateChanges.FromSql(
                $"SELECT * FROM due_date_changes WHERE decision IS NOT NULL AND done_at IS NULL AND dossier_id > {after} ORDER BY dossier_id LIMIT {Batch} FOR NO KEY UPDATE SKIP LOCKED"
            )
            .ToListAsync(cancel);
        var ids = decided.Select(change => change.DossierId).ToArray();
        // First the turn on each dossier, as every act takes it; then what it is.
        await db.Database.ExecuteSqlAsync($"SELECT FROM dossiers WHERE id = ANY({ids}) ORDER BY id FOR NO KEY UPDATE", cancel);
        var dossiers = await db.Dossiers.Where(dossier => ids.Contains(dossier.Id)).ToDictionaryAsync(dossier => dossier.Id, cancel);
        foreach (var change in decided)
        {
            Decide(dossiers[change.DossierId], change);
            change.DoneAt = clock.Now;
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        db.ChangeTracker.Clear();
        return (decided.Count, decided.Count > 0 ? decided[^1].DossierId : null);
    }

    private void Decide(Dossier dossier, DueDateChange change)
    {
        var rules = rulebooks.For(dossier);
        var counter = rules.Organisation.DeskOf(StaffRole.CentreLeader, dossier.DivisionKey, clock.Today) ?? "";
        var act = new ActContext(
            rules,
            new Actor(change.DecidedById, change.DecidedBy!, [new RoleHolding(StaffRole.CentreLeader, counter)]),
            clock.Now,
            clock.Local
        );
        if (change.Decision == DueDateDecision.Adopt)
            dossier.AdoptCalendar(change.KnownAt, act);
        else
            dossier.KeepDueDate(change.KnownAt, change.Reason!, act);
    }
}
