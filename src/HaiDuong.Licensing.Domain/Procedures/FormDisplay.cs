using HaiDuong.Licensing.Domain.Fields;

namespace HaiDuong.Licensing.Domain.Procedures;

/// <summary>Writes canonical form values the Vietnamese way (hiển thị nội dung khai) for screens and papers.</summary>
public static class FormDisplay
{
    /// <summary>
    /// The <c>form</c> group of a template: every field by key, null when it is empty or hidden, and every table as a list of such groups,
    /// each with its <c>number</c> from 1.
    /// </summary>
    public static IReadOnlyDictionary<string, object?> Model(Form form, FormData data)
    {
        var visible = FormRules.Visible(form, data);
        return Model(form, visible, (field, value) => field.Show(value));
    }

    /// <summary>The <c>raw</c> group of a template: the same keys with canonical values, for conditions.</summary>
    public static IReadOnlyDictionary<string, object?> RawModel(Form form, FormData data) => Model(form, FormRules.Visible(form, data), (_, value) => value);

    /// <summary>One group of single fields, e.g. what the specialist filled in for the result.</summary>
    public static IReadOnlyDictionary<string, object?> Model(IEnumerable<FormField> fields, IReadOnlyDictionary<string, string> values) =>
        Group(fields, values, (field, value) => field.Show(value));

    /// <summary>The chosen fields and tables of a section one by one, a table by its rows; the value of what is empty is null.</summary>
    public static IEnumerable<(string Key, string Label, string? Value)> Answers(FormSection section, FormData data, Func<string, bool> isChosen)
    {
        foreach (var field in section.Fields.Where(field => isChosen(field.Key)))
            yield return (field.Key, field.Label, data[field.Key] is { Length: > 0 } value ? field.Show(value) : null);
        if (section.Rows is not { } table || !isChosen(table.Key))
            yield break;
        var rows = data.RowsOf(table.Key);
        if (rows.Count == 0)
            yield return (table.Key, section.Title, null);
        foreach (var (row, index) in rows.Select((row, index) => (row, index)))
            yield return (table.Key, $"{section.Title} ({index + 1})", ShowRow(table, row));
    }

    private static string ShowRow(FormRows table, IReadOnlyDictionary<string, string> row) =>
        string.Join(
            "; ",
            table.Fields.Where(field => row.GetValueOrDefault(field.Key) is { Length: > 0 }).Select(field => $"{field.Label}: {field.Show(row[field.Key])}")
        );

    private static Dictionary<string, object?> Model(Form form, FormData data, Func<FormField, string, string> write)
    {
        var model = Group(form.Fields, data.Values, write);
        foreach (var table in form.Tables)
            model[table.Key] = data.RowsOf(table.Key).Select((row, index) => Row(table, row, index + 1, write)).ToList();
        return model;
    }

    private static Dictionary<string, object?> Row(FormRows table, IReadOnlyDictionary<string, string> row, int number, Func<FormField, string, string> write)
    {
        var group = Group(table.Fields, row, write);
        group["number"] = number;
        return group;
    }

    private static Dictionary<string, object?> Group(
        IEnumerable<FormField> fields,
        IReadOnlyDictionary<string, string> values,
        Func<FormField, string, string> write
    ) =>
        fields.ToDictionary(
            field => field.Key,
            field => values.TryGetValue(field.Key, out var value) ? (object?)write(field, value) : null,
            StringComparer.Ordinal
        );
}
