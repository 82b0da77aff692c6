using HaiDuong.Licensing.Domain.Fields;

namespace HaiDuong.Licensing.Domain.Procedures;

/// <summary>Which places a procedure's result approves (địa điểm được chấp thuận): the fields of its form that hold them, of a table one place a row.</summary>
public sealed record PlaceRule
{
    public required PlaceKind Kind { get; init; }

    /// <summary>The key of the table; null when the form itself holds one place.</summary>
    public string? Rows { get; init; }

    public string? Code { get; init; }

    /// <summary>Field of the name; without it the place is called by its code.</summary>
    public string? Name { get; init; }

    /// <summary>Fields that make the address, the smallest unit first.</summary>
    public required IReadOnlyList<string> Address { get; init; }

    public required string Latitude { get; init; }

    public required string Longitude { get; init; }

    /// <summary>Field of a VN-2000 position, taken where latitude and longitude are left empty.</summary>
    public string? Vn2000 { get; init; }

    /// <summary>Fields that a specialist wants to see beside the place.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];

    /// <summary>Field of the result that names the codes that were not approved, separated by commas.</summary>
    public string? ExcludedBy { get; init; }

    /// <summary>The fields of a row: those of the table, or of the form.</summary>
    public IReadOnlyList<FormField> FieldsOf(Form form) =>
        Rows is { } key ? form.Tables.FirstOrDefault(table => table.Key == key)?.Fields ?? [] : [.. form.Fields];

    /// <summary>The rows that hold places, one each: those of the table, or the form itself.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> RowsOf(FormData form) => Rows is { } key ? form.RowsOf(key) : [form.Values];
}
