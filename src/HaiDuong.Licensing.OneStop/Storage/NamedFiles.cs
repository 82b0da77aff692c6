using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Storage;

/// <summary>
/// A row that names a kept file by its hash: the dossier, as people call it, or a number in a book. A file that was damaged or lost when the signature on
/// it was given up is known to be so: it stays kept as it is, and nothing waits for it.
/// </summary>
public sealed record NamedFile(string Hash, Guid DossierId, string Owner, bool IsKnownDamaged);

/// <summary>Which rows name kept files: the one list of the places in the database where a hash stands.</summary>
public sealed class NamedFiles(OfficeDbContext db)
{
    public async Task<IReadOnlyList<NamedFile>> PapersAsync(IReadOnlyCollection<string> hashes, CancellationToken cancel) =>
        await db
            .Database.SqlQuery<NamedFile>(
                $"""
                SELECT paper ->> 'fileHash' AS hash, id AS dossier_id, coalesce(code, id::text) AS owner, false AS is_known_damaged
                FROM dossiers CROSS JOIN LATERAL jsonb_array_elements(papers) AS paper
                WHERE paper ->> 'fileHash' = ANY ({hashes.ToArray()})
                UNION ALL SELECT attachment ->> 'fileHash', id, coalesce(code, id::text), false
                FROM dossiers CROSS JOIN LATERAL jsonb_array_elements(attachments) AS attachment
                WHERE attachments <> '[]' AND attachment ->> 'fileHash' = ANY ({hashes.ToArray()})
                """
            )
            .ToListAsync(cancel);

    /// <summary>Slips, signed results, those whose signature fell among them, issued ones, and the papers of numbers that were cancelled.</summary>
    public async Task<IReadOnlyList<NamedFile>> LettersAsync(IReadOnlyCollection<string> hashes, CancellationToken cancel) =>
        await db
            .Database.SqlQuery<NamedFile>(
                $"""
                SELECT letter.hash, id AS dossier_id, coalesce(code, id::text) AS owner, letter.is_known_damaged
                FROM dossiers CROSS JOIN LATERAL (
                    SELECT slip ->> 'fileHash' AS hash, false AS is_known_damaged FROM jsonb_array_elements(slips) AS slip
                    UNION ALL SELECT signed ->> 'signedFile', coalesce((signed ->> 'isFileDamaged')::boolean, false)
                        FROM jsonb_array_elements(fallen_signatures) AS signed
                    UNION ALL SELECT decision ->> 'signedFile', false UNION ALL SELECT decision ->> 'issuedFile', false) AS letter
                WHERE letter.hash = ANY ({hashes.ToArray()})
                UNION ALL SELECT file, dossier_id, number, false FROM numbered_documents WHERE file = ANY ({hashes.ToArray()}) AND cancelled_at IS NOT NULL
                """
            )
            .ToListAsync(cancel);
}
