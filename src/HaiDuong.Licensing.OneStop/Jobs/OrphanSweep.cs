using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Storage.Files;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Jobs;

/// <summary>Removes uploaded papers and printed letters that no row names, once they are old enough that none is about to.</summary>
public sealed class OrphanSweep(NamedFiles named, FileStore papers, KeptFiles letters)
{
    private static readonly Duration Grace = Duration.FromDays(2);

    /// <summary>Gives how many files were removed.</summary>
    public async Task<int> SweepAsync(CancellationToken cancel) =>
        await papers.SweepAsync(UsedPapersAsync, Grace, cancel) + await letters.SweepAsync(UsedLettersAsync, Grace, cancel);

    private async Task<IReadOnlySet<string>> UsedPapersAsync(IReadOnlyCollection<string> hashes, CancellationToken cancel) =>
        Hashes(await named.PapersAsync(hashes, cancel));

    private async Task<IReadOnlySet<string>> UsedLettersAsync(IReadOnlyCollection<string> hashes, CancellationToken cancel) =>
        Hashes(await named.LettersAsync(hashes, cancel));

    private static HashSet<string> Hashes(IEnumerable<NamedFile> files) => files.Select(file => file.Hash).ToHashSet(StringComparer.Ordinal);
}
