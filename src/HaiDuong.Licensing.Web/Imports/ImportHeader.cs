using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Procedures;

namespace HaiDuong.Licensing.Web.Imports;

/// <summary>One line of a file as its cells, not yet cleaned; a quoted cell may go over several lines, then this is the first.</summary>
internal readonly record struct ImportLine(int Number, IReadOnlyList<string> Cells)
{
    public bool IsBlank => Cells.All(string.IsNullOrWhiteSpace);
}

/// <summary>Finds the header among the first lines (many lists begin with a title) and reads what stands below it.</summary>
internal static class ImportHeader
{
    /// <summary>Among how many first lines the header is looked for.</summary>
    public const int Deepest = 20;

    private static readonly Dictionary<string, string> NothingTyped = [];

    /// <summary>How many columns the best header line names; among equals the wider line counts.</summary>
    public static int Recognised(IReadOnlyList<ImportLine> lines, IReadOnlyList<ImportColumn> columns) =>
        lines.Select(line => Score(line, columns)).DefaultIfEmpty().Max() * 1000 + Math.Min(999, lines.Select(line => line.Cells.Count).DefaultIfEmpty().Max());

    public static ImportReading Table(string origin, IEnumerable<ImportLine> lines, IReadOnlyList<ImportColumn> columns)
    {
        var all = lines.Take(ImportTable.MostRows + Deepest + 1).ToList();
        if (all.TrueForAll(line => line.IsBlank))
            return ImportReading.Refused(new Refusal("ImportEmpty", "file"));
        var header = all.Take(Deepest).MaxBy(line => Score(line, columns));
        var known = header.Cells.Select(cell => columns.FirstOrDefault(column => column.IsNamed(cell))).ToList();
        var refusals = Check(known, columns);
        if (refusals.Count > 0)
            return ImportReading.Refused(refusals);
        List<ImportRow> rows = [.. all.Where(line => line.Number > header.Number && !line.IsBlank).Select(line => RowOf(line, known))];
        if (rows.Count > ImportTable.MostRows)
            return ImportReading.Refused(new Refusal("ImportTooManyRows", "file", ImportTable.MostRows));
        if (rows.Count == 0)
            return ImportReading.Refused(new Refusal("ImportNoRows", "file"));
        var unknown = header.Cells.Where((cell, at) => known[at] is null && !string.IsNullOrWhiteSpace(cell)).Select(VietnameseText.Clean);
        return new ImportReading(new ImportTable(origin, [.. known.OfType<ImportColumn>()], [.. unknown], rows), []);
    }

    private static int Score(ImportLine line, IReadOnlyList<ImportColumn> columns) => columns.Count(column => line.Cells.Any(column.IsNamed));

    private static List<Refusal> Check(List<ImportColumn?> known, IReadOnlyList<ImportColumn> columns)
    {
        if (known.TrueForAll(column => column is null))
            return [new Refusal("ImportNoHeader", "file", string.Join(", ", columns.Select(column => column.Name)))];
        return
        [
            .. columns.Where(column => column.IsRequired && !known.Contains(column)).Select(column => new Refusal("ImportColumnMissing", "file", column.Name)),
            .. known.OfType<ImportColumn>().GroupBy(column => column.Key).Where(same => same.Count() > 1).Select(same => new Refusal("ImportColumnTwice", "file", same.First().Name)),
        ];
    }

    private static ImportRow RowOf(ImportLine line, List<ImportColumn?> known)
    {
        var cells = new Dictionary<string, string>(StringComparer.Ordinal);
        Dictionary<string, string>? typed = null;
        foreach (var (column, cell) in known.Zip(line.Cells))
        {
            if (column is null)
                continue;
            var clean = VietnameseText.Clean(cell);
            if (clean != cell)
                (typed ??= new Dictionary<string, string>(StringComparer.Ordinal))[column.Key] = Unquoted(cell);
            cells[column.Key] = Unquoted(clean);
        }

        return new ImportRow(line.Number, cells, typed ?? NothingTyped);
    }

    /// <summary>An apostrophe before a sign that begins a formula was only to keep a spreadsheet from computing it.</summary>
    private static string Unquoted(string text) => text is ['\'', '=' or '+' or '-' or '@', ..] ? text[1..] : text;
}
