using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Features.Places;

/// <summary>What was undone: how many places went, how many stay because a later paper stands in their stead.</summary>
public sealed record PlaceImportUndone(int Ended, int Replaced, IReadOnlyList<Refusal> Refusals);

/// <summary>Hoàn tác lần nhập: its places leave the map; what a later decision has put in their stead stays.</summary>
public sealed class UndoPlaceImport(OfficeDbContext db, OncePerForm once, PlaceStore places, OfficeClock clock)
{
    public async Task<PlaceImportUndone> DoAsync(Guid id, Actor actor, CancellationToken cancel)
    {
        if (!ReadPlaceImport.MayImport(actor))
            return new PlaceImportUndone(0, 0, [new Refusal(nameof(RefusalCode.PlaceImportNotYours))]);
        var (undone, refusals) = await once.DoAsync(actor, () => UndoAsync(id, actor, cancel), cancel);
        return undone is null ? new PlaceImportUndone(0, 0, refusals) : new PlaceImportUndone(undone.Ended, undone.Replaced, []);
    }

    private async Task<(Places?, IReadOnlyList<Refusal>)> UndoAsync(Guid id, Actor actor, CancellationToken cancel)
    {
        if (await db.PlaceImports.SingleOrDefaultAsync(one => one.Id == id, cancel) is not { } import)
            return (null, [new Refusal(nameof(RefusalCode.PlaceImportUnknown))]);
        await places.TakeTurnAsync(import.Kind, cancel);
        await db.Entry(import).ReloadAsync(cancel);
        if (import.Undo(actor, clock.Now) is { Count: > 0 } refusals)
            return (null, refusals);
        var ended = await places.EndImportAsync(id, clock.Now, cancel);
        await db.SaveChangesAsync(cancel);
        return (new Places(ended, import.AcceptedCount - ended), []);
    }

    private sealed record Places(int Ended, int Replaced);
}
