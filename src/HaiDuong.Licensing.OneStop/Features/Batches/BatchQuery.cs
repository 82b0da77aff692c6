using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Features.Batches;

/// <summary>
/// One dossier of a batch as its page shows it. <see cref="Row"/> is null when its person does not find it any more; <see cref="Against"/> says, before the
/// start, why it cannot be done.
/// </summary>
public sealed record BatchLine(BatchItem Item, DossierRow? Row, IReadOnlyList<Refusal> Against);

/// <summary>A batch with its dossiers in their order.</summary>
public sealed record ShownBatch(Batch Batch, IReadOnlyList<BatchLine> Lines)
{
    public int Count(BatchItemState state) => Lines.Count(line => line.Item.State == state);

    /// <summary>How many have had their turn.</summary>
    public int Past => Lines.Count(line => line.Item.State > BatchItemState.Waiting);

    /// <summary>What can be done, before the start.</summary>
    public IEnumerable<BatchLine> Possible => Lines.Where(line => line.Against.Count == 0);
}

/// <summary>Reads what somebody chose to do to many dossiers.</summary>
public sealed class BatchQuery(OfficeDbContext db, ReadableRowsQuery readable, ActDesk desk, BatchActs acts)
{
    /// <summary>Of what its person does not find any more.</summary>
    private static readonly IReadOnlyList<Refusal> Unknown = [new(nameof(RefusalCode.DossierUnknown))];

    private static readonly IReadOnlyList<Refusal> Nothing = [];

    /// <summary>Somebody's own batch; null when it is not theirs.</summary>
    public async Task<ShownBatch?> ReadAsync(Guid id, Actor actor, CancellationToken cancel)
    {
        var batch = await db
            .Batches.AsNoTracking()
            .Include(one => one.Items)
            .SingleOrDefaultAsync(one => one.Id == id && one.AccountId == actor.AccountId, cancel);
        if (batch is null)
            return null;
        Guid[] dossiers = [.. batch.Items.Select(item => item.DossierId)];
        var rows = await readable.Of(actor).AsNoTracking().Where(row => dossiers.Contains(row.DossierId)).ToDictionaryAsync(row => row.DossierId, cancel);
        var against = batch.StartedAt is null ? await AgainstAsync(batch, dossiers, actor, cancel) : dossiers.ToDictionary(dossier => dossier, _ => Nothing);
        return new ShownBatch(
            batch,
            [
                .. batch
                    .Items.OrderBy(item => item.Ordinal)
                    .Select(item => new BatchLine(item, rows.GetValueOrDefault(item.DossierId), against.GetValueOrDefault(item.DossierId) ?? Unknown)),
            ]
        );
    }

    /// <summary>The last ones of somebody, the newest first; what was never started is not among them.</summary>
    public async Task<IReadOnlyList<Batch>> ListAsync(Actor actor, int size, CancellationToken cancel) =>
        await db
            .Batches.AsNoTracking()
            .Include(batch => batch.Items)
            .Where(batch => batch.AccountId == actor.AccountId && batch.StartedAt != null)
            .OrderByDescending(batch => batch.ChosenAt)
            .Take(size)
            .ToListAsync(cancel);

    /// <summary>What the rule of the act says of each now.</summary>
    private async Task<Dictionary<Guid, IReadOnlyList<Refusal>>> AgainstAsync(Batch batch, Guid[] dossiers, Actor actor, CancellationToken cancel)
    {
        var steps = batch.Items.ToDictionary(item => item.DossierId, item => item.StepId);
        var act = acts.Of(batch.Kind);
        var found = await db.Dossiers.AsNoTracking().Include(dossier => dossier.Work).Where(dossier => dossiers.Contains(dossier.Id)).ToListAsync(cancel);
        return found.ToDictionary(dossier => dossier.Id, dossier => dossier.WhyNot(act.Act, desk.ContextFor(dossier, actor), steps[dossier.Id]));
    }
}
