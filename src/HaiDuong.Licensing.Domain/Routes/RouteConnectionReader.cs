using System.Text.Json;

namespace HaiDuong.Licensing.Domain.Routes;

/// <summary>Reads the three shapes of connections that Elsa accepts: with ends as objects, flat, and wrapped in <c>$values</c>.</summary>
internal sealed class RouteConnectionReader(List<RouteFinding> findings)
{
    public List<RouteConnection> Read(JsonElement flowchart)
    {
        var items = flowchart.Member("connections") is { ValueKind: JsonValueKind.Object } wrapper ? wrapper.Items("$values") : flowchart.Items("connections");
        List<RouteConnection> connections = [];
        foreach (var (index, item) in items.Index())
        {
            if (Connection(item) is { } connection)
                connections.Add(connection);
            else
                findings.Add(RouteFinding.Refused(RouteFindingCode.ConnectionUnreadable, null, $"{index + 1}"));
        }

        return connections;
    }

    private static RouteConnection? Connection(JsonElement item) =>
        (item.Member("source"), item.Member("target")) switch
        {
            ({ ValueKind: JsonValueKind.Object } source, { ValueKind: JsonValueKind.Object } target) => Between(
                source.TextMember("activity"),
                source.TextMember("port"),
                target.TextMember("activity")
            ),
            ({ ValueKind: JsonValueKind.String } source, { ValueKind: JsonValueKind.String } target) => Between(
                source.GetString(),
                item.TextMember("sourcePort"),
                target.GetString()
            ),
            _ => null,
        };

    private static RouteConnection? Between(string? source, string? port, string? target) =>
        source is null || target is null ? null : new RouteConnection(source, string.IsNullOrEmpty(port) ? null : port, target);
}
