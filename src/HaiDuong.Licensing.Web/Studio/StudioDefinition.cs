using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using HaiDuong.Licensing.Web.Features.Routes;
using HaiDuong.Licensing.Web.Workflows;
using NodaTime.Text;
using Route = HaiDuong.Licensing.Domain.Routes.Route;

namespace HaiDuong.Licensing.Web.Studio;

/// <summary>Between a definition file and what Elsa Studio reads and sends: node ids, links that allow editing, and the draft's count of saves in the version id.</summary>
internal static class StudioDefinition
{
    private const string DraftMark = "-nhap-";

    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JsonObject OfDraft(RouteDraft draft) =>
        Editable(draft.Definition, string.Create(CultureInfo.InvariantCulture, $"{draft.RouteId}{DraftMark}{draft.Revision}"), isPublished: false);

    public static JsonObject OfPublished(Route route) =>
        Editable(route.ToJson(), string.Create(CultureInfo.InvariantCulture, $"{route.Id}-v{route.Version}"), isPublished: true);

    public static object Summary(Route route, RouteVersionRow row, bool isNewest) => new
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

    /// <summary>The count of saves that the editor knows of; zero when it began from a published version.</summary>
    public static int SeenRevision(JsonObject model)
    {
        var id = (model["id"] as JsonValue)?.GetValue<string>() ?? "";
        var mark = id.LastIndexOf(DraftMark, StringComparison.Ordinal);
        return mark > 0 && int.TryParse(id[(mark + DraftMark.Length)..], CultureInfo.InvariantCulture, out var revision) ? revision : 0;
    }

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
        file["links"] = new JsonArray(new JsonObject { ["href"] = "/workflow-definitions", ["rel"] = "publish", ["method"] = "POST" });
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

    private static IEnumerable<JsonObject> Activities(JsonObject file) => (file["root"]?["activities"] as JsonArray ?? []).OfType<JsonObject>();

    // The editor names a new box by its type and number; people read its title.
    private static void Title(JsonObject activity)
    {
        var title = activity["title"]?["expression"]?["value"];
        if (title is not JsonValue text || text.ToString().Length == 0)
            return;
        var metadata = activity["metadata"] as JsonObject ?? [];
        metadata["displayText"] = text.ToString();
        activity["metadata"] = metadata.Parent is null ? metadata : metadata.DeepClone();
    }
}
