using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Typed;

namespace HaiDuong.Licensing.OneStop.Imports;

/// <summary>One line of a file as its cells, not yet cleaned; a quoted cell may go over several lines, then this is the first.</summary>
internal readonly record struct ImportLine(int Number, IReadOnlyList<string> Cells)
{
    public bool IsBlank => Cells.All(string.IsNullOrWhiteSpace);
}

/// <summary>
/// Finds the header among the first lines (many lists begin with a title) and reads what stands below it. A header may go over two lines, the upper of
/// which heads several columns (“Giấy phép” over “Số” and “Ngày cấp”).
/// </summary>
internal static class ImportHeader
{
    /// <summary>Among how many first lines the header is looked for.</summary>
    public const int Deepest = 20;

    /// <param name="Last">The line after which the rows begin.</param>
    /// <param name="Names">Every way to read the heading of each column, the best first.</param>
    private sealed record Heading(int Last, IReadOnlyList<IReadOnlyList<string>> Names)
    {
        public IReadOnlyList<ImportColumn?> Known(IReadOnlyList<ImportColumn> columns) =>
            [
                .. Names.Select(names =>
                    names.Select(name => columns.FirstOrDefault(column => column.IsNamed(name))).FirstOrDefault(column => column is not null)
                ),
            ];

        public int Score(IReadOnlyList<ImportColumn> columns) => Known(columns).OfType<ImportColumn>().Distinct().Count();
    }

    /// <summary>How many columns the best header names; among equals the wider line counts.</summary>
    public static int Recognised(IReadOnlyList<ImportLine> lines, IReadOnlyList<ImportColumn> columns) =>
        Headings(lines).Select(heading => heading.Score(columns)).DefaultIfEmpty().Max() * 1000
        + Math.Min(999, lines.Select(line => line.Cells.Count).DefaultIfEmpty().Max());

    /// <param name="origin">How the file was read.</param>
    /// <param name="lines">Its lines.</param>
    /// <param name="columns">What is known.</param>
    /// <param name="since1904">Whether its days are counted from 1904.</param>
    public static ImportReading Table(string origin, IEnumerable<ImportLine> lines, IReadOnlyList<ImportColumn> columns, bool since1904 = false)
    {
        var all = lines.Take(ImportTable.MostRows + Deepest + 1).ToList();
        if (all.TrueForAll(line => line.IsBlank))
            return ImportReading.Refused(new Refusal(nameof(RefusalCode.ImportEmpty), "file"));
        var header = Headings([.. all.Take(Deepest)]).MaxBy(heading => heading.Score(columns))!;
        var known = header.Known(columns);
        var refusals = Check(known, columns);
        if (refusals.Count > 0)
            return ImportReading.Refused(refusals);
        var below = all.Where(line => line.Number > header.Last && !line.IsBlank).ToList();
        if (below.Count > ImportTable.MostRows)
            return ImportReading.Refused(new Refusal(nameof(RefusalCode.ImportTooManyRows), "file", ImportTable.MostRows));
        var totals = below
            .Select(line => (line.Number, Text: TotalLine.Read(line)))
            .Where(line => line.Text is not null)
            .ToDictionary(line => line.Number, line => line.Text!);
        below.RemoveAll(line => totals.ContainsKey(line.Number));
        if (below.Count == 0)
            return ImportReading.Refused(new Refusal(nameof(RefusalCode.ImportNoRows), "file"));
        var (rows, charset) = ImportRows.Of(below, known);
        var unknown = header.Names.Where((names, at) => known[at] is null && names.Count > 0).Select(names => VietnameseText.Clean(names[0]));
        return new ImportReading(
            new ImportTable(charset is null ? origin : $"{origin}, {charset.Name}", [.. known.OfType<ImportColumn>()], [.. unknown], rows)
            {
                Since1904 = since1904,
                Totals = totals,
            },
            []
        );
    }

    /// <summary>Every line as a heading alone, and with the line below it; a single line comes first, so that it wins among equals.</summary>
    private static IEnumerable<Heading> Headings(IReadOnlyList<ImportLine> lines) =>
        lines
            .Select(line => new Heading(line.Number, [.. line.Cells.Select(cell => Spellings(cell))]))
            .Concat(
                lines
                    .Zip(lines.Skip(1))
                    .Where(pair => !pair.First.IsBlank && !pair.Second.IsBlank)
                    .Select(pair => new Heading(pair.Second.Number, Joined(pair.First.Cells, pair.Second.Cells)))
            );

    /// <summary>Under a blank cell of the upper line stands what its last cell before heads, where the lower line has something.</summary>
    private static List<IReadOnlyList<string>> Joined(IReadOnlyList<string> upper, IReadOnlyList<string> lower)
    {
        var joined = new List<IReadOnlyList<string>>();
        var over = "";
        for (var at = 0; at < Math.Max(upper.Count, lower.Count); at++)
        {
            var (above, below) = (upper.ElementAtOrDefault(at) ?? "", lower.ElementAtOrDefault(at) ?? "");
            if (!string.IsNullOrWhiteSpace(above))
                over = above;
            else if (string.IsNullOrWhiteSpace(below))
                over = "";
            joined.Add(
                string.IsNullOrWhiteSpace(below) ? Spellings(above) : [.. Spellings($"{over} {below}"), .. Spellings($"{below} {over}"), .. Spellings(below)]
            );
        }

        return joined;
    }

    /// <summary>A heading as it stands, and as it would be in an old charset.</summary>
    private static IReadOnlyList<string> Spellings(string cell)
    {
        if (string.IsNullOrWhiteSpace(cell))
            return [];
        return OldCharset.Of(cell) is { } charset ? [cell, charset.Convert(cell)!] : [cell];
    }

    private static List<Refusal> Check(IReadOnlyList<ImportColumn?> known, IReadOnlyList<ImportColumn> columns)
    {
        if (known.All(column => column is null))
            return [new Refusal(nameof(RefusalCode.ImportNoHeader), "file", string.Join(", ", columns.Select(column => column.Name)))];
        return
        [
            .. columns
                .Where(column => column.IsRequired && !known.Contains(column))
                .Select(column => new Refusal(nameof(RefusalCode.ImportColumnMissing), "file", column.Name)),
            .. known
                .OfType<ImportColumn>()
                .GroupBy(column => column.Key)
                .Where(same => same.Count() > 1)
                .Select(same => new Refusal(nameof(RefusalCode.ImportColumnTwice), "file", same.First().Name)),
        ];
    }
}
