using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Storage;

/// <summary>
/// At the first start after an upgrade: works out the due state of every dossier that was stored before it was kept, with its steps and its
/// history. Goes on where it was interrupted; afterwards there is nothing to do.
/// </summary>
public sealed partial class DueStateUpgrade(OfficeDbContext db, Rulebooks rulebooks, OfficeClock clock, ILogger<DueStateUpgrade> log)
{
    private const int Batch = 200;

    /// <summary>Gives how many dossiers were worked out. One whose rules cannot be read is named in the log and left for the next start.</summary>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var done = 0;
        var after = Guid.Empty;
        while (await NextAsync(after, cancel) is { Count: > 0 } ids)
        {
            foreach (
                var dossier in await db
                    .Dossiers.Include(dossier => dossier.Work)
                    .Include(dossier => dossier.History)
                    .Where(dossier => ids.Contains(dossier.Id))
                    .ToListAsync(cancel)
            )
                done += Keep(dossier) ? 1 : 0;
            await db.SaveChangesAsync(cancel);
            var kept = db.ChangeTracker.Entries<Dossier>().Select(entry => entry.Entity.Id).ToArray();
            await db.Database.ExecuteSqlAsync($"DELETE FROM due_states_to_keep WHERE dossier_id = ANY ({kept})", cancel);
            db.ChangeTracker.Clear();
            after = ids[^1];
        }

        if (done > 0)
            LogDone(done);
        return done;
    }

    private Task<List<Guid>> NextAsync(Guid after, CancellationToken cancel) =>
        db
            .Database.SqlQuery<Guid>($"SELECT dossier_id AS \"Value\" FROM due_states_to_keep WHERE dossier_id > {after} ORDER BY dossier_id LIMIT {Batch}")
            .ToListAsync(cancel);

    private bool Keep(Dossier dossier)
    {
        try
        {
            var rules = rulebooks.For(dossier);
            foreach (var item in dossier.Work)
            {
                var due = rules.StepDue(item.Since, item.DueAt);
                Set(item, nameof(WorkItem.WarnFrom), due.WarnFrom);
                Set(item, nameof(WorkItem.LateFrom), due.LateFrom);
            }

            dossier.KeepDueState(rules, clock.Local);
            foreach (var line in dossier.History)
                KeepLine(line, dossier, rules);
            return true;
        }
#pragma warning disable CA1031 // A dossier that cannot be counted must not keep the office closed.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            LogFailed(dossier.Id, failure);
            db.Entry(dossier).State = EntityState.Detached;
            return false;
        }
    }

    private void KeepLine(HistoryLine line, Dossier dossier, DossierRules rules)
    {
        var at = OfficeClock.ToLocal(line.At);
        var ledger = dossier.Ledger.Where(entry => entry.At <= at).ToList();
        if (ledger.Count > 0)
            Set(line, nameof(HistoryLine.LateFrom), rules.ReadClock(dossier.Channel, ledger, at).LateFrom);
        if (line.StepDueAt is { } due)
            Set(line, nameof(HistoryLine.StepClass), (FinishClass?)StepDue.ClassOf(due, rules.StepDue(line.StepSince ?? due, due).LateFrom, at));
    }

    private void Set<T>(object entity, string property, T value) => db.Entry(entity).Property(property).CurrentValue = value;

    [LoggerMessage(Level = LogLevel.Information, Message = "Due states of {Count} dossiers worked out")]
    private partial void LogDone(int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "The due state of dossier {Id} could not be worked out")]
    private partial void LogFailed(Guid id, Exception failure);
}
