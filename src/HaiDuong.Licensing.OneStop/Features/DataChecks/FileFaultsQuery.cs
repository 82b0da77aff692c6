using System.Runtime.CompilerServices;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Storage.Files;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Features.DataChecks;

/// <summary>Reads every kept file from beginning to end and compares it with its address. What no row names is swept by itself and no fault.</summary>
public sealed class FileFaultsQuery(OfficeDbContext db, NamedFiles named, FileStore papers, KeptFiles documents)
{
    private const int Batch = 500;

    internal async IAsyncEnumerable<CheckedPart> ReadAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var batch in papers.Objects.Addresses().Chunk(Batch))
            yield return await CompareAsync(papers.Objects, batch, named.PapersAsync, cancel);
        foreach (var batch in documents.Documents.Addresses().Chunk(Batch))
            yield return await CompareAsync(documents.Documents, batch, named.LettersAsync, cancel);
        // Those of numbers in force stand with their dossiers.
        await foreach (var line in db.NumberedDocuments.AsNoTracking().Where(line => line.CancelledAt != null).AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (!documents.Documents.Exists(line.File))
                yield return new CheckedPart(0, 0, [new DataFault(DataFaultKind.MissingFile, line.DossierId, line.Number, line.File)]);
        }
    }

    private static async Task<CheckedPart> CompareAsync(
        AddressedFiles files,
        string[] hashes,
        Func<IReadOnlyCollection<string>, CancellationToken, Task<IReadOnlyList<NamedFile>>> owners,
        CancellationToken cancel
    )
    {
        var damaged = new List<string>();
        foreach (var hash in hashes)
        {
            if (await files.LookAsync(hash, cancel) == FileCondition.Damaged)
                damaged.Add(hash);
        }

        var faults = damaged.Count == 0 ? [] : await owners(damaged, cancel);
        return new CheckedPart(
            0,
            hashes.Length,
            [
                .. faults
                    .Where(file => !file.IsKnownDamaged)
                    .Distinct()
                    .Select(file => new DataFault(DataFaultKind.DamagedFile, file.DossierId, file.Owner, file.Hash)),
            ]
        );
    }
}
