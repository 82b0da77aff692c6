using HaiDuong.Licensing.Web.Storage;
using HaiDuong.Licensing.Web.Storage.Files;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HaiDuong.Licensing.Web.Jobs;

/// <summary>Removes uploaded papers and printed letters that no dossier names, once they are old enough that none is about to.</summary>
public sealed class OrphanSweep(OfficeDbContext db, FileStore papers, KeptFiles letters)
{
    private static readonly Duration Grace = Duration.FromDays(2);

    /// <summary>Gives how many files were removed.</summary>
    public async Task<int> SweepAsync(CancellationToken cancel) =>
        await papers.SweepAsync(UsedPapersAsync, Grace, cancel) + await letters.SweepAsync(UsedLettersAsync, Grace, cancel);

    private Task<IReadOnlySet<string>> UsedPapersAsync(IReadOnlyCollection<string> hashes, CancellationToken cancel) => UsedAsync(
        $"""
         SELECT DISTINCT paper ->> 'fileHash' AS "Value"
         FROM dossiers CROSS JOIN LATERAL jsonb_array_elements(papers) AS paper
         WHERE paper ->> 'fileHash' = ANY ({hashes.ToArray()})
         """, cancel);

    private Task<IReadOnlySet<string>> UsedLettersAsync(IReadOnlyCollection<string> hashes, CancellationToken cancel) => UsedAsync(
        $"""
         SELECT DISTINCT letter.hash AS "Value"
         FROM dossiers CROSS JOIN LATERAL (
             SELECT slip ->> 'fileHash' AS hash FROM jsonb_array_elements(slips) AS slip
             UNION ALL SELECT decision ->> 'signedFile' UNION ALL SELECT decision ->> 'issuedFile') AS letter
         WHERE letter.hash = ANY ({hashes.ToArray()})
         """, cancel);

    private async Task<IReadOnlySet<string>> UsedAsync(FormattableString sql, CancellationToken cancel) =>
        (await db.Database.SqlQuery<string>(sql).ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal);
}
