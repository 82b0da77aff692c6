using HaiDuong.Licensing.Domain.Staff;
using NodaTime;

namespace HaiDuong.Licensing.Domain.Dossiers;

/// <summary>
/// Giấy tờ do cán bộ đính kèm: a scan or photo that a member of staff or a consulted agency put beside the papers in some act: what it is, from where, who
/// added it and when. It is no paper of the applicant, and the applicant's pages never give it out.
/// </summary>
/// <param name="Id">Its own id; no paper has the same.</param>
/// <param name="Title">What it is.</param>
/// <param name="Source">Where it comes from: who sent it, or where it was taken; null when nobody said.</param>
/// <param name="FileHash">SHA-256 of the file.</param>
/// <param name="FileName">The name that it was sent with.</param>
/// <param name="ContentType">Told by content.</param>
/// <param name="Size">In bytes.</param>
/// <param name="ById">The account that added it.</param>
/// <param name="By">The name.</param>
/// <param name="Role">As whom.</param>
/// <param name="Unit">Of which unit or agency.</param>
/// <param name="At">When.</param>
public sealed record Attachment(
    Guid Id,
    string Title,
    string? Source,
    string FileHash,
    string FileName,
    string ContentType,
    long Size,
    Guid? ById,
    string By,
    StaffRole Role,
    string? Unit,
    LocalDateTime At
)
{
    /// <summary>The longest title, and source.</summary>
    public const int MostLetters = 200;

    /// <summary>The most of one dossier.</summary>
    public const int Most = 200;

    /// <summary>Chỉ tải về: it has scripts or files inside, so that it is saved and never shown inside a page.</summary>
    public bool DownloadOnly { get; init; }

    /// <summary>Nơi chụp: where the camera says that the photo was taken; null when it says nothing.</summary>
    public GeoPosition? Position { get; init; }

    /// <summary>Đã gỡ: by whom, when and why it was taken away; nobody gets the file any more.</summary>
    public AttachmentRemoval? Removal { get; init; }
}

/// <summary>Gỡ giấy tờ đính kèm nhầm.</summary>
/// <param name="By">Who took it away.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why.</param>
public sealed record AttachmentRemoval(string By, LocalDateTime At, string Reason);

/// <summary>Tệp đính kèm: a checked and stored file that is to join a dossier.</summary>
/// <param name="Hash">SHA-256.</param>
/// <param name="Name">The name that it was sent with.</param>
/// <param name="ContentType">Told by content.</param>
/// <param name="Size">In bytes.</param>
/// <param name="DownloadOnly">It has scripts or files inside.</param>
/// <param name="Position">Where the camera says that it was taken.</param>
public sealed record AttachedFile(string Hash, string Name, string ContentType, long Size, bool DownloadOnly, GeoPosition? Position);
