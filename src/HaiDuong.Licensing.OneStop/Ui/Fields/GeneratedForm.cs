using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Procedures;

namespace HaiDuong.Licensing.OneStop.Ui.Fields;

/// <summary>One section of a generated form, ready for the partials <c>_FormField</c> and <c>_FormRows</c>.</summary>
public sealed record GeneratedSection(string Key, string Title, string? Hint, IReadOnlyList<FormFieldView> Fields, FormRowsView? Rows, FormCondition? ShowWhen);

/// <summary>Turns a procedure's form, what was declared and what is wrong with it into fields to show.</summary>
public static class GeneratedForm
{
    /// <param name="form">The form of the procedure file.</param>
    /// <param name="data">What was typed or stored.</param>
    /// <param name="refusals">What the form's rules said; their fields are the names of the inputs.</param>
    /// <param name="extraRows">Empty rows to add to a table ("Thêm dòng"), by key of the table.</param>
    /// <param name="places">Which fields of the form hold positions; null when none do.</param>
    public static IReadOnlyList<GeneratedSection> Of(
        Form form,
        FormData data,
        IEnumerable<Refusal>? refusals = null,
        IReadOnlyDictionary<string, int>? extraRows = null,
        PlaceRule? places = null
    )
    {
        var errors = (refusals ?? [])
            .Where(refusal => refusal.Field is not null)
            .ToLookup(refusal => refusal.Field!, refusal => refusal.Sentence, StringComparer.Ordinal);
        return
        [
            .. form.Sections.Select(section => new GeneratedSection(
                section.Key,
                section.Title,
                section.Hint,
                [
                    .. section.Fields.Select(field =>
                        ViewOf(field) with
                        {
                            Values = Typed(field, data.Values.GetValueOrDefault(field.Key)),
                            Errors = [.. errors[field.Key]],
                            Position = PositionOf(field, form.Fields, places is { Rows: null } ? places : null),
                        }
                    ),
                ],
                section.Rows is { } table
                    ? RowsOf(section, table, data, errors, extraRows?.GetValueOrDefault(table.Key) ?? 0, places?.Rows == table.Key ? places : null)
                    : null,
                section.ShownWhen
            )),
        ];
    }

    /// <summary>The empty field.</summary>
    public static FormFieldView ViewOf(FormField field) =>
        new()
        {
            Name = field.Key,
            Label = field.Label,
            Hint = field.Hint,
            Required = field.Required,
            IsAhead = field.Moment == FieldMoment.Future,
            Suffix = field.Unit,
            Max = field.Kind.Control == FieldControl.Multiline ? field.LengthLimit : null,
            Options = [.. field.Options.Select(option => new FieldChoice(option.Value, option.Label))],
            ShowWhen = field.ShownWhen,
            Control = field.Kind.Control,
        };

    /// <summary>A stored value as a person types it; text that could not be read stays as it was typed.</summary>
    public static IReadOnlyList<string> Typed(FormField field, string? value) => value is null ? [] : field.Write(value);

    private static FormRowsView RowsOf(FormSection section, FormRows table, FormData data, ILookup<string, string> errors, int extra, PlaceRule? places)
    {
        var fields = table.Fields.ToDictionary(field => field.Key);
        var stored = data.RowsOf(table.Key)
            .Select(row =>
                (IReadOnlyDictionary<string, string>)
                    row.ToDictionary(
                        pair => pair.Key,
                        pair => fields.TryGetValue(pair.Key, out var field) ? Typed(field, pair.Value).FirstOrDefault("") : pair.Value
                    )
            )
            .ToList();
        var wanted = Math.Min(table.MaxRows, Math.Max(Math.Max(table.MinRows, 1), stored.Count + extra));
        while (stored.Count < wanted)
            stored.Add(new Dictionary<string, string>());
        return new FormRowsView
        {
            Name = table.Key,
            Label = section.Title,
            Hint = section.Hint,
            ItemLabel = table.ItemLabel,
            Columns = [.. table.Fields.Select(field => ViewOf(field) with { Position = PositionOf(field, table.Fields, places) })],
            Rows = stored,
            Errors = errors,
            MinRows = table.MinRows,
            MaxRows = table.MaxRows,
        };
    }

    private static PositionFields? PositionOf(FormField field, IEnumerable<FormField> beside, PlaceRule? places) =>
        field.Key == places?.Latitude && beside.FirstOrDefault(other => other.Key == places.Longitude) is { } longitude
            ? new PositionFields(longitude.Key, new GeoBox(field.Min ?? -90, field.Max ?? 90, longitude.Min ?? -180, longitude.Max ?? 180))
            : null;
}
