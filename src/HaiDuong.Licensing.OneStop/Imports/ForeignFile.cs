using System.Text;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.OneStop.Storage.Files;

namespace HaiDuong.Licensing.OneStop.Imports;

/// <summary>
/// Files that are no lists, which people upload all the same: a PDF, a Word document, a picture, an archive. Each is refused by what it is, told by content and
/// never by name.
/// </summary>
internal static class ForeignFile
{
    private static readonly (byte[] Start, string Code)[] Starts =
    [
        ("%PDF-"u8.ToArray(), "ImportIsPdf"),
        ("{\\rtf"u8.ToArray(), "ImportIsWord"),
        ([0xFF, 0xD8, 0xFF], "ImportIsPicture"),
        ([0x89, 0x50, 0x4E, 0x47], "ImportIsPicture"),
        ("GIF8"u8.ToArray(), "ImportIsPicture"),
        ("II*\0"u8.ToArray(), "ImportIsPicture"),
        ("MM\0*"u8.ToArray(), "ImportIsPicture"),
        ("Rar!"u8.ToArray(), "ImportIsArchive"),
        ([0x37, 0x7A, 0xBC, 0xAF], "ImportIsArchive"),
    ];

    /// <summary>A PDF may begin a little later.</summary>
    private const int PdfBeginning = 1024;

    /// <summary>The stream by which the old binary format of Word is known.</summary>
    private static readonly byte[] WordStream = Encoding.Unicode.GetBytes("WordDocument");

    public static Refusal? Look(ReadOnlySpan<byte> bytes)
    {
        foreach (var (start, code) in Starts)
            if (bytes.StartsWith(start))
                return new Refusal(code, "file");
        if (bytes[..Math.Min(bytes.Length, PdfBeginning)].IndexOf("%PDF-"u8) >= 0)
            return new Refusal("ImportIsPdf", "file");
        return bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]) && bytes.IndexOf(WordStream) >= 0 ? new Refusal("ImportIsWord", "file") : null;
    }

    /// <summary>The same of a ZIP file that is no workbook.</summary>
    public static Refusal Of(FileKind? kind) => new(kind == FileKind.Docx ? "ImportIsWord" : "ImportIsArchive", "file");
}
