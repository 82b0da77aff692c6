namespace HaiDuong.Licensing.OneStop.Storage.Files;

/// <summary>The kinds of file that a dossier may hold, told by content and never by name.</summary>
public enum FileKind
{
    Pdf,
    Jpeg,
    Png,
    Docx,
    Xlsx,
    Zip,
}

/// <summary>How a kind is called in names and over HTTP.</summary>
public static class FileKinds
{
    public static string ContentType(FileKind kind) =>
        kind switch
        {
            FileKind.Pdf => "application/pdf",
            FileKind.Jpeg => "image/jpeg",
            FileKind.Png => "image/png",
            FileKind.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            FileKind.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            _ => "application/zip",
        };

    public static IReadOnlyList<string> Endings(FileKind kind) =>
        kind switch
        {
            FileKind.Pdf => [".pdf"],
            FileKind.Jpeg => [".jpg", ".jpeg", ".jfif"],
            FileKind.Png => [".png"],
            FileKind.Docx => [".docx"],
            FileKind.Xlsx => [".xlsx"],
            _ => [".zip"],
        };
}
