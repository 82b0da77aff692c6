using HaiDuong.Licensing.Web.Storage;
using HaiDuong.Licensing.Web.Storage.Files;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HaiDuong.Licensing.Web.Jobs;

/// <summary>Removes uploaded files that no dossier names, once they are old enough that none is about to.</summary>
public sealed class OrphanSweep(OfficeDbContext db, FileStore files)
{
    private static readonly Duration Grace = Duration.FromDays(2);

    /// <summary>Gives how many files were removed.</summary>
    public Task<int> SweepAsync(CancellationToken cancel) => files.SweepAsync(StillUsedAsync, Grace, cancel);

    private async Task<IReadOnlySet<string>> StillUsedAsync(IReadOnlyCollection<string> hashes, CancellationToken cancel)
    {
        var asked = hashes.ToArray();
        var used = await db.Database.SqlQuery<string>(
            $"""
             SELECT DISTINCT paper ->> 'fileHash' AS "Value"
             FROM dossiers CROSS JOIN LATERAL jsonb_array_elements(papers) AS paper
             WHERE paper ->> 'fileHash' = ANY ({asked})
             """).ToListAsync(cancel);
        return used.ToHashSet(StringComparer.Ordinal);
    }
}
