using ExcelDataReader.Exceptions;
using HaiDuong.Licensing.Domain;

namespace HaiDuong.Licensing.OneStop.Imports;

/// <summary>Reads what offices keep their lists in: CSV of any usual encoding and separator, and Excel (.xlsx, .xls). Says why when it cannot.</summary>
public static class ImportReader
{
    private static readonly byte[][] ExcelStarts =
    [
        [0x50, 0x4B, 0x03, 0x04],
        [0xD0, 0xCF, 0x11, 0xE0],
    ];

    /// <exception cref="IOException">The stream itself fails.</exception>
    public static async Task<ImportReading> ReadAsync(Stream file, IReadOnlyList<ImportColumn> columns, CancellationToken cancel)
    {
        var bytes = await BytesAsync(file, cancel);
        if (bytes is null)
            return ImportReading.Refused(new Refusal(nameof(RefusalCode.ImportTooLarge), "file", ImportTable.MostBytes / 1024 / 1024));
        if (bytes.Length == 0)
            return ImportReading.Refused(new Refusal(nameof(RefusalCode.ImportEmpty), "file"));
        try
        {
            return Read(bytes, columns);
        }
        catch (InvalidPasswordException)
        {
            return ImportReading.Refused(new Refusal(nameof(RefusalCode.ImportHasPassword), "file"));
        }
        // A broken workbook breaks its reader in many ways, none of which is a fault of this program.
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            return ImportReading.Refused(new Refusal(nameof(RefusalCode.ImportUnreadable), "file"));
        }
    }

    private static ImportReading Read(byte[] bytes, IReadOnlyList<ImportColumn> columns)
    {
        if (ForeignFile.Look(bytes) is { } other)
            return ImportReading.Refused(other);
        if (ExcelStarts.Any(start => bytes.AsSpan().StartsWith(start)))
            return ExcelLines.Read(bytes, columns);
        var text = TextEncodings.Guess(bytes);
        if (text is null)
            return ImportReading.Refused(new Refusal(nameof(RefusalCode.ImportUnreadable), "file"));
        return ForeignWorkbook.Look(text.Text) is { } foreign ? ImportReading.Refused(foreign) : CsvLines.Read(text, columns);
    }

    private static async Task<byte[]?> BytesAsync(Stream file, CancellationToken cancel)
    {
        using var content = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await file.ReadAsync(buffer, cancel)) > 0)
        {
            content.Write(buffer, 0, read);
            if (content.Length > ImportTable.MostBytes)
                return null;
        }

        return content.ToArray();
    }
}
