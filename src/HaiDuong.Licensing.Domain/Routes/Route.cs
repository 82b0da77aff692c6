using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HaiDuong.Licensing.Domain.Routes;

/// <summary>
/// The way a dossier takes through the office (quy trình nội bộ giải quyết thủ tục): one version of an Elsa 3 flowchart, never changed once published.
/// </summary>
public sealed class Route
{
    /// <summary>Longest file that is read, in characters.</summary>
    public const int MaximumLength = 1_000_000;

    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly string text;
    private readonly Lazy<RouteNetSearch?> search;

    internal Route(string text, RouteContent content)
    {
        this.text = text;
        Id = content.Id;
        Name = content.Name;
        Version = content.Version;
        Nodes = content.Nodes;
        Connections = content.Connections;
        Variables = content.Variables;
        Steps = [.. Nodes.OfType<StepNode>().Select(node => node.Step)];
        Graph = new RouteGraph(Nodes, Connections);
        Hash = RouteHash.Of(text);
        search = new Lazy<RouteNetSearch?>(() => RouteNetSearch.Explored(this));
    }

    /// <summary>Id shared by all versions of the route (Elsa's <c>definitionId</c>).</summary>
    public string Id { get; }

    public string Name { get; }

    public int Version { get; }

    /// <summary>SHA-256 of the file's content, in lower-case hexadecimal; white space and the order of members do not count.</summary>
    public string Hash { get; }

    /// <summary>The steps that people do, in the order of the file.</summary>
    public IReadOnlyList<RouteStep> Steps { get; }

    public IReadOnlyList<RouteNode> Nodes { get; }

    public IReadOnlyList<RouteConnection> Connections { get; }

    public IReadOnlyList<RouteVariable> Variables { get; }

    internal RouteGraph Graph { get; }

    /// <summary>Every marking of the route, explored once; null if there are too many or the route is at fault.</summary>
    internal RouteNetSearch? Search => search.Value;

    /// <summary>Reads a definition file; throws <see cref="RouteFormatException"/> with every fault if it is not one that can run here.</summary>
    public static Route Parse(string json) => RouteReader.Read(json);

    /// <summary>The step with this id; throws <see cref="KeyNotFoundException"/> if the route has none.</summary>
    public RouteStep Step(string id) => (Graph.Node(id) as StepNode)?.Step ?? throw new KeyNotFoundException($"Route {Id} has no step '{id}'.");

    /// <summary>True for a connection that closes a circle: a way back to a node the dossier has passed.</summary>
    public bool LeadsBack(RouteConnection connection) => Graph.Reached.Contains(connection.Source) && !Graph.IsForward(connection);

    /// <summary>The file as it was read, members that this program does not know included.</summary>
    public string ToJson() => text;

    /// <summary>The same route under another version number, published or as a draft.</summary>
    public Route WithVersion(int version, bool published)
    {
        var file = JsonNode.Parse(text)!.AsObject();
        file["version"] = version;
        file["isLatest"] = true;
        file["isPublished"] = published;
        file["id"] = $"{Id}-v{version}";
        return Parse(file.ToJsonString(Written));
    }
}
