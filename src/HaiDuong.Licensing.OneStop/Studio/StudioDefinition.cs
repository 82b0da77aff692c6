using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using HaiDuong.Licensing.OneStop.Features.Routes;
using HaiDuong.Licensing.OneStop.Workflows;
using NodaTime.Text;
using Route = HaiDuong.Licensing.Domain.Routes.Route;

namespace HaiDuong.Licensing.OneStop.Studio;

/// <summary>
/// Between a definition file and what Elsa Studio reads and sends: node ids, links that allow editing, and in the version id the newest published version with
/// the draft's count of saves.
/// </summary>
internal static partial class StudioDefinition
{
    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JsonObject OfDraft(RouteDraft draft, int newest) =>
        Editable(draft.Definition, string.Create(CultureInfo.InvariantCulture, $"{draft.RouteId}-v{newest}-nhap-{draft.Revision}"), isPublished: false);

    public static JsonObject OfPublished(Route route) =>
        Editable(route.ToJson(), string.Create(CultureInfo.InvariantCulture, $"{route.Id}-v{route.Version}"), isPublished: true);

    public static object Summary(Route route, RouteVersionRow row, bool isNewest) =>
        new
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"{route.Id}-v{route.Version}"),
            DefinitionId = route.Id,
            route.Version,
            route.Name,
            IsLatest = isNewest,
            IsPublished = isNewest,
            MaterializerName = "Json",
            IsMaterializerAvailable = true,
            CreatedAt = InstantPattern.ExtendedIso.Format(row.PublishedAt),
            Links = Array.Empty<object>(),
        };

    /// <summary>
    /// The newest published version that the editor knows of, zero where there was none; and the count of saves of its draft, zero where it began from that
    /// version.
    /// </summary>
    public static (int Newest, int Revision) Seen(JsonObject model)
    {
        var id = VersionId().Match(Text(model["id"]) ?? "");
        return (Number(id.Groups["version"]), Number(id.Groups["revision"]));
    }

    /// <summary>The text of a member, or null where it is of another kind.</summary>
    public static string? Text(JsonNode? member) => member is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>The model as a definition file, as it would lie under <c>workflows/routes</c>.</summary>
    public static string ToFile(JsonObject model, int version)
    {
        var file = model.DeepClone().AsObject();
        file.Remove("links");
        file["id"] = string.Create(CultureInfo.InvariantCulture, $"{file["definitionId"]}-v{version}");
        file["version"] = version;
        (file["isLatest"], file["isPublished"]) = (true, false);
        foreach (var activity in Activities(file))
            Title(activity);
        return file.ToJsonString(Written);
    }

    private static JsonObject Editable(string definition, string id, bool isPublished)
    {
        var file = JsonNode.Parse(definition)!.AsObject();
        file["id"] = id;
        (file["isLatest"], file["isPublished"], file["isReadonly"]) = (true, isPublished, false);
        file["materializerName"] = "Json";
        file["links"] = new JsonArray(
            new JsonObject
            {
                ["href"] = "/workflow-definitions",
                ["rel"] = "publish",
                ["method"] = "POST",
            }
        );
        if (file["root"] is not JsonObject root)
            return file;
        root["nodeId"] = $"Workflow1:{root["id"]}";
        foreach (var activity in Activities(file))
        {
            activity["nodeId"] = $"Workflow1:{root["id"]}:{activity["id"]}";
            activity["customProperties"] ??= new JsonObject();
            activity["metadata"] ??= new JsonObject();
        }

        return file;
    }

    private static IEnumerable<JsonObject> Activities(JsonObject file) => ((file["root"] as JsonObject)?["activities"] as JsonArray ?? []).OfType<JsonObject>();

    private static int Number(Group digits) => int.TryParse(digits.Value, CultureInfo.InvariantCulture, out var number) ? number : 0;

    [GeneratedRegex("-v(?<version>[0-9]+)(-nhap-(?<revision>[0-9]+))?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex VersionId();

    // The editor names a new box by its type and number; people read its title.
    private static void Title(JsonObject activity)
    {
        var title = ((activity["title"] as JsonObject)?["expression"] as JsonObject)?["value"];
        if (title is not JsonValue text || text.ToString().Length == 0)
            return;
        var metadata = activity["metadata"] as JsonObject ?? [];
        metadata["displayText"] = text.ToString();
        activity["metadata"] = metadata.Parent is null ? metadata : metadata.DeepClone();
    }
}
