using System.Text.Json;

namespace HaiDuong.Licensing.Domain.Routes;

/// <summary>Lenient access to members of a definition file: what is not there or of another shape is null or empty.</summary>
internal static class RouteJson
{
    public static JsonElement? Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null ? member : null;

    public static string? TextMember(this JsonElement element, string name) => element.Member(name) is { } member ? member.Scalar() : null;

    public static int? NumberMember(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Number } member && member.TryGetInt32(out var number) ? number : null;

    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Array } member ? member.EnumerateArray() : [];

    /// <summary>A text, number or truth value as text; null for anything else.</summary>
    public static string? Scalar(this JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.String => element.GetString(),
            JsonValueKind.Number => element.GetRawText(),
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            _ => null,
        };
}
