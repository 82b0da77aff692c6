using System.Data;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Imports;

/// <summary>Writes a table as an Excel workbook of one sheet: days are days, everything else is text and never a formula.</summary>
public static class ExcelOutput
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Excel's own limit of a sheet's name.</summary>
    private const int LongestName = 31;

    /// <summary>Cells are text, days (<see cref="LocalDate"/>) or null.</summary>
    public static async Task<byte[]> WriteAsync(string sheet, IEnumerable<string> header, IEnumerable<IEnumerable<object?>> rows, CancellationToken cancel)
    {
        using var table = new DataTable();
        foreach (var column in header)
            table.Columns.Add(column, typeof(object));
        foreach (var row in rows)
            table.Rows.Add([.. row.Select(Cell)]);
        using var content = new MemoryStream();
        await content.SaveAsAsync(
            table,
            sheetName: sheet.Length > LongestName ? sheet[..LongestName] : sheet,
            configuration: new OpenXmlConfiguration
            {
                AutoFilter = true,
                FastMode = true,
                EnableAutoWidth = true,
            },
            cancellationToken: cancel
        );
        return content.ToArray();
    }

    private static object? Cell(object? value) => value is LocalDate day ? day.ToDateTimeUnspecified() : value;
}
