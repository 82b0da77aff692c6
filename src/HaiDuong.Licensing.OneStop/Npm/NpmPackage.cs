using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;

namespace HaiDuong.Licensing.OneStop.Npm;

/// <summary>
/// Gói npm: a package in the one version that this program was tried with. It comes over HTTP, so that a machine needs no npm; its hash is compared, and it
/// is unpacked whole or not at all.
/// </summary>
/// <param name="Name">With its scope.</param>
/// <param name="Version">Pinned.</param>
/// <param name="Sha512">Of the package file, as the registry tells it.</param>
public sealed record NpmPackage(string Name, string Version, string Sha512)
{
    private static readonly TimeSpan LongestConnect = TimeSpan.FromSeconds(15);

    /// <summary>More than any of these takes over a slow line.</summary>
    private static readonly TimeSpan LongestFetch = TimeSpan.FromMinutes(15);

    private string Address => $"{NpmRegistry.Address}/{Name}/-/{Name[(Name.IndexOf('/', StringComparison.Ordinal) + 1)..]}-{Version}.tgz";

    /// <summary>Fetches it into a folder, which is replaced.</summary>
    /// <exception cref="NpmPackageException">The registry cannot be reached, has no such package, or has another one under its name.</exception>
    public async Task FetchAsync(string folder, CancellationToken cancel, Func<string, bool>? without = null)
    {
        var file = folder + ".tgz";
        Directory.CreateDirectory(Path.GetDirectoryName(folder)!);
        try
        {
            await DownloadAsync(file, cancel);
            await UnpackAsync(file, folder, cancel, without);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Unpacks a file that was fetched before into a folder, which is replaced.</summary>
    /// <exception cref="NpmPackageException">The file is another one.</exception>
    public async Task UnpackAsync(string file, string folder, CancellationToken cancel, Func<string, bool>? without = null)
    {
        await using (var packed = File.OpenRead(file))
        {
            if (Convert.ToBase64String(await SHA512.HashDataAsync(packed, cancel)) != Sha512)
                throw new NpmPackageException(NpmFault.OtherHash, $"{Path.GetFileName(file)} is not {Name} {Version}");
        }

        var fresh = folder + ".new";
        Remove(fresh);
        await using (var zipped = new GZipStream(File.OpenRead(file), CompressionMode.Decompress))
        await using (var tar = new TarReader(zipped))
        {
            while (await tar.GetNextEntryAsync(cancellationToken: cancel) is { } entry)
            {
                var target = Path.GetFullPath(Path.Combine(fresh, entry.Name["package/".Length..]));
                if (
                    entry.DataStream is null
                    || without?.Invoke(entry.Name) == true
                    || !target.StartsWith(fresh + Path.DirectorySeparatorChar, StringComparison.Ordinal)
                )
                    continue;
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                await entry.ExtractToFileAsync(target, overwrite: true, cancel);
            }
        }

        Remove(folder);
        Directory.Move(fresh, folder);
    }

    private async Task DownloadAsync(string file, CancellationToken cancel)
    {
        using var client = new HttpClient(new SocketsHttpHandler { ConnectTimeout = LongestConnect }) { Timeout = LongestFetch };
        try
        {
            await using var sent = await client.GetStreamAsync(new Uri(Address), cancel);
            await using var kept = File.Create(file);
            await sent.CopyToAsync(kept, cancel);
        }
        catch (HttpRequestException refused) when (refused.StatusCode is { } status)
        {
            throw new NpmPackageException(NpmFault.Away, $"{NpmRegistry.Address} answers {(int)status}", refused);
        }
        catch (Exception failure)
            when (failure is HttpRequestException or HttpIOException or UriFormatException
                || (failure is OperationCanceledException && !cancel.IsCancellationRequested)
            )
        {
            throw new NpmPackageException(NpmFault.Away, $"{NpmRegistry.Address} is not reached: {failure.Message.TrimEnd('.')}", failure);
        }
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }
}
