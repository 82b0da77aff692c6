using NodaTime;

namespace HaiDuong.Licensing.OneStop.Storage.Files;

/// <summary>Of the file names given (hashes), those that the database names.</summary>
public delegate Task<IReadOnlySet<string>> StillUsed(IReadOnlyCollection<string> hashes, CancellationToken cancel);

/// <summary>Removes files that crashes and refusals left behind; what is younger than a moment stays, for its dossier may be about to be saved.</summary>
public sealed class FileSweep(Instant olderThan)
{
    private const int Batch = 500;

    public int Removed { get; private set; }

    /// <summary>Half-written files, which nothing ever names.</summary>
    public void RemoveUnfinished(IEnumerable<string> files)
    {
        foreach (var file in files.Where(IsOld).ToList())
            Remove(file);
    }

    /// <summary>Whole files, named by their hash.</summary>
    public async Task RemoveUnusedAsync(IEnumerable<string> files, StillUsed stillUsed, CancellationToken cancel)
    {
        foreach (var batch in files.Where(IsOld).Chunk(Batch))
        {
            var used = await stillUsed([.. batch.Select(Path.GetFileName)!], cancel);
            // Looked at again: the same content may have been stored anew in between.
            foreach (var orphan in batch.Where(file => !used.Contains(Path.GetFileName(file)) && IsOld(file)))
                Remove(orphan);
        }
    }

    /// <summary>Every file below a folder; none when there is no such folder.</summary>
    public static IEnumerable<string> In(string folder) => Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories) : [];

    private bool IsOld(string file) => Instant.FromDateTimeUtc(File.GetLastWriteTimeUtc(file)) < olderThan;

    private void Remove(string file)
    {
        File.Delete(file);
        Removed++;
    }
}
