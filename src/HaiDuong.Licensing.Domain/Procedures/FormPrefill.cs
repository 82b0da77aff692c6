using HaiDuong.Licensing.Domain.Fields;
using NodaTime;

namespace HaiDuong.Licensing.Domain.Procedures;

/// <summary>Begins a new form with what is known already (điền sẵn tờ khai): the lasting answers of earlier forms.</summary>
public static class FormPrefill
{
    /// <summary>
    /// Of each lasting field and table the first known answer that is still right, else what is known of the applicant. The earlier forms stand in the
    /// order in which they are believed; they may be forms of other procedures, of which the fields with the same key are taken.
    /// </summary>
    /// <param name="form">The form to begin.</param>
    /// <param name="applicant">What is known of the applicant, by the names that <see cref="FormField.CopiedFrom"/> uses.</param>
    /// <param name="earlier">The earlier forms.</param>
    /// <param name="now">Now, at the office.</param>
    public static FormData Of(Form form, IReadOnlyDictionary<string, string> applicant, IReadOnlyList<FormData> earlier, LocalDateTime now)
    {
        var values = form
            .Fields.Where(field => field.Lasting || field.CopiedFrom is not null)
            .Select(field =>
                (field.Key, Value: Known(field).FirstOrDefault(value => value is { Length: > 0 } && FieldRules.Check(field, value, field.Key, now) is null))
            )
            .Where(answer => answer.Value is not null)
            .Select(answer => KeyValuePair.Create(answer.Key, answer.Value!));
        var rows = form
            .Tables.Where(table => table.Lasting)
            .Select(table =>
                KeyValuePair.Create(
                    table.Key,
                    earlier.Select(data => data.RowsOf(table.Key)).FirstOrDefault(known => known.Count > 0 && AreRight(table, known, now)) ?? []
                )
            );
        return FormRules.Visible(form, new FormData(values, rows));

        // The kind was just chosen, so it is believed before anything earlier.
        IEnumerable<string?> Known(FormField field)
        {
            var ofApplicant = field.CopiedFrom is { } name ? applicant.GetValueOrDefault(name) : null;
            var ofEarlier = field.Lasting ? earlier.Select(data => data[field.Key]) : [];
            return field.CopiedFrom == "applicant.kind" ? [ofApplicant, .. ofEarlier] : [.. ofEarlier, ofApplicant];
        }
    }

    /// <summary>Fills what is still empty, lasting or not, with the first known answer that is right; nothing typed is changed.</summary>
    /// <param name="form">The form.</param>
    /// <param name="typed">What was typed so far.</param>
    /// <param name="known">Earlier answers, in the order in which they are believed.</param>
    /// <param name="now">Now, at the office.</param>
    public static FormData Complete(Form form, FormData typed, IReadOnlyList<FormData> known, LocalDateTime now)
    {
        var values = form
            .Fields.Select(field =>
                (
                    field.Key,
                    Value: typed[field.Key]
                        ?? known
                            .Select(data => data[field.Key])
                            .FirstOrDefault(value => value is not null && FieldRules.Check(field, value, field.Key, now) is null)
                )
            )
            .Where(answer => answer.Value is not null)
            .Select(answer => KeyValuePair.Create(answer.Key, answer.Value!));
        var rows = form.Tables.Select(table =>
            KeyValuePair.Create(
                table.Key,
                typed.RowsOf(table.Key) is { Count: > 0 } own
                    ? own
                    : known.Select(data => data.RowsOf(table.Key)).FirstOrDefault(kept => kept.Count > 0 && AreRight(table, kept, now)) ?? []
            )
        );
        return FormRules.Visible(form, new FormData(values, rows));
    }

    private static bool AreRight(FormRows table, IReadOnlyList<IReadOnlyDictionary<string, string>> rows, LocalDateTime now) =>
        rows.Count <= table.MaxRows
        && rows.All(row =>
            row.All(answer =>
                table.Fields.FirstOrDefault(field => field.Key == answer.Key) is { } field && FieldRules.Check(field, answer.Value, answer.Key, now) is null
            )
        );
}
