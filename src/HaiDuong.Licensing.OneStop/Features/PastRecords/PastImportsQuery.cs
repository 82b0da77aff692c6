using HaiDuong.Licensing.Domain.PastRecords;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Features.PastRecords;

/// <summary>A line that can enter.</summary>
public sealed record AcceptedLine(int Line, IPastRecord Record);

/// <summary>What the files of old records were and became: the list, one file, and its lines page by page.</summary>
public sealed class PastImportsQuery(OfficeDbContext db)
{
    /// <summary>Rows of a page.</summary>
    public const int Size = 50;

    public async Task<IReadOnlyList<PastImport>> ReadAsync(Guid? before, CancellationToken cancel)
    {
        var last = before ?? Guid.AllBitsSet;
        return await db.PastImports.AsNoTracking().Where(import => import.Id < last).OrderByDescending(import => import.Id).Take(Size).ToListAsync(cancel);
    }

    public Task<PastImport?> FindAsync(Guid id, CancellationToken cancel) =>
        db.PastImports.AsNoTracking().SingleOrDefaultAsync(import => import.Id == id, cancel);

    /// <summary>Another reading of the same file, one that stands before one that does not; null when there is none.</summary>
    public Task<PastImport?> SameFileAsync(PastImport import, CancellationToken cancel) =>
        db
            .PastImports.AsNoTracking()
            .Where(other => other.FileHash == import.FileHash && other.Kind == import.Kind && other.Id != import.Id)
            .OrderByDescending(other => other.ConfirmedAt != null && other.UndoneAt == null)
            .ThenByDescending(other => other.Id)
            .FirstOrDefaultAsync(cancel);

    /// <summary>The lines that cannot enter, in the order of the file.</summary>
    public async Task<IReadOnlyList<PastImportRow>> RejectedAsync(Guid import, int after, int most, CancellationToken cancel) =>
        await db
            .PastImportRows.AsNoTracking()
            .Where(row => row.ImportId == import && row.Codes != null && row.Line > after)
            .OrderBy(row => row.Line)
            .Take(most)
            .ToListAsync(cancel);

    /// <summary>The lines that can enter, as they were read.</summary>
    public async Task<IReadOnlyList<AcceptedLine>> AcceptedAsync(PastImport import, int after, CancellationToken cancel)
    {
        var rows = await db
            .PastImportRows.AsNoTracking()
            .Where(row => row.ImportId == import.Id && row.Record != null && row.Line > after)
            .OrderBy(row => row.Line)
            .Take(Size)
            .ToListAsync(cancel);
        return [.. rows.Select(row => new AcceptedLine(row.Line, row.ReadRecord(import.Kind)!))];
    }

    /// <summary>The lines that were mended and can enter.</summary>
    public async Task<IReadOnlyList<PastImportRow>> RepairedAsync(Guid import, int after, CancellationToken cancel) =>
        await db
            .PastImportRows.AsNoTracking()
            .Where(row => row.ImportId == import && row.Codes == null && row.Repairs != null && row.Line > after)
            .OrderBy(row => row.Line)
            .Take(Size)
            .ToListAsync(cancel);
}
