using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Typed;

namespace HaiDuong.Licensing.OneStop.Imports;

/// <summary>
/// One row of the table below its header: the line of the file where it begins, its cells by the key of their column, and as they were typed those that
/// cleaning changed.
/// </summary>
public sealed record ImportRow(int Line, IReadOnlyDictionary<string, string> Cells, IReadOnlyDictionary<string, string> Typed)
{
    /// <summary>What was done to a cell beyond cleaning, by the key of its column.</summary>
    public required IReadOnlyDictionary<string, RepairKind> Mended { get; init; }

    /// <summary>The cleaned text of a cell; empty when the row or the table has none.</summary>
    public string this[string key] => Cells.GetValueOrDefault(key, "");
}

/// <summary>A table that somebody brought as a CSV or Excel file (bảng dữ liệu): recognised columns, cleaned cells, and the line of every row.</summary>
/// <param name="Origin">How the file was read, for the person: encoding and separator, or the sheet's name.</param>
/// <param name="Columns">The known columns that the table has, in the table's order.</param>
/// <param name="UnknownHeaders">Headers that no column answers to; their cells are not read.</param>
/// <param name="Rows">The rows with anything in them.</param>
public sealed record ImportTable(string Origin, IReadOnlyList<ImportColumn> Columns, IReadOnlyList<string> UnknownHeaders, IReadOnlyList<ImportRow> Rows)
{
    /// <summary>Whether a day that is only a number is counted from 1904.</summary>
    public bool Since1904 { get; init; }

    /// <summary>Lines that only add up the others, by their number: they are no rows.</summary>
    public IReadOnlyDictionary<int, string> Totals { get; init; } = new Dictionary<int, string>();

    public const int MostBytes = 40 * 1024 * 1024;

    /// <summary>Of a post with such a file: one that is too large is still refused with a sentence, up to this.</summary>
    public const long MostPosted = MostBytes + (8L * 1024 * 1024);

    public const int MostRows = 100_000;
}

/// <summary>What came of reading a file: the table, or why it is none.</summary>
public sealed record ImportReading(ImportTable? Table, IReadOnlyList<Refusal> Refusals)
{
    public static ImportReading Refused(params IReadOnlyList<Refusal> refusals) => new(null, refusals);
}
