using System.Globalization;
using System.Resources;
using HaiDuong.Licensing.Domain.Fields;

namespace HaiDuong.Licensing.Domain.Procedures;

/// <summary>Writes canonical form values the Vietnamese way (hiển thị nội dung khai) for screens and papers.</summary>
public static class FormDisplay
{
    private static readonly ResourceManager Texts = new("HaiDuong.Licensing.Domain.Procedures.FormTexts", typeof(FormDisplay).Assembly);
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    /// <summary>
    /// The <c>form</c> group of a template: every field by key, null when it is empty or hidden, and every table as a list of such groups,
    /// each with its <c>number</c> from 1.
    /// </summary>
    public static IReadOnlyDictionary<string, object?> Model(Form form, FormData data)
    {
        var visible = FormRules.Visible(form, data);
        return Model(form, visible, Show);
    }

    /// <summary>The <c>raw</c> group of a template: the same keys with canonical values, for conditions.</summary>
    public static IReadOnlyDictionary<string, object?> RawModel(Form form, FormData data) => Model(form, FormRules.Visible(form, data), (_, value) => value);

    /// <summary>One group of single fields, e.g. what the specialist filled in for the result.</summary>
    public static IReadOnlyDictionary<string, object?> Model(IEnumerable<FormField> fields, IReadOnlyDictionary<string, string> values) =>
        Group(fields, values, Show);

    /// <summary>A value as a person reads it; as it stands when it does not fit the type of its field.</summary>
    public static string Show(FormField field, string value) =>
        field.Type switch
        {
            FieldType.Integer or FieldType.Money when FieldValue.Integer(value) is { } number => number.ToString("N0", Vietnamese),
            FieldType.Decimal or FieldType.Latitude or FieldType.Longitude when FieldValue.Number(value) is { } number => number.ToString(
                "#,0.######",
                Vietnamese
            ),
            FieldType.Date when FieldValue.Date(value) is { } date => VietnameseDate.Print(date),
            FieldType.Time when FieldValue.Time(value) is { } time => Text("Time", time.Hour, time.Minute),
            FieldType.DateTime when FieldValue.Moment(value) is { } moment => Text("Moment", moment.Hour, moment.Minute, VietnameseDate.Print(moment.Date)),
            FieldType.Choice or FieldType.MultiChoice => string.Join("; ", FieldValue.Choices(value).Select(choice => Label(field, choice))),
            FieldType.YesNo => value == "true" ? Text("Yes") : Text("No"),
            _ => value,
        };

    /// <summary>The chosen fields and tables of a section one by one, a table by its rows; the value of what is empty is null.</summary>
    public static IEnumerable<(string Key, string Label, string? Value)> Answers(FormSection section, FormData data, Func<string, bool> isChosen)
    {
        foreach (var field in section.Fields.Where(field => isChosen(field.Key)))
            yield return (field.Key, field.Label, data[field.Key] is { Length: > 0 } value ? Show(field, value) : null);
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
            table.Fields.Where(field => row.GetValueOrDefault(field.Key) is { Length: > 0 }).Select(field => $"{field.Label}: {Show(field, row[field.Key])}")
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

    private static string Label(FormField field, string choice) => field.Options.FirstOrDefault(option => option.Value == choice)?.Label ?? choice;

    private static string Text(string key, params object[] args) => string.Format(Vietnamese, Texts.GetString(key, Vietnamese)!, args);
}
