using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace HaiDuong.Licensing.Domain.Fields;

/// <summary>
/// What an applicant declared (nội dung khai), immutable and in canonical form: dates yyyy-MM-dd, moments yyyy-MM-ddTHH:mm, decimals with a point,
/// yes and no as true and false, several choices one a line.
/// </summary>
/// <remarks>Two are equal when they hold the same values and rows. Text is cleaned on the way in; an empty value is the same as none.</remarks>
public sealed class FormData : IEquatable<FormData>
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ImmutableSortedDictionary<string, string> values;
    private readonly ImmutableSortedDictionary<string, ImmutableArray<ImmutableSortedDictionary<string, string>>> tables;

    public FormData(
        IEnumerable<KeyValuePair<string, string>> values,
        IEnumerable<KeyValuePair<string, IReadOnlyList<IReadOnlyDictionary<string, string>>>>? rows = null
    )
    {
        this.values = Cleaned(values);
        tables = (rows ?? [])
            .Where(table => table.Value.Count > 0)
            .ToImmutableSortedDictionary(table => table.Key, table => table.Value.Select(Cleaned).ToImmutableArray(), StringComparer.Ordinal);
        Rows = tables
            .ToDictionary(table => table.Key, table => (IReadOnlyList<IReadOnlyDictionary<string, string>>)[.. table.Value], StringComparer.Ordinal)
            .AsReadOnly();
    }

    /// <summary>A form with nothing filled in.</summary>
    public static FormData Empty { get; } = new([]);

    /// <summary>The single fields by key.</summary>
    public IReadOnlyDictionary<string, string> Values => values;

    /// <summary>The tables by key, each a list of rows by field key.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>> Rows { get; }

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="JsonException">The text is not such JSON.</exception>
    public static FormData FromJson(string json)
    {
        var document = JsonSerializer.Deserialize<Document>(json, Json) ?? throw new JsonException("A form must be a JSON object.");
        return new FormData(
            document.Values ?? [],
            document.Rows?.Select(table => KeyValuePair.Create(table.Key, (IReadOnlyList<IReadOnlyDictionary<string, string>>)[.. table.Value]))
        );
    }

    /// <summary>The value of a field; null when it is empty.</summary>
    public string? this[string key] => values.GetValueOrDefault(key);

    /// <summary>The rows of a table; none when it is empty.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> RowsOf(string key) => Rows.GetValueOrDefault(key) ?? [];

    /// <summary>A copy with one field changed; an empty value removes it.</summary>
    public FormData With(string key, string value) => new(values.SetItem(key, value), Rows);

    /// <summary>A copy with one table replaced.</summary>
    public FormData WithRows(string key, IReadOnlyList<IReadOnlyDictionary<string, string>> rows) =>
        new(values, Rows.Where(table => table.Key != key).Append(KeyValuePair.Create(key, rows)));

    /// <summary>A copy with only these fields and tables.</summary>
    public FormData Only(IReadOnlySet<string> keys) => new(values.Where(pair => keys.Contains(pair.Key)), Rows.Where(table => keys.Contains(table.Key)));

    /// <summary>JSON with keys in ordinal order, so that equal forms give equal text.</summary>
    public string ToJson() => JsonSerializer.Serialize(new { values, rows = tables }, Json);

    public bool Equals(FormData? other) => other is not null && ToJson() == other.ToJson();

    public override bool Equals(object? obj) => Equals(obj as FormData);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToJson());

    private static ImmutableSortedDictionary<string, string> Cleaned(IEnumerable<KeyValuePair<string, string>> values) =>
        values
            .Select(pair => KeyValuePair.Create(pair.Key, VietnameseText.Clean(pair.Value)))
            .Where(pair => pair.Value.Length > 0)
            .ToImmutableSortedDictionary(StringComparer.Ordinal);

    private sealed record Document(Dictionary<string, string>? Values, Dictionary<string, List<Dictionary<string, string>>>? Rows);
}
