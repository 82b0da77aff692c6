using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HaiDuong.Licensing.OneStop.Workflows.Editing;

/// <summary>
/// Văn bản thủ tục đang soạn: the JSON document of a procedure's file while it is edited. Only what was typed otherwise changes; everything else, known or
/// not, stays as it is and where it is.
/// </summary>
public sealed class ProcedureDocument
{
    private static readonly JsonSerializerOptions Written = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    internal static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly JsonObject root;

    private ProcedureDocument(JsonObject root) => this.root = root;

    /// <exception cref="JsonException">The text is no JSON object, or a member stands twice.</exception>
    public static ProcedureDocument Parse(string json)
    {
        using (JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false }))
            return JsonNode.Parse(json) is JsonObject root ? new ProcedureDocument(root) : throw new JsonException("{}");
    }

    /// <summary>The document as files are written: two spaces, a member a line.</summary>
    public string Text => root.ToJsonString(Written) + "\n";

    public JsonNode? Find(string path) => EditedPath.Find(root, path);

    /// <summary>The value at a path as a person types it.</summary>
    public string Shown(string path) => EditedPath.ShapeAt(path) is { } shape ? EditedText.Show(shape, Find(path)) : "";

    /// <summary>Takes what was typed for the value at a path and all below it; null is what the form did not ask.</summary>
    public void Type(string path, Func<string, string?> typed)
    {
        if (EditedPath.ShapeAt(path) is not { } shape)
            return;
        if (EditedPath.OfItem(path) is not null)
        {
            if (Find(path) is JsonObject item)
                TypeMembers(item, shape.Type, path, typed);
        }
        else if ((path.Contains('.', StringComparison.Ordinal) ? Find(EditedPath.Around(path)) : root) is JsonObject around)
        {
            TypeMember(around, shape, path, typed);
        }
    }

    /// <summary>Puts a value, such as a part that somebody began from, in the place of what stands there.</summary>
    public void Put(string path, JsonNode? value)
    {
        if (EditedPath.OfItem(path) is var (list, index))
        {
            if (Find(list) is not JsonArray items || value is null)
                return;
            if (index < items.Count)
                items[index] = value.DeepClone();
            else
                items.Add(value.DeepClone());
        }
        else if (EditedPath.ShapeAt(path) is { } shape && Around(path) is { } around)
        {
            Set(around, shape, value?.DeepClone());
        }
    }

    /// <summary>One row more at the end of a list; its path.</summary>
    public string? Add(string path)
    {
        if (EditedPath.ShapeAt(path) is not { Kind: EditedKind.Rows } shape || Around(path) is not { } around)
            return null;
        if (around[shape.Member] is not JsonArray list)
            Set(around, shape, list = []);
        list.Add(Begin(shape));
        return EditedPath.Item(path, list.Count - 1);
    }

    /// <summary>Takes a row of a list away, or a group that need not be there.</summary>
    public bool Remove(string path)
    {
        if (EditedPath.OfItem(path) is var (list, index))
        {
            if (Find(list) is not JsonArray items || index >= items.Count)
                return false;
            items.RemoveAt(index);
            return true;
        }

        return EditedPath.ShapeAt(path) is { Kind: EditedKind.Group, Required: false } shape && Around(path) is { } around && around.Remove(shape.Member);
    }

    /// <summary>Moves a row of a list one place up or down; its new path.</summary>
    public string? Move(string path, int by)
    {
        if (EditedPath.OfItem(path) is not var (list, index) || Find(list) is not JsonArray items || index >= items.Count)
            return null;
        var to = Math.Clamp(index + by, 0, items.Count - 1);
        var moved = items[index];
        items.RemoveAt(index);
        items.Insert(to, moved);
        return EditedPath.Item(list, to);
    }

    private JsonObject? Around(string path) => (path.Contains('.', StringComparison.Ordinal) ? Find(EditedPath.Around(path)) : root) as JsonObject;

    private static void TypeMembers(JsonObject record, Type type, string path, Func<string, string?> typed)
    {
        foreach (var shape in EditedShape.Of(type))
            TypeMember(record, shape, EditedPath.Member(path, shape.Member), typed);
    }

    private static void TypeMember(JsonObject around, EditedShape shape, string path, Func<string, string?> typed)
    {
        var value = around[shape.Member];
        switch (shape.Kind)
        {
            case EditedKind.Group:
                var group = value as JsonObject ?? [];
                TypeMembers(group, shape.Type, path, typed);
                if (value is not JsonObject && group.Count > 0)
                    Set(around, shape, WithDefaults(group, shape));
                else if (value is JsonObject && !shape.Required && group.All(member => IsEmpty(member.Value)))
                    around.Remove(shape.Member);
                break;
            case EditedKind.Rows:
                for (var index = 0; value is JsonArray rows && index < rows.Count; index++)
                {
                    if (rows[index] is JsonObject row)
                        TypeMembers(row, shape.Type, EditedPath.Item(path, index), typed);
                }

                break;
            default:
                if (typed(path) is { } text && !EditedText.IsSame(shape, text, EditedText.Show(shape, value)))
                    Set(around, shape, EditedText.Read(shape, text));
                break;
        }
    }

    private static bool IsEmpty(JsonNode? value) =>
        value switch
        {
            null => true,
            JsonArray list => list.Count == 0,
            JsonObject record => record.Count == 0,
            JsonValue text => text.GetValueKind() == JsonValueKind.False || (text.TryGetValue<string>(out var said) && said.Length == 0),
            _ => false,
        };

    private static JsonObject Begin(EditedShape shape) => WithDefaults([], shape);

    /// <summary>Nobody has compared a new fact with the law yet.</summary>
    private static JsonObject WithDefaults(JsonObject record, EditedShape shape)
    {
        if (shape.IsFact && !record.ContainsKey("verified"))
            record["verified"] = false;
        return record;
    }

    /// <summary>Sets a member where it stands; a new one comes after those that the record has before it.</summary>
    private static void Set(JsonObject record, EditedShape shape, JsonNode? value)
    {
        if (value is null)
        {
            record.Remove(shape.Member);
            return;
        }

        if (record.ContainsKey(shape.Member))
        {
            record[shape.Member] = value;
            return;
        }

        var before = EditedShape.Of(shape.Owner).TakeWhile(one => one.Member != shape.Member).Select(one => one.Member).ToHashSet(StringComparer.Ordinal);
        var at = record.Select((member, index) => before.Contains(member.Key) ? index + 1 : 0).DefaultIfEmpty(0).Max();
        record.Insert(at, shape.Member, value);
    }
}
