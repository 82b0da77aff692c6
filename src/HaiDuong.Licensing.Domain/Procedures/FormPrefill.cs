using NodaTime;

namespace HaiDuong.Licensing.Domain.Procedures;

/// <summary>Begins a new form with what is known already (điền sẵn tờ khai): the lasting answers of earlier forms.</summary>
public static class FormPrefill
{
    /// <summary>
    /// Of each lasting field and table the first known answer that is still right. The earlier forms stand in the order in which they are
    /// believed; they may be forms of other procedures, of which the fields with the same key are taken.
    /// </summary>
    public static FormData Of(Form form, IReadOnlyList<FormData> earlier, LocalDateTime now)
    {
        var values = form.Fields.Where(field => field.Lasting)
            .Select(field => (field.Key, Value: earlier.Select(data => data[field.Key]).FirstOrDefault(value => value is not null && FieldRules.Check(field, value, field.Key, now) is null)))
            .Where(answer => answer.Value is not null)
            .Select(answer => KeyValuePair.Create(answer.Key, answer.Value!));
        var rows = form.Tables.Where(table => table.Lasting)
            .Select(table => KeyValuePair.Create(table.Key, earlier.Select(data => data.RowsOf(table.Key)).FirstOrDefault(known => known.Count > 0 && AreRight(table, known, now)) ?? []));
        return FormRules.Visible(form, new FormData(values, rows));
    }

    private static bool AreRight(FormRows table, IReadOnlyList<IReadOnlyDictionary<string, string>> rows, LocalDateTime now) =>
        rows.Count <= table.MaxRows && rows.All(row => row.All(answer =>
            table.Fields.FirstOrDefault(field => field.Key == answer.Key) is { } field && FieldRules.Check(field, answer.Value, answer.Key, now) is null));
}
