using HaiDuong.Licensing.OneStop.Ui.Fields;

namespace HaiDuong.Licensing.OneStop.Filing;

/// <summary>A question that another window has answered otherwise: what it is called and what is kept for it now.</summary>
public sealed record SavedElsewhere(string Label, FormFieldView Kept)
{
    /// <summary>Where what is kept differs from what was typed, in the order of the page.</summary>
    public static IReadOnlyList<SavedElsewhere> Of(TypedDossier typed, TypedDossier kept)
    {
        var answers = Fields(typed).ToDictionary(answer => answer.Kept.Name, answer => answer.Kept.Values);
        return [.. Fields(kept).Where(answer => !Same(answer.Kept.Values, answers.GetValueOrDefault(answer.Kept.Name) ?? []))];
    }

    private static bool Same(IReadOnlyList<string> one, IReadOnlyList<string> other) =>
        one.Where(value => value.Length > 0).SequenceEqual(other.Where(value => value.Length > 0));

    private static IEnumerable<SavedElsewhere> Fields(TypedDossier dossier) =>
        [
            .. dossier.ApplicantFields.Concat(dossier.SubmitterFields).Append(dossier.ReturnField).Select(field => new SavedElsewhere(field.Label, field)),
            .. dossier.Sections.SelectMany(part =>
                part.Fields.Select(field => new SavedElsewhere(field.Label, field))
                    .Concat(
                        part.Rows is { } rows
                            ? Enumerable
                                .Range(0, rows.Rows.Count)
                                .SelectMany(row =>
                                    rows.FieldsOf(row).Select(field => new SavedElsewhere($"{rows.ItemLabel ?? rows.Label} {row + 1}: {field.Label}", field))
                                )
                            : []
                    )
            ),
        ];
}
