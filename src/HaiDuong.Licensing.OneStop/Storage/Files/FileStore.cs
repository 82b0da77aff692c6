using System.Buffers;
using System.Security.Cryptography;
using HaiDuong.Licensing.Domain;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Storage.Files;

/// <summary>
/// The papers of dossiers on disk, each under its SHA-256, so that a stored file is never changed. A file is whole and synced under its
/// address before its hash is given out: a dossier saved afterwards cannot point to a missing file.
/// </summary>
public sealed class FileStore(string folder, IClock clock)
{
    private const int DiskFull = 28;
    private const int QuotaUsedUp = 122;
    private readonly AddressedFiles objects = new(Path.Combine(folder, "objects"));

    /// <summary>Takes an upload of any length with flat memory, or says why not. Faults of the sender's stream are thrown.</summary>
    public async Task<UploadResult> SaveAsync(Stream content, string? claimedName, UploadLimits limits, CancellationToken cancellationToken)
    {
        var name = FileNames.Clean(claimedName);
        var temporary = Path.Combine(folder, "incoming", Guid.CreateVersion7().ToString("N"));
        try
        {
            return await TakeAsync(content, name, limits, temporary, cancellationToken);
        }
        catch (StorageFault fault)
        {
            var full = fault.InnerException!.HResult is DiskFull or QuotaUsedUp;
            return UploadResult.Refused(new Refusal(full ? nameof(RefusalCode.UploadStorageFull) : nameof(RefusalCode.UploadStorageUnavailable), null, name));
        }
        finally
        {
            StorageFault.Ignore(() => File.Delete(temporary));
        }
    }

    /// <summary>The papers as they lie on disk; every read of them is checked there.</summary>
    public AddressedFiles Objects => objects;

    /// <inheritdoc cref="AddressedFiles.OpenAsync"/>
    public Task<Stream> OpenAsync(string hash, CancellationToken cancel) => objects.OpenAsync(hash, cancel);

    /// <summary>Takes an infected file out of the store; nobody gets it any more.</summary>
    public void SetAside(string hash)
    {
        var place = Path.Combine(folder, "quarantine", hash);
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        if (objects.Exists(hash))
            File.Move(objects.PathOf(hash), place, overwrite: true);
    }

    /// <summary>Removes files that no dossier names: leftovers of uploads that a crash or a refusal cut short.</summary>
    /// <param name="stillUsed">Of the hashes given, those that the database names.</param>
    /// <param name="grace">Younger files stay: their dossier may be just about to be saved.</param>
    /// <param name="cancellationToken">Stops between two batches.</param>
    /// <returns>How many files were removed.</returns>
    public async Task<int> SweepAsync(StillUsed stillUsed, Duration grace, CancellationToken cancellationToken)
    {
        var sweep = new FileSweep(clock.GetCurrentInstant() - grace);
        sweep.RemoveUnfinished(FileSweep.In(Path.Combine(folder, "incoming")));
        await sweep.RemoveUnusedAsync(FileSweep.In(Path.Combine(folder, "objects")), stillUsed, cancellationToken);
        return sweep.Removed;
    }

    private async Task<UploadResult> TakeAsync(Stream content, string name, UploadLimits limits, string temporary, CancellationToken cancellationToken)
    {
        await using var file = StorageFault.Guard(() =>
        {
            Directory.CreateDirectory(Path.GetDirectoryName(temporary)!);
            return new FileStream(temporary, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read | FileShare.Delete, bufferSize: 0);
        });
        if (await CopyAsync(content, file, limits.MaxBytes, cancellationToken) is not { } hash)
            return UploadResult.Refused(new Refusal(nameof(RefusalCode.UploadTooLarge), null, name, limits.MaxBytes / 1048576m));
        if (file.Length == 0)
            return UploadResult.Refused(new Refusal(nameof(RefusalCode.UploadEmpty), null, name));

        file.Position = 0;
        var (kind, insides) = await ContentCheck.InspectAsync(file, name, limits, cancellationToken);
        if (insides.Refusal is not null)
            return UploadResult.Refused(insides.Refusal);

        var lies = await objects.LookAsync(hash, cancellationToken) is FileCondition.Intact;
        StorageFault.Guard(() =>
        {
            if (lies)
                objects.Renew(hash, clock.GetCurrentInstant());
            else
                objects.Place(file, hash);
        });
        return UploadResult.Taken(new StoredFile(hash, file.Length, FileKinds.ContentType(kind), name, insides.IsActive, insides.ShowsPlace));
    }

    /// <summary>Copies and hashes; null as soon as the limit is passed.</summary>
    private static async Task<string?> CopyAsync(Stream content, FileStream file, long limit, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(80 * 1024);
        try
        {
            int read;
            while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
            {
                if (file.Length + read > limit)
                    return null;
                hash.AppendData(buffer, 0, read);
                StorageFault.Guard(() => file.Write(buffer, 0, read));
            }

            return Convert.ToHexStringLower(hash.GetHashAndReset());
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
