namespace HaiDuong.Licensing.OneStop.Ui.Fields;

/// <summary>
/// A question answered by several rows, e.g. the stations of one dossier. The field of a row is named
/// <c>{Name}[{row}].{column}</c>; the same names come back in the post.
/// </summary>
public sealed record FormRowsView
{
    public required string Name { get; init; }

    public required string Label { get; init; }

    public string? Hint { get; init; }

    /// <summary>What one row is called, e.g. "Vị trí"; "Dòng" when nothing is said.</summary>
    public string? ItemLabel { get; init; }

    /// <summary>The questions of one row; their names are those of the columns.</summary>
    public required IReadOnlyList<FormFieldView> Columns { get; init; }

    /// <summary>What was answered, row by row, by column name.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Rows { get; init; } = [];

    /// <summary>What is wrong, by full field name, e.g. <c>sites[3].latitude</c>; the rows' own name for the whole question.</summary>
    public ILookup<string, string> Errors { get; init; } = Array.Empty<string>().ToLookup(text => text);

    public int MinRows { get; init; }

    public int MaxRows { get; init; } = 200;

    public string Id => FieldId.Of(Name);

    public IReadOnlyList<string> OwnErrors => [.. Errors[Name]];

    /// <summary>The fields of one row, ready to be written.</summary>
    public IEnumerable<FormFieldView> FieldsOf(int row) =>
        Columns.Select(column =>
        {
            var name = $"{Name}[{row}].{column.Name}";
            return column with
            {
                Name = name,
                Values = Rows[row].TryGetValue(column.Name, out var value) ? [value] : [],
                Errors = [.. Errors[name]],
                Position = column.Position is { } position ? position with { Longitude = $"{Name}[{row}].{position.Longitude}" } : null,
            };
        });
}
