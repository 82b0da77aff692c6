using System.Globalization;
using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Procedures;

namespace HaiDuong.Licensing.OneStop.Ui.Fields;

/// <summary>
/// What was typed into a generated form. A row that was added or left empty is none when read but stays on the screen; <see cref="Command"/>
/// says that only rows were to be changed.
/// </summary>
/// <param name="Command">The row button pressed instead of the form's own.</param>
/// <param name="Answers">Everything posted, by field name.</param>
/// <param name="Data">The form's own fields, read.</param>
/// <param name="ExtraRows">How many empty rows each table shows besides those read.</param>
public sealed record TypedForm(
    RowCommand? Command,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Answers,
    FormData Data,
    IReadOnlyDictionary<string, int> ExtraRows
)
{
    /// <summary>A form that nobody has typed into yet.</summary>
    public static TypedForm Of(FormData data) => new(null, new Dictionary<string, IReadOnlyList<string>>(), data, new Dictionary<string, int>());

    public static TypedForm Read(Form form, IFormCollection posted)
    {
        var command = RowCommand.Read(posted);
        var removed = command?.Remove is { } row ? $"{command.Rows}[{row.ToString(CultureInfo.InvariantCulture)}]." : null;
        var answers = posted
            .Where(pair => removed is null || !pair.Key.StartsWith(removed, StringComparison.Ordinal))
            .ToDictionary(pair => pair.Key, pair => (IReadOnlyList<string>)[.. pair.Value.Select(text => text ?? "")], StringComparer.Ordinal);
        var data = FormReader.Read(form, answers);
        var extra = form.Tables.ToDictionary(
            table => table.Key,
            table =>
                Math.Max(
                    0,
                    RowsIn(answers.Keys, table.Key) + (command is { Remove: null } && command.Rows == table.Key ? 1 : 0) - data.RowsOf(table.Key).Count
                ),
            StringComparer.Ordinal
        );
        return new TypedForm(command, answers, data, extra);
    }

    private static int RowsIn(IEnumerable<string> names, string table) =>
        names
            .Where(name => name.StartsWith(table + "[", StringComparison.Ordinal))
            .Select(name => name[..(name.IndexOf(']', StringComparison.Ordinal) + 1)])
            .Distinct(StringComparer.Ordinal)
            .Count();
}
