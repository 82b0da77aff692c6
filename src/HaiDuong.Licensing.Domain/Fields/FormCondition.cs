using System.Text.Encodings.Web;
using System.Text.Json;

namespace HaiDuong.Licensing.Domain.Fields;

/// <summary>
/// When a field, a paper or a fee applies (điều kiện áp dụng): another field holds one of the given values. Told once, as data: the page carries it as the
/// procedure file writes it, and the browser holds the answers to it as <see cref="Holds"/> does.
/// </summary>
/// <remarks>A field of several choices meets the condition when any of its choices is among the values. Inside a row the row's own fields are looked at
/// first.</remarks>
public sealed record FormCondition
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public required string Field { get; init; }

    /// <summary>The values that meet the condition; never empty.</summary>
    public required IReadOnlyList<string> In { get; init; }

    public static FormCondition Of(string field, params IReadOnlyList<string> values) => new() { Field = field, In = values };

    public bool Holds(FormData data, IReadOnlyDictionary<string, string>? row = null)
    {
        var held = row?.GetValueOrDefault(Field) ?? data.Values.GetValueOrDefault(Field);
        return held is not null && FieldValue.Choices(held).Any(In.Contains);
    }

    /// <summary>As the procedure file writes it, and as the script of a page reads it.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);
}
