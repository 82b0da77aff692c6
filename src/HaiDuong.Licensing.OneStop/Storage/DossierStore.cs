using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Storage;

/// <summary>Loads a dossier with its open work for an act, and saves it in one transaction; the loser of a race is told what changed.</summary>
public sealed class DossierStore(OfficeDbContext db, NumberSeries numbers, OutboxBell bell)
{
    public Task<Dossier?> FindAsync(Guid id, CancellationToken cancel) =>
        db.Dossiers.Include(dossier => dossier.Work).SingleOrDefaultAsync(dossier => dossier.Id == id, cancel);

    /// <summary>A dossier to look at: a copy that no act will save.</summary>
    public Task<Dossier?> ReadAsync(Guid id, CancellationToken cancel) =>
        db.Dossiers.AsNoTracking().Include(dossier => dossier.Work).SingleOrDefaultAsync(dossier => dossier.Id == id, cancel);

    /// <summary>
    /// Lets acts on one dossier pass one after the other inside their transactions: whoever comes second reads what the first has done, before
    /// taking a number or a signature for nothing. Asked apart from the reading, which would else mix old work with the new dossier.
    /// </summary>
    public Task WaitForTurnAsync(Guid id, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync($"SELECT FROM dossiers WHERE id = {id} FOR NO KEY UPDATE", cancel);

    public Task<Dossier?> FindByReferenceAsync(string reference, CancellationToken cancel) =>
        db.DossiersOf(TypedCode.Read(reference)).Include(dossier => dossier.Work).SingleOrDefaultAsync(cancel);

    /// <summary>Loads the whole history of a dossier that an act or a page is about, oldest line first.</summary>
    public Task LoadHistoryAsync(Dossier dossier, CancellationToken cancel) =>
        db.Entry(dossier).Collection(loaded => loaded.History).Query().OrderBy(line => line.Id).LoadAsync(cancel);

    /// <summary>When a dossier came into the status that it has.</summary>
    public Task<Instant> LastMoveAsync(Guid id, CancellationToken cancel) =>
        db.History.Where(line => line.DossierId == id && line.From != line.To).OrderByDescending(line => line.Id).Select(line => line.At).FirstAsync(cancel);

    public void Add(Dossier dossier) => db.Dossiers.Add(dossier);

    /// <summary>What the caller saw (<paramref name="seen"/>) against what is: null when nothing happened in between.</summary>
    public async Task<Refusal?> ChangedSinceAsync(Dossier dossier, int? seen, CancellationToken cancel)
    {
        if (seen is null || seen == dossier.Revision)
            return null;
        return await DescribeChangeAsync(dossier.Id, cancel);
    }

    /// <summary>Commits everything the act changed, and what <paramref name="beside"/> writes, or nothing; empty when saved, else why not.</summary>
    public async Task<IReadOnlyList<Refusal>> SaveAsync(Dossier dossier, CancellationToken cancel, Func<Task>? beside = null)
    {
        try
        {
            await numbers.TakeExpectedAsync(cancel);
            await db.SaveChangesAsync(cancel);
            if (beside is not null)
                await beside();
            if (db.Database.CurrentTransaction is { } transaction)
                await transaction.CommitAsync(cancel);
            if (dossier.Notices.Count > 0)
                bell.Ring();
            return [];
        }
        catch (DbUpdateConcurrencyException)
        {
            if (db.Database.CurrentTransaction is { } transaction)
                await transaction.RollbackAsync(cancel);
            db.ChangeTracker.Clear();
            return [await DescribeChangeAsync(dossier.Id, cancel)];
        }
    }

    private async Task<Refusal> DescribeChangeAsync(Guid id, CancellationToken cancel)
    {
        var last = await db.History.AsNoTracking().Where(line => line.DossierId == id).OrderByDescending(line => line.Id).FirstOrDefaultAsync(cancel);
        return last is null ? new Refusal(nameof(RefusalCode.DossierChanged))
            : last.ActorRole == StaffRole.Applicant ? new Refusal(nameof(RefusalCode.DossierChangedByApplicant))
            : new Refusal(nameof(RefusalCode.DossierChangedBy), null, last.ActorName, OfficeClock.ToLocal(last.At), last.ActorId ?? Guid.Empty);
    }
}
