using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Features.PastRecords;

/// <summary>Hoàn tác: takes away everything that an import brought, while nothing else was done to any of it.</summary>
public sealed class UndoPastImport(OfficeDbContext db, OncePerForm once, PastImportStore store, OfficeClock clock)
{
    private const int Named = 5;

    public async Task<IReadOnlyList<Refusal>> DoAsync(Guid id, Actor actor, CancellationToken cancel) =>
        actor.Is(StaffRole.Administrator)
            ? await once.DoAsync(actor, () => UndoAsync(id, actor, cancel), cancel)
            : [new Refusal(nameof(RefusalCode.PastImportAdministratorOnly))];

    private async Task<IReadOnlyList<Refusal>> UndoAsync(Guid id, Actor actor, CancellationToken cancel)
    {
        await store.WaitForTurnAsync(cancel);
        await store.HoldAsync(id, cancel);
        if (await db.PastImports.SingleOrDefaultAsync(one => one.Id == id, cancel) is not { } import)
            return [new Refusal(nameof(RefusalCode.PastImportGone))];
        var touched = await store.TouchedAsync(id, cancel);
        if (import.Undo([.. touched.Take(Named)], touched.Count, actor, clock.Now) is { Count: > 0 } refusals)
            return refusals;
        await store.RemoveAsync(id, cancel);
        await db.SaveChangesAsync(cancel);
        return [];
    }
}
