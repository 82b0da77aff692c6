using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Features.Batches;

/// <summary>Dừng phần còn lại: what has not had its turn is left alone; what is done stays done. Refused: BatchNotYours.</summary>
public sealed class StopBatch(OfficeDbContext db, OncePerForm frame, OfficeClock clock)
{
    public Task<IReadOnlyList<Refusal>> DoAsync(Guid batchId, Actor actor, CancellationToken cancel) =>
        frame.DoAsync(actor, () => StopAsync(batchId, actor, cancel), cancel);

    private async Task<IReadOnlyList<Refusal>> StopAsync(Guid batchId, Actor actor, CancellationToken cancel)
    {
        var now = clock.Now;
        var own = db.Batches.Where(batch => batch.Id == batchId && batch.AccountId == actor.AccountId);
        if (!await own.AnyAsync(cancel))
            return [new Refusal(nameof(RefusalCode.BatchNotYours))];
        await own.Where(batch => batch.StartedAt != null && batch.EndedAt == null && batch.StoppedAt == null)
            .ExecuteUpdateAsync(batch => batch.SetProperty(one => one.StoppedAt, now), cancel);
        await db
            .BatchItems.Where(item => item.BatchId == batchId && item.State == BatchItemState.Waiting)
            .ExecuteUpdateAsync(item => item.SetProperty(one => one.State, BatchItemState.Stopped), cancel);
        return [];
    }
}
