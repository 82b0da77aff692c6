using HaiDuong.Licensing.Domain;

namespace HaiDuong.Licensing.OneStop.Storage.Files;

/// <summary>A file that lies safely on disk under its SHA-256, with what may be shown of it.</summary>
/// <param name="Hash">SHA-256 in 64 lower-case hexadecimal digits; also its address in the store.</param>
/// <param name="Size">In bytes.</param>
/// <param name="ContentType">Told by content.</param>
/// <param name="CleanName">The person's own name for it, safe to show and to offer for download.</param>
/// <param name="IsActive">It has scripts or files inside: only to be saved, never shown inside a page.</param>
/// <param name="ShowsPlace">It is a photo that tells where it was taken.</param>
public sealed record StoredFile(string Hash, long Size, string ContentType, string CleanName, bool IsActive, bool ShowsPlace);

/// <summary>Either the stored file or why it was not taken.</summary>
public sealed record UploadResult
{
    private UploadResult(StoredFile? file, Refusal? refusal)
    {
        File = file;
        Refusal = refusal;
    }

    public StoredFile? File { get; }

    public Refusal? Refusal { get; }

    public static UploadResult Taken(StoredFile file) => new(file, null);

    public static UploadResult Refused(Refusal refusal) => new(null, refusal);
}
