using HaiDuong.Licensing.Domain.Books;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Features.Books;

/// <summary>A line of the book, with the code of its dossier.</summary>
public sealed record IncomingLine(IncomingDocument Document, string? Code);

/// <summary>Sổ văn bản đến of an office and year, the newest first.</summary>
public sealed class IncomingBookQuery(OfficeDbContext db)
{
    /// <summary>Lines of a page.</summary>
    public const int Size = 100;

    public async Task<IReadOnlyList<int>> YearsAsync(string office, CancellationToken cancel) =>
        await db.IncomingDocuments.Where(line => line.Office == office).Select(line => line.Year).Distinct().OrderDescending().ToListAsync(cancel);

    public async Task<IReadOnlyList<IncomingLine>> ReadAsync(string office, int year, long? before, int most, CancellationToken cancel)
    {
        var lines = db.IncomingDocuments.AsNoTracking().Where(line => line.Office == office && line.Year == year);
        if (before is { } serial)
            lines = lines.Where(line => line.Serial < serial);
        return await lines
            .OrderByDescending(line => line.Serial)
            .Take(most)
            .Select(line => new IncomingLine(line, db.Dossiers.Where(dossier => dossier.Id == line.DossierId).Select(dossier => dossier.Code).FirstOrDefault()))
            .ToListAsync(cancel);
    }
}
