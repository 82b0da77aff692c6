using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Features.Lists;

/// <summary>Xóa danh sách đã lưu: one's own; no dossier is touched. Refused: SavedListNotYours.</summary>
public sealed class RemoveList(OfficeDbContext db, OncePerForm frame)
{
    public Task<IReadOnlyList<Refusal>> DoAsync(Guid id, Actor actor, CancellationToken cancel) =>
        frame.DoAsync(
            actor,
            async () =>
                ForListReadersAttribute.Door.Admits(actor)
                && await db.SavedLists.Where(list => list.Id == id && list.OwnerId == actor.AccountId).ExecuteDeleteAsync(cancel) == 1
                    ? []
                    : [new Refusal(nameof(RefusalCode.SavedListNotYours), "id")],
            cancel
        );
}
