using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.PastRecords;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.Web.Features.PastRecords;

/// <summary>Bỏ bản chạy thử: nothing of a file that did not enter is kept, personal data least of all.</summary>
public sealed class DiscardPastImport(OfficeDbContext db, PastImportStore store)
{
    public async Task<IReadOnlyList<Refusal>> DoAsync(Guid id, Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(StaffRole.Administrator))
            return [new Refusal("PastImportAdministratorOnly")];
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await store.WaitForTurnAsync(cancel);
        if (await db.PastImports.SingleOrDefaultAsync(one => one.Id == id, cancel) is not { } import)
            return [new Refusal("PastImportGone")];
        if (import.State != PastImportState.Trial)
            return [new Refusal("PastImportConfirmed", null, import.ConfirmedBy ?? "")];
        await db.PastImportRows.Where(row => row.ImportId == id).ExecuteDeleteAsync(cancel);
        await db.PastImports.Where(one => one.Id == id).ExecuteDeleteAsync(cancel);
        await transaction.CommitAsync(cancel);
        return [];
    }
}
