using System.Globalization;
using System.Text;
using ExcelDataReader;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.OneStop.Storage.Files;

namespace HaiDuong.Licensing.OneStop.Imports;

/// <summary>Reads the sheet of an Excel workbook whose header is best understood. Numbers and dates come as the office writes them.</summary>
internal static class ExcelLines
{
    /// <summary>What stands further right is no column of a list, but a stray cell that makes every line wide.</summary>
    private const int MostColumns = 200;

    static ExcelLines() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static ImportReading Read(byte[] bytes, IReadOnlyList<ImportColumn> columns)
    {
        if (bytes[0] == 'P' && ArchiveCheck.Look(new MemoryStream(bytes)) is { } insides && (insides.Fault is not null || insides.Kind != FileKind.Xlsx))
            return ImportReading.Refused(insides.Fault is { } fault ? new Refusal(fault, "file") : ForeignFile.Of(insides.Kind));
        var sheets = Sheets(bytes);
        if (sheets.Count == 0)
            return ImportReading.Refused(new Refusal(nameof(RefusalCode.ImportEmpty), "file"));
        var (name, lines) = sheets.MaxBy(sheet => ImportHeader.Recognised([.. sheet.Lines.Take(ImportHeader.Deepest)], columns));
        return ImportHeader.Table($"Excel, “{name}”", lines, columns, ExcelEpoch.Is1904(bytes));
    }

    private static List<(string Name, List<ImportLine> Lines)> Sheets(byte[] bytes)
    {
        var sheets = new List<(string Name, List<ImportLine> Lines)>();
        using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(bytes));
        do
        {
            var lines = new List<ImportLine>();
            for (var line = 1; lines.Count <= ImportTable.MostRows + ImportHeader.Deepest && reader.Read(); line++)
                lines.Add(new ImportLine(line, [.. Enumerable.Range(0, Math.Min(reader.FieldCount, MostColumns)).Select(at => TextOf(reader.GetValue(at)))]));
            sheets.Add((reader.Name, lines));
        } while (reader.NextResult());

        return sheets;
    }

    private static string TextOf(object? value) =>
        value switch
        {
            null => "",
            double number => Digits(number),
            DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
            DateTime moment => moment.ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture),
            _ => WellFormed(Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""),
        };

    /// <summary>A workbook may write letters by their number, also those that are none.</summary>
    private static string WellFormed(string text) =>
        string.Concat(text.EnumerateRunes().Where(rune => !Rune.IsControl(rune) || rune.Value is '\n' or '\r' or '\t'));

    /// <summary>Without an exponent, so that a tax code typed as a number stays one.</summary>
    private static string Digits(double number) =>
        Math.Abs(number) < 1e15 ? ((decimal)number).ToString("0.##########", CultureInfo.InvariantCulture) : number.ToString(CultureInfo.InvariantCulture);
}
