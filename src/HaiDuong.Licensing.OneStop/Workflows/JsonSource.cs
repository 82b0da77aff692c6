using System.Text.Json;

namespace HaiDuong.Licensing.OneStop.Workflows;

/// <summary>A JSON file of <c>workflows/</c> with its text, so that a place in it can be named by its line.</summary>
internal sealed class JsonSource(string shown, byte[] utf8)
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };
    private readonly Lazy<JsonLines> lines = new(() => new JsonLines(utf8));

    /// <summary>The file as messages show it.</summary>
    public string Shown => shown;

    /// <exception cref="JsonException">The file is not JSON, or a member stands twice.</exception>
    public JsonElement Parse()
    {
        using var document = JsonDocument.Parse(utf8, Strict);
        return document.RootElement.Clone();
    }

    public JsonPlace PlaceOf(string path) => new(shown, path.Length == 0 ? 1 : lines.Value.Of(path));
}

/// <summary>Where a value of a file stands.</summary>
internal sealed record JsonPlace(string File, int Line);
