using System.Globalization;

namespace HaiDuong.Licensing.OneStop.Ui.Fields;

/// <summary>
/// "Thêm dòng" or "Xóa dòng" was pressed instead of the form's own button. The page changes the rows and shows itself again
/// without checking anything.
/// </summary>
public sealed record RowCommand(string Rows, int? Remove)
{
    public const string AddButton = "rows.add";
    public const string RemoveButton = "rows.remove";

    /// <summary>The command in a posted form; null when an ordinary button was pressed.</summary>
    public static RowCommand? Read(IFormCollection form)
    {
        if (form.TryGetValue(AddButton, out var add) && !string.IsNullOrEmpty(add))
            return new RowCommand(add.ToString(), null);
        if (!form.TryGetValue(RemoveButton, out var remove))
            return null;

        var text = remove.ToString();
        var at = text.LastIndexOf(':');
        return at > 0 && int.TryParse(text[(at + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? new RowCommand(text[..at], row) : null;
    }

    /// <summary>The rows after the command: one empty row more, or one row less. Other rows are untouched.</summary>
    public IReadOnlyList<T> Apply<T>(string name, IReadOnlyList<T> rows, Func<T> empty)
    {
        if (!string.Equals(name, Rows, StringComparison.Ordinal))
            return rows;
        return Remove is { } index ? [.. rows.Where((_, row) => row != index)] : [.. rows, empty()];
    }

    /// <summary>The posted rows of a question by column name; gaps in the numbering are closed.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> ReadRows(IFormCollection form, string name)
    {
        var start = name + "[";
        return
        [
            .. form.Where(pair => pair.Key.StartsWith(start, StringComparison.Ordinal))
                .Select(pair => (Key: pair.Key[start.Length..], Value: pair.Value.ToString()))
                .Select(pair => (Close: pair.Key.IndexOf("].", StringComparison.Ordinal), pair.Key, pair.Value))
                .Where(pair => pair.Close > 0)
                .Select(pair => (Row: IndexOf(pair.Key[..pair.Close]), Column: pair.Key[(pair.Close + 2)..], pair.Value))
                .Where(pair => pair.Row >= 0)
                .GroupBy(pair => pair.Row)
                .OrderBy(row => row.Key)
                .Select(row => (IReadOnlyDictionary<string, string>)row.ToDictionary(pair => pair.Column, pair => pair.Value)),
        ];
    }

    private static int IndexOf(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : -1;
}
