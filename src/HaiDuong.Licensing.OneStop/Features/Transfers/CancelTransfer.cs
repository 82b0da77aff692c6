using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Domain.Transfers;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;

namespace HaiDuong.Licensing.OneStop.Features.Transfers;

/// <summary>
/// Hủy danh sách bàn giao that nobody received, by the side that gave it; its dossiers wait again. Refused: TransferNotYours to whoever does not give there,
/// and what <see cref="TransferList.Cancel"/> refuses.
/// </summary>
public sealed class CancelTransfer(OfficeDbContext db, OncePerForm frame, TransferListsQuery lists, OfficeClock clock)
{
    public Task<IReadOnlyList<Refusal>> DoAsync(Guid id, Actor actor, CancellationToken cancel) =>
        frame.DoAsync(actor, () => CancelAsync(id, actor, cancel), cancel);

    private async Task<IReadOnlyList<Refusal>> CancelAsync(Guid id, Actor actor, CancellationToken cancel)
    {
        if (await lists.HoldAsync(id, actor, cancel) is not { } list || !lists.SidesOf(actor).Gives(list))
            return [new Refusal(nameof(RefusalCode.TransferNotYours))];
        if (list.Cancel(actor, clock.Now) is { Count: > 0 } refusals)
            return refusals;
        await db.SaveChangesAsync(cancel);
        return [];
    }
}
