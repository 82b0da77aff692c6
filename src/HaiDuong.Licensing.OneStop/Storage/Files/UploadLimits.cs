namespace HaiDuong.Licensing.OneStop.Storage.Files;

/// <summary>What one paper of a dossier may be: how large and of which kinds.</summary>
public sealed record UploadLimits
{
    public const long DefaultMaxBytes = 20 * 1024 * 1024;

    public static UploadLimits Default { get; } = new();

    public long MaxBytes { get; init; } = DefaultMaxBytes;

    public IReadOnlyList<FileKind> Kinds { get; init; } = [FileKind.Pdf, FileKind.Jpeg, FileKind.Png];
}
