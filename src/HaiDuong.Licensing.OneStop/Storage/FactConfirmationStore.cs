using HaiDuong.Licensing.Domain.Procedures;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Storage;

/// <summary>The lines about confirmed facts; they are only ever added.</summary>
public sealed class FactConfirmationStore(OfficeDbContext db)
{
    /// <summary>The lines about one fact, the first one first.</summary>
    public Task<List<FactConfirmation>> OfAsync(string file, string path, CancellationToken cancel) =>
        db.FactConfirmations.AsNoTracking().Where(line => line.FileKey == file && line.Path == path).OrderBy(line => line.Ordinal).ToListAsync(cancel);

    /// <summary>Adds a line; false when somebody else wrote the line with this ordinal first.</summary>
    public async Task<bool> AddAsync(FactConfirmation line, CancellationToken cancel) =>
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO fact_confirmations (file_key, path, ordinal, mark, statement, document_kind, document_number, document_date, note, at, by_id, "by")
            VALUES ({line.FileKey}, {line.Path}, {line.Ordinal}, {line.Mark.ToString()}, {line.Statement}, {line.DocumentKind},
                {line.DocumentNumber}, {line.DocumentDate}, {line.Note}, {line.At}, {line.ById}, {line.By})
            ON CONFLICT DO NOTHING
            """,
            cancel
        ) == 1;
}
