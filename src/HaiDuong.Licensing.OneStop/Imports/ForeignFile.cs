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
        ("%PDF-"u8.ToArray(), nameof(RefusalCode.ImportIsPdf)),
        ("{\\rtf"u8.ToArray(), nameof(RefusalCode.ImportIsWord)),
        ([0xFF, 0xD8, 0xFF], nameof(RefusalCode.ImportIsPicture)),
        ([0x89, 0x50, 0x4E, 0x47], nameof(RefusalCode.ImportIsPicture)),
        ("GIF8"u8.ToArray(), nameof(RefusalCode.ImportIsPicture)),
        ("II*\0"u8.ToArray(), nameof(RefusalCode.ImportIsPicture)),
        ("MM\0*"u8.ToArray(), nameof(RefusalCode.ImportIsPicture)),
        ("Rar!"u8.ToArray(), nameof(RefusalCode.ImportIsArchive)),
        ([0x37, 0x7A, 0xBC, 0xAF], nameof(RefusalCode.ImportIsArchive)),
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
            return new Refusal(nameof(RefusalCode.ImportIsPdf), "file");
        return bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]) && bytes.IndexOf(WordStream) >= 0
            ? new Refusal(nameof(RefusalCode.ImportIsWord), "file")
            : null;
    }

    /// <summary>The same of a ZIP file that is no workbook.</summary>
    public static Refusal Of(FileKind? kind) => new(kind == FileKind.Docx ? nameof(RefusalCode.ImportIsWord) : nameof(RefusalCode.ImportIsArchive), "file");
}
