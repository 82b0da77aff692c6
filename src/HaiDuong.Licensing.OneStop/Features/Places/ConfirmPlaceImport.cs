using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Features.Places;

/// <summary>Xác nhận nhập: the accepted lines come onto the map as a whole.</summary>
public sealed class ConfirmPlaceImport(OfficeDbContext db, OncePerForm once, PlaceStore places, OfficeClock clock)
{
    public async Task<IReadOnlyList<Refusal>> DoAsync(Guid id, Actor actor, CancellationToken cancel) =>
        ReadPlaceImport.MayImport(actor)
            ? await once.DoAsync(actor, () => ConfirmAsync(id, actor, cancel), cancel)
            : [new Refusal(nameof(RefusalCode.PlaceImportNotYours))];

    private async Task<IReadOnlyList<Refusal>> ConfirmAsync(Guid id, Actor actor, CancellationToken cancel)
    {
        if (await db.PlaceImports.SingleOrDefaultAsync(one => one.Id == id, cancel) is not { } import)
            return [new Refusal(nameof(RefusalCode.PlaceImportUnknown))];
        await places.TakeTurnAsync(import.Kind, cancel);
        await db.Entry(import).ReloadAsync(cancel);
        if (import.Confirm(await places.StandingKeysAsync(import.Kind, cancel), actor, clock.Now) is { Count: > 0 } refusals)
            return refusals;
        await places.RecordAsync(import.Places(clock.Now), clock.Now, cancel);
        await db.SaveChangesAsync(cancel);
        return [];
    }
}
