using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.PastRecords;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Features.PastRecords;

/// <summary>Bỏ bản chạy thử: nothing of a file that did not enter is kept, personal data least of all.</summary>
public sealed class DiscardPastImport(OfficeDbContext db, OncePerForm once, PastImportStore store)
{
    /// <summary>Gives what the file was called, or why it stays.</summary>
    public async Task<(string? FileName, IReadOnlyList<Refusal> Refusals)> DoAsync(Guid id, Actor actor, CancellationToken cancel) =>
        actor.Is(StaffRole.Administrator)
            ? await once.DoAsync(actor, () => DiscardAsync(id, cancel), cancel)
            : (null, [new Refusal(nameof(RefusalCode.PastImportAdministratorOnly))]);

    private async Task<(string?, IReadOnlyList<Refusal>)> DiscardAsync(Guid id, CancellationToken cancel)
    {
        await store.WaitForTurnAsync(cancel);
        if (await db.PastImports.SingleOrDefaultAsync(one => one.Id == id, cancel) is not { } import)
            return (null, [new Refusal(nameof(RefusalCode.PastImportGone))]);
        if (import.State != PastImportState.Trial)
            return (null, [new Refusal(nameof(RefusalCode.PastImportConfirmed), null, import.ConfirmedBy ?? "")]);
        await db.PastImportRows.Where(row => row.ImportId == id).ExecuteDeleteAsync(cancel);
        await db.PastImports.Where(one => one.Id == id).ExecuteDeleteAsync(cancel);
        return (import.FileName, []);
    }
}
