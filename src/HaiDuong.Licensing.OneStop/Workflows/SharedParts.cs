using System.Collections.Concurrent;
using System.Text.Json;

namespace HaiDuong.Licensing.OneStop.Workflows;

/// <summary>
/// What several procedures say alike (phần dùng chung), in <c>workflows/shared/&lt;file&gt;.json</c>: one object of named entries a file.
/// A procedure names an entry as <c>file.entry</c>.
/// </summary>
internal sealed class SharedParts(WorkflowsFolder folder)
{
    private readonly ConcurrentDictionary<string, (JsonSource Source, JsonElement Root)?> files = new(StringComparer.Ordinal);

    private readonly ConcurrentQueue<WorkflowProblem> problems = new();

    /// <summary>The shared files that could not be read so far.</summary>
    public IReadOnlyCollection<WorkflowProblem> Problems => problems;

    /// <summary>An entry; null when there is none.</summary>
    public JsonPiece? Find(string name)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        if (dot < 1 || files.GetOrAdd(name[..dot], Read) is not { } file)
            return null;
        var entry = name[(dot + 1)..];
        return file.Root.TryGetProperty(entry, out var value) ? new JsonPiece(value, file.Source, entry) : null;
    }

    /// <summary>Where the source keys that files share point to (<c>sources.json</c>).</summary>
    public IReadOnlyDictionary<string, string> Sources() =>
        files.GetOrAdd("sources", Read) is { } file
            ? file.Root.EnumerateObject().ToDictionary(source => source.Name, source => source.Value.ToString(), StringComparer.Ordinal)
            : new Dictionary<string, string>(StringComparer.Ordinal);

    private (JsonSource Source, JsonElement Root)? Read(string name)
    {
        var path = Path.Combine(folder.Shared, $"{name}.json");
        if (!File.Exists(path))
            return null;
        var source = new JsonSource(folder.Shown(path), File.ReadAllBytes(path));
        try
        {
            var root = source.Parse();
            return root.ValueKind == JsonValueKind.Object ? (source, root) : throw new JsonException("{}");
        }
        catch (JsonException wrong)
        {
            problems.Enqueue(WorkflowProblem.At(source.Shown, (int)(wrong.LineNumber ?? 0) + 1, "FileNotJson", wrong.Message));
            return null;
        }
    }
}

/// <summary>A value of a file with the place it was written at.</summary>
internal readonly record struct JsonPiece(JsonElement Value, JsonSource Source, string Path)
{
    public JsonPiece Member(JsonProperty member) => new(member.Value, Source, Path.Length == 0 ? member.Name : $"{Path}.{member.Name}");

    public JsonPiece Item(JsonElement item, int index) => new(item, Source, $"{Path}[{index}]");
}
