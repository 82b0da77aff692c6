using System.Globalization;
using HaiDuong.Licensing.Domain.Reports;
using HaiDuong.Licensing.OneStop.Imports;
using HaiDuong.Licensing.OneStop.Letters;

namespace HaiDuong.Licensing.OneStop.Features.Reports;

/// <summary>Báo cáo dạng bảng: what is written into a file or on paper; each row says whether it sums others.</summary>
public sealed record ReportGrid(
    string Number,
    string Title,
    string Measure,
    IReadOnlyList<(IReadOnlyList<string> Words, bool IsText)> Columns,
    IReadOnlyList<(IReadOnlyList<object> Cells, bool IsStrong)> Rows
)
{
    public static ReportGrid Of(ReportTable table) =>
        new(
            table.Form.Number,
            table.Form.Title,
            table.Form.Unit,
            [
                .. table.Form.Columns.Select(column =>
                    (WordsOf(column), column.Cell is ReportCellKind.Name or ReportCellKind.Reason or ReportCellKind.Term or ReportCellKind.Note)
                ),
            ],
            [
                .. table.Lines.Select(line =>
                    (
                        (IReadOnlyList<object>)
                            [.. table.Form.Columns.Select(column => line.NumberOf(column) is { } number ? (object)number : line.TextOf(column))],
                        line.IsStrong
                    )
                ),
            ]
        );

    /// <summary>The heading of a column from the top down, its number last.</summary>
    public static IReadOnlyList<string> WordsOf(ReportColumn column) => [.. column.Words, $"({column.Number})"];

    public byte[] Csv() => CsvOutput.Write(Header(), Rows.Select(row => row.Cells.Select(Text)));

    public Task<byte[]> ExcelAsync(CancellationToken cancel) =>
        ExcelOutput.WriteAsync(Number.Replace('/', '-'), Header(), Rows.Select(row => row.Cells), cancel);

    public ReportSheet Sheet(string period, string unit, IReadOnlyList<string> notes) =>
        new()
        {
            Number = Number,
            Title = Title,
            Period = period,
            Unit = unit,
            Measure = Measure,
            Columns = Columns,
            Rows = [.. Rows.Select(row => (IReadOnlyList<ReportSheetCell>)[.. row.Cells.Select(cell => new ReportSheetCell(Text(cell), row.IsStrong))])],
            Notes = notes,
        };

    private IEnumerable<string> Header() => Columns.Select(column => string.Join(" – ", column.Words));

    private static string Text(object cell) => Convert.ToString(cell, CultureInfo.CurrentCulture) ?? "";
}
