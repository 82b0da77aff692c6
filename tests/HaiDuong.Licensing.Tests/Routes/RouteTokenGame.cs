using HaiDuong.Licensing.Domain.Routes;

namespace HaiDuong.Licensing.Tests.Routes;

/// <summary>
/// The net's rules played token by token, written apart from the checker: is there a run along a path that ends in the trouble a finding names?
/// </summary>
internal sealed class RouteTokenGame(Route route, RouteFinding finding)
{
    private readonly HashSet<string> seen = [];
    private readonly List<RouteConnection> connections = Reached(route);

    public bool ShowsTheTrouble() => Play([route.Nodes.Single(node => node is StartNode).Id], 0);

    private bool Play(List<string> tokens, int labels)
    {
        if (labels == finding.Path.Count && IsTrouble(tokens))
            return true;
        var isSafe = tokens.Distinct().Count() == tokens.Count;
        return isSafe && seen.Add($"{labels} {string.Join(' ', tokens.Order())}") && tokens.Distinct().Any(token => Move(tokens, token, labels));
    }

    private bool IsTrouble(List<string> tokens) =>
        finding.Code switch
        {
            RouteFindingCode.Doubled => tokens.Count(token => token == finding.NodeId) > 1,
            RouteFindingCode.DoubledAtJoin => tokens
                .Where(token => Awaits(token)?.Target == finding.NodeId)
                .GroupBy(token => token)
                .Any(group => group.Count() > 1),
            _ => tokens.Any(token => Awaits(token)?.Target == finding.NodeId)
                && tokens.TrueForAll(token => Awaits(token) is { } one && Inbound(one.Target).Except(tokens).Any()),
        };

    private bool Move(List<string> tokens, string token, int labels)
    {
        if (Awaits(token) is { } arrival)
        {
            var awaited = Inbound(arrival.Target).ToList();
            return !awaited.Except(tokens).Any() && Play(Fire(tokens, awaited, arrival.Target, ["Done"]), labels);
        }

        var node = route.Nodes.Single(node => node.Id == token);
        if (node is EndNode)
            return false;
        if (node is not (StepNode or DecisionNode))
            return Play(Fire(tokens, [token], token, node.Ports), labels);
        return labels < finding.Path.Count
            && finding.Path[labels].Split(':') is var label
            && label[0] == token
            && Play(Fire(tokens, [token], token, [label[1]]), labels + 1);
    }

    private List<string> Fire(List<string> tokens, IEnumerable<string> consumed, string nodeId, IReadOnlyList<string> outcomes)
    {
        List<string> next = [.. tokens];
        foreach (var token in consumed)
            next.Remove(token);
        foreach (var connection in connections.Where(connection => connection.Source == nodeId && outcomes.Contains(connection.Port)))
            next.Add(Waits(connection) ? connection.Key : connection.Target);
        return next;
    }

    private bool Waits(RouteConnection connection) => route.Nodes.Single(node => node.Id == connection.Target) is JoinNode && !route.LeadsBack(connection);

    private RouteConnection? Awaits(string token) => connections.Find(connection => connection.Key == token);

    private IEnumerable<string> Inbound(string joinId) =>
        connections.Where(connection => connection.Target == joinId && Waits(connection)).Select(connection => connection.Key);

    private static List<RouteConnection> Reached(Route route)
    {
        HashSet<string> nodes = [route.Nodes.Single(node => node is StartNode).Id];
        var reached = route.Connections.Distinct().ToList();
        for (var count = 0; count < nodes.Count; )
        {
            count = nodes.Count;
            nodes.UnionWith(reached.Where(one => nodes.Contains(one.Source)).Select(one => one.Target).ToList());
        }

        return reached.FindAll(connection => nodes.Contains(connection.Source));
    }
}
