namespace HaiDuong.Licensing.Documents.Content;

/// <summary>A cell of a heading (đầu bảng): what it says, and which rows and columns of the heading it takes.</summary>
public sealed record HeadingCell(string Text, int Row, int Rows, int Column, int Columns);

/// <summary>
/// Đầu bảng nhiều tầng: each column says its heading from the top down. Neighbours that begin alike stand under one cell; the last words of every column stand
/// in the lowest row, and the ones above them reach down to it.
/// </summary>
public static class TableHeading
{
    /// <summary>What parts the words of a heading in a template.</summary>
    public const string Parting = " // ";

    public static int Depth(IReadOnlyList<IReadOnlyList<string>> columns) => columns.Select(words => words.Count).DefaultIfEmpty().Max();

    /// <summary>Every cell, from the top left on.</summary>
    public static IReadOnlyList<HeadingCell> Of(IReadOnlyList<IReadOnlyList<string>> columns)
    {
        var depth = Depth(columns);
        var cells = new List<HeadingCell>();
        for (var column = 0; column < columns.Count; column++)
        {
            for (var level = 0; level < columns[column].Count; level++)
            {
                if (column > 0 && AreOne(columns[column - 1], columns[column], level))
                    continue;
                var (first, last) = (RowOf(columns[column], level, depth), LastRowOf(columns[column], level, depth));
                var width = 1;
                while (column + width < columns.Count && AreOne(columns[column], columns[column + width], level))
                    width++;
                cells.Add(new HeadingCell(columns[column][level], first, last - first + 1, column, width));
            }
        }

        return [.. cells.OrderBy(cell => cell.Row).ThenBy(cell => cell.Column)];
    }

    private static int RowOf(IReadOnlyList<string> words, int level, int depth) => words.Count > 1 && level == words.Count - 1 ? depth - 1 : level;

    private static int LastRowOf(IReadOnlyList<string> words, int level, int depth) =>
        words.Count == 1 ? depth - 1
        : level == words.Count - 2 ? depth - 2
        : RowOf(words, level, depth);

    // The same words from the top down to here, with more words below them.
    private static bool AreOne(IReadOnlyList<string> left, IReadOnlyList<string> right, int level) =>
        level < left.Count - 2 && level < right.Count - 2 && left.Take(level + 1).SequenceEqual(right.Take(level + 1), StringComparer.Ordinal);
}
