using System.Text.Json.Nodes;

namespace HaiDuong.Licensing.OneStop.Workflows.Editing;

/// <summary>Which rows of two states of a list are the same one.</summary>
internal static class EditedRows
{
    /// <summary>What a row is known by; null for one without a key.</summary>
    public static string? KeyOf(JsonNode? row) =>
        row is JsonObject members && (members["key"] ?? members["value"])?.ToString() is { Length: > 0 } key ? key : null;

    /// <summary>Of the rows that are now there the number that each had before; those that are new have none.</summary>
    public static Dictionary<int, int> Pair(JsonArray was, JsonArray now)
    {
        var pairs = new Dictionary<int, int>();
        Match(was, now, pairs, (old, young) => KeyOf(old) is { } key && key == KeyOf(young));
        Match(was, now, pairs, JsonNode.DeepEquals);
        // What is left stands between the same rows as before, and was written anew.
        for (var index = 0; index < now.Count; index++)
        {
            var next = pairs.TryGetValue(index - 1, out var before) || index == 0 ? (index == 0 ? 0 : before + 1) : -1;
            if (!pairs.ContainsKey(index) && next >= 0 && next < was.Count && !pairs.ContainsValue(next) && MayBe(was[next], now[index]))
                pairs.Add(index, next);
        }

        return pairs;
    }

    /// <summary>A row that has a key now and had another one before is another row, unless it alone was given another key.</summary>
    private static bool MayBe(JsonNode? old, JsonNode? young) => KeyOf(old) is null || KeyOf(young) is null || Alike(old, young);

    private static bool Alike(JsonNode? old, JsonNode? young) =>
        old is JsonObject one
        && young is JsonObject other
        && one.Count(member => member.Key is not ("key" or "value") && JsonNode.DeepEquals(member.Value, other[member.Key])) * 2 >= one.Count;

    private static void Match(JsonArray was, JsonArray now, Dictionary<int, int> pairs, Func<JsonNode?, JsonNode?, bool> isSame)
    {
        var from = 0;
        for (var index = 0; index < now.Count; index++)
        {
            if (pairs.ContainsKey(index))
                continue;
            // The next one of several alike, so that a list of alike rows is in its order.
            var candidates = Enumerable.Range(0, was.Count).Where(old => !pairs.ContainsValue(old) && isSame(was[old], now[index])).ToList();
            if (candidates.Count == 0)
                continue;
            var taken = candidates.Exists(old => old >= from) ? candidates.First(old => old >= from) : candidates[0];
            pairs.Add(index, taken);
            from = taken + 1;
        }
    }
}
