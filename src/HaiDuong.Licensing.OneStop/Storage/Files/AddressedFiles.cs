using System.Security.Cryptography;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Storage.Files;

/// <summary>What a look at a kept file found.</summary>
public enum FileCondition
{
    Intact,
    Missing,

    /// <summary>It cannot be read, or is other than its address says.</summary>
    Damaged,
}

/// <summary>
/// Files that lie under their SHA-256, and the only place that reads them: every read is compared with the address before a byte is given
/// out, so that nothing damaged is signed, sealed, served or sent.
/// </summary>
public sealed class AddressedFiles(string root)
{
    private const int HashLength = 64;

    /// <summary>The file from its beginning, already compared with its address.</summary>
    /// <exception cref="DamagedFileException">It is missing or damaged.</exception>
    public async Task<Stream> OpenAsync(string hash, CancellationToken cancel)
    {
        var path = PathOf(hash);
        FileStream? file = null;
        try
        {
            file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            if (Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancel)) != hash)
                throw new DamagedFileException(hash, isMissing: false);
            file.Position = 0;
            var whole = file;
            file = null;
            return whole;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new DamagedFileException(hash, fault is FileNotFoundException or DirectoryNotFoundException, fault);
        }
        finally
        {
            if (file is not null)
                await file.DisposeAsync();
        }
    }

    /// <summary>The bytes that the address names.</summary>
    /// <exception cref="DamagedFileException">The file is missing or damaged.</exception>
    public async Task<byte[]> ReadAsync(string hash, CancellationToken cancel)
    {
        byte[] bytes;
        try
        {
            bytes = await File.ReadAllBytesAsync(PathOf(hash), cancel);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new DamagedFileException(hash, fault is FileNotFoundException or DirectoryNotFoundException, fault);
        }

        return Convert.ToHexStringLower(SHA256.HashData(bytes)) == hash ? bytes : throw new DamagedFileException(hash, isMissing: false);
    }

    /// <summary>Reads the whole file and says how it is.</summary>
    public async Task<FileCondition> LookAsync(string hash, CancellationToken cancel)
    {
        try
        {
            await using var whole = await OpenAsync(hash, cancel);
            return FileCondition.Intact;
        }
        catch (DamagedFileException fault)
        {
            return fault.IsMissing ? FileCondition.Missing : FileCondition.Damaged;
        }
    }

    /// <summary>
    /// Puts a whole file, lying at its temporary place on the same disk, under its address, in the place of a damaged one too; file and folders are on disk
    /// then.
    /// </summary>
    public void Place(FileStream whole, string hash)
    {
        whole.Flush(flushToDisk: true);
        var place = PathOf(hash);
        var folder = Path.GetDirectoryName(place)!;
        Directory.CreateDirectory(folder);
        File.Move(whole.Name, place, overwrite: true);
        DirectorySync.Flush(folder);
        DirectorySync.Flush(root);
    }

    /// <summary>Makes a file young again, so that a sweep running now leaves it alone.</summary>
    public void Renew(string hash, Instant now) => File.SetLastWriteTimeUtc(PathOf(hash), now.ToDateTimeUtc());

    public bool Exists(string hash) => File.Exists(PathOf(hash));

    /// <summary>The addresses of all files, one after the other; half-written files have none.</summary>
    public IEnumerable<string> Addresses() => FileSweep.In(root).Select(file => Path.GetFileName(file)).Where(IsHash);

    public string PathOf(string hash) =>
        IsHash(hash) ? Path.Combine(root, hash[..2], hash) : throw new ArgumentException("A hash is 64 lower-case hexadecimal digits.", nameof(hash));

    private static bool IsHash(string name) => name.Length == HashLength && name.All(char.IsAsciiHexDigitLower);
}
