using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.OneStop.Storage;

namespace HaiDuong.Licensing.OneStop.Features.Shared;

/// <summary>An attached scan or photo as pages show it: with what the virus scanner said of its file.</summary>
public sealed record ShownAttachment(Attachment Attachment, ScanState State)
{
    /// <summary>Whether staff may get the file.</summary>
    public bool IsGiven => Attachment.Removal is null && State is (ScanState.Clean or ScanState.NotScanned);

    public static async Task<IReadOnlyList<ShownAttachment>> OfAsync(IReadOnlyList<Attachment> attachments, PaperScans scans, CancellationToken cancel)
    {
        var states = await scans.OfAsync(attachments.Select(attachment => attachment.FileHash), cancel);
        return [.. attachments.Select(attachment => new ShownAttachment(attachment, states[attachment.FileHash]))];
    }
}
