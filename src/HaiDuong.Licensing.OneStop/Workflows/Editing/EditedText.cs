using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Typed;
using NodaTime.Text;

namespace HaiDuong.Licensing.OneStop.Workflows.Editing;

/// <summary>
/// A value of a procedure's document as a person types it, and back. What cannot be read is kept as it was typed, which the checker then finds: no save is
/// refused and nothing is lost.
/// </summary>
public static class EditedText
{
    /// <summary>The value as it stands in its control; empty when the document does not say it.</summary>
    public static string Show(EditedShape shape, JsonNode? value) =>
        (shape.Kind, value) switch
        {
            (_, null) => "",
            (EditedKind.Choices, JsonArray list) => string.Join(',', list.Select(Plain)),
            (EditedKind.Lines, JsonArray list) => string.Join('\n', list.Select(Plain)),
            (EditedKind.Pairs, JsonObject pairs) => string.Join('\n', pairs.Select(pair => $"{pair.Key}: {Plain(pair.Value)}")),
            (EditedKind.Whole, JsonValue number) when number.TryGetValue<long>(out var whole) => VietnameseNumber.Print(whole),
            (EditedKind.Number, JsonValue number) when number.TryGetValue<decimal>(out var exact) => VietnameseNumber.Typed(exact),
            (EditedKind.Day, JsonValue day) when LocalDatePattern.Iso.Parse(Plain(day)) is { Success: true } read => VietnameseDate.Print(read.Value),
            _ => Plain(value),
        };

    /// <summary>The value that was typed; null when nothing was.</summary>
    public static JsonNode? Read(EditedShape shape, string typed)
    {
        var text = typed.Trim();
        if (text.Length == 0)
            return shape is { Required: true, Kind: EditedKind.Text or EditedKind.Multiline } ? "" : null;
        return shape.Kind switch
        {
            EditedKind.Whole when TypedMoney.TryRead(text, out var whole, out _) || TypedNumber.TryReadWhole(text, out whole, out _) => whole,
            EditedKind.Number when TypedNumber.TryRead(text, out var number, out _) => number,
            EditedKind.Day when TypedDate.TryRead(text, out var day, out _) => LocalDatePattern.Iso.Format(day),
            EditedKind.YesNo when bool.TryParse(text, out var yes) => yes,
            EditedKind.Choices => new JsonArray([.. Parts(text, ',').Select(one => (JsonNode)one)]),
            EditedKind.Lines => new JsonArray([.. Parts(text, '\n').Select(one => (JsonNode)one)]),
            EditedKind.Pairs => Pairs(text),
            _ => text,
        };
    }

    /// <summary>Whether what was typed is what stands there.</summary>
    public static bool IsSame(EditedShape shape, string typed, string shown) =>
        shape.Kind == EditedKind.Choices
            ? Parts(typed, ',').ToHashSet(StringComparer.Ordinal).SetEquals(Parts(shown, ','))
            : typed.ReplaceLineEndings("\n").Trim() == shown.ReplaceLineEndings("\n").Trim();

    private static string[] Parts(string text, char between) => text.Split(between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static JsonObject Pairs(string text)
    {
        var pairs = new JsonObject();
        foreach (var line in Parts(text, '\n'))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var (name, said) = colon < 0 ? (line, "") : (line[..colon].Trim(), line[(colon + 1)..].Trim());
            pairs[name] = pairs[name] is { } before ? $"{Plain(before)} {said}" : said;
        }

        return pairs;
    }

    private static string Plain(JsonNode? value) =>
        value is JsonValue text && text.GetValueKind() == JsonValueKind.String ? text.GetValue<string>()
        : value is JsonValue truth && truth.GetValueKind() is JsonValueKind.True or JsonValueKind.False
            ? truth.GetValue<bool>().ToString(CultureInfo.InvariantCulture).ToLowerInvariant()
        : value?.ToJsonString(ProcedureDocument.Compact) ?? "";
}
