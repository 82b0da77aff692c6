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
public sealed record BatchLine(BatchItem Item, DossierRow? Row, IReadOnlyList<Refusal> Against, string? Specialist)
{
    /// <summary>True when the dossier is not at the step: where it is says more than that it is not there.</summary>
    public bool IsElsewhere => Against is [{ Code: nameof(RefusalCode.StepNotWaiting) }];
}

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
        var lines = batch.Items.OrderBy(item => item.Ordinal).Select(item => new BatchLine(item, rows.GetValueOrDefault(item.DossierId), [], null));
        return new ShownBatch(batch, [.. batch.StartedAt is null ? await BeforeAsync(lines, dossiers, batch.Kind, actor, cancel) : lines]);
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

    /// <summary>With what the rule of the act says of each now, and who has it.</summary>
    private async Task<IEnumerable<BatchLine>> BeforeAsync(IEnumerable<BatchLine> lines, Guid[] dossiers, BatchKind kind, Actor actor, CancellationToken cancel)
    {
        var act = acts.Of(kind).Act;
        var found = await db
            .Dossiers.AsNoTracking()
            .Include(dossier => dossier.Work)
            .Where(dossier => dossiers.Contains(dossier.Id))
            .ToDictionaryAsync(dossier => dossier.Id, cancel);
        return lines.Select(line =>
            found.TryGetValue(line.Item.DossierId, out var dossier)
                ? line with
                {
                    Against = dossier.WhyNot(act, desk.ContextFor(dossier, actor), line.Item.StepId),
                    Specialist = dossier.Specialist?.Name,
                }
                : line with
                {
                    Against = Unknown,
                }
        );
    }
}
