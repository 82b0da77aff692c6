using System.Text.Json;

namespace HaiDuong.Licensing.Domain.Routes;

/// <summary>Reads an Elsa 3 definition file and gathers every fault before it refuses.</summary>
internal sealed class RouteReader
{
    private const int MaximumDepth = 40;
    private const int MaximumNodes = 300;
    private const int MaximumConnections = 2_000;

    private readonly List<RouteFinding> findings = [];

    private RouteReader() { }

    public static Route Read(string json)
    {
        if (json.Length > Route.MaximumLength)
            throw new RouteFormatException([RouteFinding.Refused(RouteFindingCode.TooLarge, null, $"{Route.MaximumLength}")]);

        var options = new JsonDocumentOptions { MaxDepth = MaximumDepth, AllowDuplicateProperties = false };
        try
        {
            using var document = JsonDocument.Parse(json, options);
            return new Route(json, new RouteReader().Content(document.RootElement));
        }
        catch (JsonException fault)
        {
            throw new RouteFormatException([RouteFinding.Refused(RouteFindingCode.NotJson, null, fault.Message)]);
        }
    }

    private RouteContent Content(JsonElement file)
    {
        if (file.Member("root") is not { } root || root.TextMember("type") != "Elsa.Flowchart")
            throw new RouteFormatException([RouteFinding.Refused(RouteFindingCode.NotAFlowchart, null)]);

        var id = file.TextMember("definitionId") ?? file.TextMember("id") ?? Missing(null, "definitionId");
        var name = file.TextMember("name") ?? Missing(null, "name");
        var variables = Variables(file.Items("variables")).Concat(Variables(root.Items("variables"))).ToList();
        var connections = new RouteConnectionReader(findings).Read(root);
        var nodes = Nodes([.. root.Items("activities")], connections, variables);
        ResolveEnds(nodes, connections);
        if (findings.Count > 0)
            throw new RouteFormatException(findings);
        return new RouteContent(id, name, file.NumberMember("version") ?? 1, nodes, connections, variables);
    }

    private List<RouteNode> Nodes(List<JsonElement> activities, List<RouteConnection> connections, List<RouteVariable> variables)
    {
        if (activities.Count == 0)
            findings.Add(RouteFinding.Refused(RouteFindingCode.NoActivities, null));
        if (activities.Count > MaximumNodes || connections.Count > MaximumConnections)
            throw new RouteFormatException([RouteFinding.Refused(RouteFindingCode.TooManyNodes, null, $"{MaximumNodes}", $"{MaximumConnections}")]);

        var reader = new RouteNodeReader(findings, connections, variables);
        List<RouteNode> nodes = [];
        HashSet<string> ids = new(StringComparer.Ordinal);
        foreach (var activity in activities)
        {
            var id = activity.TextMember("id") ?? Missing(null, "id");
            var type = activity.TextMember("type") ?? Missing(id, "type");
            if (!ids.Add(id))
                findings.Add(RouteFinding.Refused(RouteFindingCode.DuplicateId, id));
            if (reader.Read(id, type, activity) is { } node)
                nodes.Add(node);
        }

        return nodes;
    }

    private void ResolveEnds(List<RouteNode> nodes, List<RouteConnection> connections)
    {
        if (findings.Count > 0)
            return;
        var ids = nodes.Select(node => node.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var connection in connections)
        {
            if (!ids.Contains(connection.Source))
                findings.Add(RouteFinding.Refused(RouteFindingCode.ConnectionToNowhere, connection.Target, connection.Key, connection.Source));
            if (!ids.Contains(connection.Target))
                findings.Add(RouteFinding.Refused(RouteFindingCode.ConnectionToNowhere, connection.Source, connection.Key, connection.Target));
        }
    }

    private static IEnumerable<RouteVariable> Variables(IEnumerable<JsonElement> variables) =>
        from variable in variables
        let name = variable.TextMember("name")
        let id = variable.TextMember("id") ?? name
        where id is not null
        select new RouteVariable(id, name ?? id, variable.TextMember("value"));

    private string Missing(string? nodeId, string member)
    {
        findings.Add(RouteFinding.Refused(RouteFindingCode.MissingMember, nodeId, member));
        return string.Empty;
    }
}
