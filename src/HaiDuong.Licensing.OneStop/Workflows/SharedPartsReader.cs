using System.Text.Json;

namespace HaiDuong.Licensing.OneStop.Workflows;

/// <summary>
/// Puts shared parts in their places: an object with <c>"use": "file.entry"</c> becomes the entry, with the members beside <c>use</c> in place
/// of the entry's own (null takes one away); in a list an entry that is a list gives all its items.
/// </summary>
internal sealed class SharedPartsReader(SharedParts parts)
{
    private const string Use = "use";
    private readonly HashSet<string> open = new(StringComparer.Ordinal);
    private readonly List<WorkflowProblem> problems = [];
    private Dictionary<string, JsonPiece>? origins;

    /// <summary>The file with nothing left to look up; null when a use leads nowhere.</summary>
    public static byte[]? Resolve(SharedParts parts, JsonSource file, JsonElement root, List<WorkflowProblem> problems)
    {
        var reader = new SharedPartsReader(parts);
        var resolved = reader.Write(new JsonPiece(root, file, string.Empty));
        problems.AddRange(reader.problems);
        return reader.problems.Count == 0 ? resolved : null;
    }

    /// <summary>Where the value at a path of the resolved file was written: in the file itself or in a shared one.</summary>
    public static JsonPlace PlaceOf(SharedParts parts, JsonSource file, JsonElement root, string path)
    {
        var reader = new SharedPartsReader(parts) { origins = new(StringComparer.Ordinal) };
        reader.Write(new JsonPiece(root, file, string.Empty));
        while (!reader.origins.ContainsKey(path) && path.Length > 0)
            path = path[..Math.Max(0, path.LastIndexOfAny(['.', '[']))];
        return reader.origins.TryGetValue(path, out var piece) ? piece.Source.PlaceOf(piece.Path) : new JsonPlace(file.Shown, 1);
    }

    private byte[] Write(JsonPiece root)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
            Write(writer, root, string.Empty);
        return buffer.ToArray();
    }

    private void Write(Utf8JsonWriter writer, JsonPiece piece, string at)
    {
        origins?.TryAdd(at, piece);
        switch (piece.Value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var (name, member) in Members(piece))
                {
                    writer.WritePropertyName(name);
                    Write(writer, member, at.Length == 0 ? name : $"{at}.{name}");
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                var index = 0;
                foreach (var item in Items(piece))
                    Write(writer, item, $"{at}[{index++}]");
                writer.WriteEndArray();
                break;
            default:
                piece.Value.WriteTo(writer);
                break;
        }
    }

    private IEnumerable<JsonPiece> Items(JsonPiece list)
    {
        var index = 0;
        foreach (var value in list.Value.EnumerateArray())
        {
            var item = list.Item(value, index++);
            if (NameOf(item) is { } name && IsAlone(value) && parts.Find(name) is { Value.ValueKind: JsonValueKind.Array } several && Enter(name, item))
            {
                foreach (var one in Items(several))
                    yield return one;
                open.Remove(name);
            }
            else
            {
                yield return item;
            }
        }
    }

    // A list has no members that others could stand in place of.
    private static bool IsAlone(JsonElement use) => use.EnumerateObject().Count() == 1;

    private Dictionary<string, JsonPiece> Members(JsonPiece piece)
    {
        var members = new Dictionary<string, JsonPiece>(StringComparer.Ordinal);
        if (NameOf(piece) is { } name)
            members = Used(name, piece);
        var isUse = members.Count > 0;
        foreach (var member in piece.Value.EnumerateObject().Where(member => member.Name != Use))
        {
            if (isUse && member.Value.ValueKind == JsonValueKind.Null)
                members.Remove(member.Name);
            else
                members[member.Name] = piece.Member(member);
        }

        return members;
    }

    private Dictionary<string, JsonPiece> Used(string name, JsonPiece by)
    {
        if (parts.Find(name) is not { } entry)
            Report(by, "UseUnknown", name);
        else if (entry.Value.ValueKind != JsonValueKind.Object)
            Report(by, "UseNotObject", name);
        else if (Enter(name, by))
            return Leave(name, Members(entry));
        return [];
    }

    private bool Enter(string name, JsonPiece by)
    {
        if (open.Add(name))
            return true;
        Report(by, "UseCircle", name);
        return false;
    }

    private Dictionary<string, JsonPiece> Leave(string name, Dictionary<string, JsonPiece> members)
    {
        open.Remove(name);
        return members;
    }

    private void Report(JsonPiece by, string code, string name)
    {
        var place = by.Source.PlaceOf(by.Path.Length == 0 ? Use : $"{by.Path}.{Use}");
        problems.Add(WorkflowProblem.At(place.File, place.Line, code, name));
    }

    private static string? NameOf(JsonPiece piece) =>
        piece.Value.ValueKind == JsonValueKind.Object && piece.Value.TryGetProperty(Use, out var name) && name.ValueKind == JsonValueKind.String
            ? name.GetString()
            : null;
}
