using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Typed;

namespace HaiDuong.Licensing.OneStop.Imports;

/// <summary>
/// Reads the lines below a header: old letters become Unicode, “như trên” the cell above, and everything is cleaned; what was changed keeps what stood there
/// before.
/// </summary>
internal static class ImportRows
{
    private static readonly Dictionary<string, string> NothingTyped = [];
    private static readonly Dictionary<string, RepairKind> NothingMended = [];

    /// <summary>The rows, and the old charset of the whole table if it has one.</summary>
    public static (IReadOnlyList<ImportRow> Rows, OldCharset? Charset) Of(IReadOnlyList<ImportLine> lines, IReadOnlyList<ImportColumn?> known)
    {
        var raw = lines.Select(line => Raw(line, known)).ToList();
        var charsets = ColumnCharsets.Of(raw);
        var rows = new List<ImportRow>(lines.Count);
        IReadOnlyDictionary<string, string> above = NothingTyped;
        foreach (var (line, cells) in lines.Zip(raw))
        {
            var row = RowOf(line.Number, cells, above, charsets);
            above = row.Cells;
            rows.Add(row);
        }

        return (rows, charsets.Whole);
    }

    private static Dictionary<string, string> Raw(ImportLine line, IReadOnlyList<ImportColumn?> known)
    {
        var cells = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (column, cell) in known.Zip(line.Cells))
        {
            if (column is not null)
                cells[column.Key] = cell;
        }

        return cells;
    }

    private static ImportRow RowOf(int line, Dictionary<string, string> raw, IReadOnlyDictionary<string, string> above, ColumnCharsets charsets)
    {
        var cells = new Dictionary<string, string>(StringComparer.Ordinal);
        Dictionary<string, string>? typed = null;
        Dictionary<string, RepairKind>? mended = null;
        foreach (var (key, cell) in raw)
        {
            var (text, kind) =
                Ditto.IsOne(cell) ? (above.GetValueOrDefault(key, ""), RepairKind.Ditto)
                : charsets.Convert(key, cell) is { } converted ? (converted, RepairKind.OldCharset)
                : (cell, (RepairKind?)null);
            var clean = VietnameseText.Clean(text);
            if (clean != cell)
                (typed ??= new Dictionary<string, string>(StringComparer.Ordinal))[key] = Unquoted(cell);
            if (kind is { } done)
                (mended ??= new Dictionary<string, RepairKind>(StringComparer.Ordinal))[key] = done;
            cells[key] = Unquoted(clean);
        }

        return new ImportRow(line, cells, typed ?? NothingTyped) { Mended = mended ?? NothingMended };
    }

    /// <summary>An apostrophe before a sign that begins a formula was only to keep a spreadsheet from computing it.</summary>
    private static string Unquoted(string text) => text is ['\'', '=' or '+' or '-' or '@', ..] ? text[1..] : text;
}
