using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Storage;

/// <summary>The rows of the lists and the words of the search as a whole: whether each is what its dossier gives, and written anew where one is not.</summary>
public sealed class DossierRows(OfficeDbContext db)
{
    private const int Batch = 1000;

    /// <summary>Of these dossiers the ones whose row or words are missing or others than the dossier gives.</summary>
    public Task<List<Guid>> AmissAsync(IReadOnlyList<Guid> dossiers, CancellationToken cancel) =>
        db
            .Database.SqlQuery<Guid>(
                $"""
                SELECT amiss AS "Value" FROM dossier_rows_amiss({dossiers.ToArray()}) AS amiss ORDER BY amiss
                """
            )
            .ToListAsync(cancel);

    /// <summary>
    /// Compares every row, a batch at a time, and writes anew what is amiss. Acts go on meanwhile: they wait for a batch that has their dossier, and none is
    /// lost.
    /// </summary>
    /// <returns>How many dossiers there are, and how many rows were written anew.</returns>
    public async Task<(int Dossiers, int Rewritten)> RebuildAsync(CancellationToken cancel)
    {
        var (dossiers, rewritten) = (0, 0);
        var after = Guid.Empty;
        while (true)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            var keys = await db
                .Database.SqlQuery<Guid>($"SELECT id AS \"Value\" FROM dossiers WHERE id > {after} ORDER BY id LIMIT {Batch} FOR NO KEY UPDATE")
                .ToListAsync(cancel);
            if (keys.Count == 0)
                return (dossiers, rewritten);
            var amiss = await AmissAsync(keys, cancel);
            await db.Database.ExecuteSqlAsync($"SELECT keep_dossier_row(id), keep_dossier_words(id) FROM unnest({amiss}) AS id", cancel);
            await transaction.CommitAsync(cancel);
            (dossiers, rewritten, after) = (dossiers + keys.Count, rewritten + amiss.Count, keys[^1]);
        }
    }
}
