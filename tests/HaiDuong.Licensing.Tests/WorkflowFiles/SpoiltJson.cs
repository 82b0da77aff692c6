using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace HaiDuong.Licensing.Tests.WorkflowFiles;

/// <summary>A document with one thing wrong, and what that is.</summary>
internal sealed record SpoiltJson(string What, JsonNode Document)
{
    /// <summary>The document spoilt in each place once: a member left out, an unknown one added, a value of another kind, emptied, or nonsense.</summary>
    public static IEnumerable<SpoiltJson> Of(JsonNode document)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in Paths(document, "").ToList())
        {
            // The places of a list are spoilt alike: one is enough.
            if (!seen.Add(Regex.Replace(path, "/[0-9]+", "/*", RegexOptions.None, TimeSpan.FromSeconds(1))))
                continue;
            foreach (var (how, spoil) in Ways(At(document, path)))
            {
                var copy = document.DeepClone();
                spoil(copy, path);
                yield return new SpoiltJson($"{path}: {how}", copy);
            }
        }
    }

    private static IEnumerable<(string How, Action<JsonNode, string> Spoil)> Ways(JsonNode? value)
    {
        yield return ("left out", Remove);
        yield return ("null", (document, path) => Set(document, path, null));
        switch (value)
        {
            case JsonObject:
                yield return ("an unknown member", (document, path) => At(document, path)!["colour"] = "red");
                yield return ("text for an object", (document, path) => Set(document, path, "text"));
                break;
            case JsonArray:
                yield return ("an object for a list", (document, path) => Set(document, path, new JsonObject()));
                yield return ("an empty list", (document, path) => Set(document, path, new JsonArray()));
                break;
            case JsonValue when value.GetValueKind() == JsonValueKind.String:
                yield return ("a number for text", (document, path) => Set(document, path, 7));
                yield return ("empty", (document, path) => Set(document, path, ""));
                yield return ("nonsense", (document, path) => Set(document, path, "Không phải!"));
                break;
            default:
                yield return ("text for a value", (document, path) => Set(document, path, "7"));
                yield return ("negative", (document, path) => Set(document, path, -1));
                break;
        }
    }

    private static IEnumerable<string> Paths(JsonNode? node, string path) =>
        node switch
        {
            JsonObject members => members.SelectMany(member => Paths(member.Value, $"{path}/{member.Key}").Prepend($"{path}/{member.Key}")),
            JsonArray items => items.SelectMany((item, index) => Paths(item, $"{path}/{index}").Prepend($"{path}/{index}")),
            _ => [],
        };

    private static JsonNode? At(JsonNode document, string path) =>
        path.Split('/').Skip(1).Aggregate((JsonNode?)document, (node, part) => node is JsonArray list ? list[Index(part)] : node![part]);

    private static void Set(JsonNode document, string path, JsonNode? value)
    {
        var (parent, last) = Split(document, path);
        if (parent is JsonArray list)
            list[Index(last)] = value;
        else
            parent[last] = value;
    }

    private static void Remove(JsonNode document, string path)
    {
        var (parent, last) = Split(document, path);
        if (parent is JsonArray list)
            list.RemoveAt(Index(last));
        else
            parent.AsObject().Remove(last);
    }

    private static (JsonNode Parent, string Last) Split(JsonNode document, string path)
    {
        var slash = path.LastIndexOf('/');
        return (At(document, path[..slash])!, path[(slash + 1)..]);
    }

    private static int Index(string part) => int.Parse(part, System.Globalization.CultureInfo.InvariantCulture);
}
