using System.Security.Cryptography;
using HaiDuong.Licensing.OneStop.Settings;
using HaiDuong.Licensing.OneStop.Storage.Files;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Storage;

/// <summary>
/// Slips and results that the office made, by their SHA-256: a file is on disk, whole and flushed, before any row names it, and never changes. Writing the
/// same bytes twice keeps one file; a file that no row names (the act was rolled back) is swept later.
/// </summary>
public sealed class KeptFiles(OfficeOptions options, IClock clock)
{
    private const string Half = ".half";
    private readonly string root = Path.Combine(Path.GetFullPath(options.DataFolder), "documents");
    private readonly AddressedFiles documents = new(Path.Combine(Path.GetFullPath(options.DataFolder), "documents"));

    /// <summary>The documents as they lie on disk; every read of them is checked there.</summary>
    public AddressedFiles Documents => documents;

    public async Task<string> KeepAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        if (await documents.LookAsync(hash, cancel) is FileCondition.Intact)
        {
            documents.Renew(hash, clock.GetCurrentInstant());
            return hash;
        }

        Directory.CreateDirectory(root);
        var half = Path.Combine(root, $"{Guid.CreateVersion7():N}{Half}");
        try
        {
            await using var stream = new FileStream(half, FileMode.CreateNew, FileAccess.Write, FileShare.Read | FileShare.Delete);
            await stream.WriteAsync(bytes, cancel);
            documents.Place(stream, hash);
            return hash;
        }
        finally
        {
            File.Delete(half);
        }
    }

    /// <inheritdoc cref="AddressedFiles.ReadAsync"/>
    public Task<byte[]> ReadAsync(string hash, CancellationToken cancel) => documents.ReadAsync(hash, cancel);

    /// <inheritdoc cref="AddressedFiles.OpenAsync"/>
    public Task<Stream> OpenAsync(string hash, CancellationToken cancel) => documents.OpenAsync(hash, cancel);

    /// <summary>Removes files older than <paramref name="grace"/> that no row names; gives how many.</summary>
    public async Task<int> SweepAsync(StillUsed stillUsed, Duration grace, CancellationToken cancel)
    {
        var sweep = new FileSweep(clock.GetCurrentInstant() - grace);
        var files = FileSweep.In(root).ToLookup(file => file.EndsWith(Half, StringComparison.Ordinal));
        sweep.RemoveUnfinished(files[true]);
        await sweep.RemoveUnusedAsync(files[false], stillUsed, cancel);
        return sweep.Removed;
    }
}
