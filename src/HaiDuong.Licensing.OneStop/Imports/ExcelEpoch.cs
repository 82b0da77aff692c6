using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace HaiDuong.Licensing.OneStop.Imports;

/// <summary>
/// From which day a workbook counts its days: 1900, or 1904 as Excel for the Macintosh once did. A cell without a date format is only a number, and means
/// another day.
/// </summary>
internal static class ExcelEpoch
{
    /// <summary>The record DATEMODE of the old binary format (0x0022, two bytes), which the record PRECISION (0x000E) always follows.</summary>
    private static readonly byte[] DateMode1904 = [0x22, 0x00, 0x02, 0x00, 0x01, 0x00, 0x0E, 0x00, 0x02, 0x00];

    public static bool Is1904(byte[] workbook)
    {
        if (workbook[0] != 'P')
            return workbook.AsSpan().IndexOf(DateMode1904) >= 0;
        using var archive = new ZipArchive(new MemoryStream(workbook), ZipArchiveMode.Read);
        if (archive.Entries.FirstOrDefault(entry => entry.FullName.Equals("xl/workbook.xml", StringComparison.OrdinalIgnoreCase)) is not { } part)
            return false;
        using var content = part.Open();
        using var reader = XmlReader.Create(content, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        var settings = XDocument.Load(reader).Root?.Elements().FirstOrDefault(element => element.Name.LocalName == "workbookPr");
        return settings?.Attribute("date1904")?.Value is "1" or "true";
    }
}
