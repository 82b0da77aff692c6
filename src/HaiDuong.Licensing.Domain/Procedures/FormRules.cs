using HaiDuong.Licensing.Domain.Fields;
using NodaTime;

namespace HaiDuong.Licensing.Domain.Procedures;

/// <summary>Checks a filled-in form against its definition (kiểm tra tờ khai) and returns every refusal at once, with the path of its field.</summary>
/// <remarks>Whether a notice came early enough before its event (<see cref="Procedure.NoticeBefore"/>) is for the deadlines to say, who know the
/// calendar.</remarks>
public static class FormRules
{
    /// <summary>All refusals, in the order of the form; none when the form is right. Hidden fields are passed over whatever they hold.</summary>
    public static IReadOnlyList<Refusal> Check(Form form, FormData data, LocalDateTime now) => [.. CheckAsked(form, data, now), .. Unknown(form, data)];

    /// <summary>The refusals of what the form asks; what else the data holds, say from an earlier version of the form, is passed over.</summary>
    public static IReadOnlyList<Refusal> CheckAsked(Form form, FormData data, LocalDateTime now)
    {
        var visible = Visible(form, data);
        return
        [
            .. form.Sections.Where(section => IsShown(section.ShownWhen, visible)).SelectMany(section => InSection(section, visible, now)),
            .. form.Rules.SelectMany(rule => FormComparisons.Broken(rule, visible)),
        ];
    }

    /// <summary>The data without the values of hidden fields: what is stored on submission, printed and counted.</summary>
    public static FormData Visible(Form form, FormData data)
    {
        // A field may depend on a field that is itself hidden, so hiding goes on until nothing changes.
        for (var current = data; ; )
        {
            var next = WithoutHidden(form, current);
            if (next.Equals(current))
                return next;
            current = next;
        }
    }

    internal static bool IsShown(FormCondition? condition, FormData data, IReadOnlyDictionary<string, string>? row = null) =>
        condition is null || condition.Holds(data, row);

    private static FormData WithoutHidden(Form form, FormData data)
    {
        var hidden = form
            .Sections.SelectMany(section =>
                section.Fields.Where(field => !IsShown(section.ShownWhen, data) || !IsShown(field.ShownWhen, data)).Select(field => field.Key)
            )
            .ToHashSet(StringComparer.Ordinal);
        var tables = form
            .Sections.Where(section => section.Rows is not null)
            .ToDictionary(section => section.Rows!.Key, section => section, StringComparer.Ordinal);

        return new FormData(
            data.Values.Where(pair => !hidden.Contains(pair.Key)),
            data.Rows.Where(table => !tables.TryGetValue(table.Key, out var section) || IsShown(section.ShownWhen, data))
                .Select(table => KeyValuePair.Create(table.Key, RowsWithoutHidden(tables.GetValueOrDefault(table.Key)?.Rows, table.Value, data)))
        );
    }

    private static IReadOnlyList<IReadOnlyDictionary<string, string>> RowsWithoutHidden(
        FormRows? table,
        IReadOnlyList<IReadOnlyDictionary<string, string>> rows,
        FormData data
    ) =>
        table is null
            ? rows
            :
            [
                .. rows.Select(row =>
                    (IReadOnlyDictionary<string, string>)
                        row.Where(pair => table.Fields.FirstOrDefault(field => field.Key == pair.Key) is not { } field || IsShown(field.ShownWhen, data, row))
                            .ToDictionary(StringComparer.Ordinal)
                ),
            ];

    private static IEnumerable<Refusal> InSection(FormSection section, FormData data, LocalDateTime now)
    {
        var fields = section
            .Fields.Where(field => IsShown(field.ShownWhen, data))
            .Select(field => FieldRules.Check(field, data[field.Key], field.Key, now))
            .OfType<Refusal>();
        return section.Rows is { } table ? fields.Concat(InRows(table, data, now)) : fields;
    }

    private static IEnumerable<Refusal> InRows(FormRows table, FormData data, LocalDateTime now)
    {
        var rows = data.RowsOf(table.Key);
        if (rows.Count < table.MinRows)
            yield return new Refusal(nameof(RefusalCode.RowsTooFew), table.Key, table.ItemLabel, table.MinRows);
        if (rows.Count > table.MaxRows)
            yield return new Refusal(nameof(RefusalCode.RowsTooMany), table.Key, table.ItemLabel, table.MaxRows);

        for (var index = 0; index < rows.Count; index++)
        {
            foreach (var field in table.Fields.Where(field => IsShown(field.ShownWhen, data, rows[index])))
            {
                if (FieldRules.Check(field, rows[index].GetValueOrDefault(field.Key), $"{table.Key}[{index}].{field.Key}", now) is { } refusal)
                    yield return refusal;
            }
        }
    }

    private static IEnumerable<Refusal> Unknown(Form form, FormData data) =>
        data
            .Values.Keys.Where(key => form.Find(key) is null)
            .Concat(data.Rows.Keys.Where(key => form.Tables.All(table => table.Key != key)))
            .Concat(
                form.Tables.SelectMany(table =>
                    data.RowsOf(table.Key)
                        .SelectMany(row => row.Keys)
                        .Where(key => table.Fields.All(field => field.Key != key))
                        .Distinct()
                        .Select(key => $"{table.Key}[].{key}")
                )
            )
            .Select(path => new Refusal(nameof(RefusalCode.FieldUnknown), path, path));
}
