using HaiDuong.Licensing.Domain.Typed;

namespace HaiDuong.Licensing.OneStop.Imports;

/// <summary>
/// Finds the cells that are written in an old charset (<see cref="OldCharset"/>): each by its own words, and those whose words leave it open by the other cells
/// of their column.
/// </summary>
internal sealed class ColumnCharsets
{
    private readonly Dictionary<string, OldCharset> _ofColumns = new(StringComparer.Ordinal);

    private ColumnCharsets() { }

    /// <summary>The charset of the whole table; null when some of its cells are Vietnamese in Unicode, or none is old.</summary>
    public OldCharset? Whole { get; private set; }

    public static ColumnCharsets Of(IReadOnlyCollection<IReadOnlyDictionary<string, string>> rows)
    {
        var found = new ColumnCharsets();
        var inUnicode = new HashSet<string>(StringComparer.Ordinal);
        var old = new HashSet<OldCharset>();
        foreach (var (column, cell) in rows.SelectMany(row => row))
        {
            if (OldCharset.IsUnicode(cell))
                inUnicode.Add(column);
            else if (OldCharset.Of(cell) is { } charset)
            {
                old.Add(charset);
                found._ofColumns[column] = charset;
            }
        }

        found.Whole = inUnicode.Count == 0 && old.Count == 1 ? old.Single() : null;
        foreach (var mixed in inUnicode)
            found._ofColumns.Remove(mixed);
        return found;
    }

    /// <summary>The cell in Unicode; null when it is so already, or may be.</summary>
    public string? Convert(string column, string cell)
    {
        var charset = OldCharset.Of(cell) ?? (_ofColumns.GetValueOrDefault(column) is { } likely && likely.MayBe(cell) ? likely : null);
        return charset?.Convert(cell);
    }
}
