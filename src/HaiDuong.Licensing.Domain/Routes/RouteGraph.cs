using System.Collections.Frozen;

namespace HaiDuong.Licensing.Domain.Routes;

/// <summary>The connections of a route put in order: what leaves a node, what a join waits for, which connections lead back.</summary>
internal sealed class RouteGraph
{
    private readonly FrozenDictionary<string, RouteNode> nodes;
    private readonly ILookup<string, RouteConnection> outbound;
    private readonly ILookup<string, RouteConnection> inbound;
    private readonly HashSet<RouteConnection> forward = [];

    public RouteGraph(IReadOnlyList<RouteNode> nodes, IReadOnlyList<RouteConnection> connections)
    {
        this.nodes = nodes.ToFrozenDictionary(node => node.Id, StringComparer.Ordinal);
        var distinct = connections.Distinct().ToList();
        outbound = distinct.ToLookup(connection => connection.Source, StringComparer.Ordinal);
        inbound = distinct.ToLookup(connection => connection.Target, StringComparer.Ordinal);
        Start = StartOf(nodes);
        Reached = Classify();
    }

    /// <summary>The node that starts: Elsa's rule, so that a file without a Start node runs as it does there.</summary>
    public RouteNode Start { get; }

    /// <summary>Nodes that connections lead to from the start, whatever their ports.</summary>
    public IReadOnlySet<string> Reached { get; }

    public RouteNode Node(string id) => nodes[id];

    public bool Has(string id) => nodes.ContainsKey(id);

    public IEnumerable<RouteConnection> From(string id) => outbound[id];

    public IEnumerable<RouteConnection> Into(string id) => inbound[id];

    public bool IsForward(RouteConnection connection) => forward.Contains(connection);

    /// <summary>Connections that a completion with these outcomes follows, in the order of the file.</summary>
    public IEnumerable<RouteConnection> Followed(RouteNode node, IReadOnlyList<string> outcomes) =>
        outbound[node.Id].Where(connection => connection.Port is { } port ? outcomes.Contains(port) : node.Offers(null));

    /// <summary>Connections that a join takes one token from each.</summary>
    public IEnumerable<RouteConnection> AwaitedBy(JoinNode join) => inbound[join.Id].Where(forward.Contains);

    /// <summary>True if every way from the start to <paramref name="id"/> passes <paramref name="dominator"/>.</summary>
    public bool Dominates(string dominator, string id) => id == dominator || !Reach(Start.Id, avoiding: dominator).Contains(id);

    /// <summary>Nodes that connections lead to from one node, itself included.</summary>
    public HashSet<string> Reach(string from, string? avoiding = null, Func<RouteConnection, bool>? along = null)
    {
        HashSet<string> reached = [];
        Stack<string> open = new();
        if (from != avoiding && reached.Add(from))
            open.Push(from);
        while (open.TryPop(out var id))
        {
            foreach (var connection in outbound[id])
            {
                if (connection.Target != avoiding && (along is null || along(connection)) && reached.Add(connection.Target))
                    open.Push(connection.Target);
            }
        }

        return reached;
    }

    private RouteNode StartOf(IReadOnlyList<RouteNode> all) =>
        all.FirstOrDefault(node => node is StartNode)
        ?? all.FirstOrDefault(node => node.CanStart)
        ?? all.FirstOrDefault(node => !inbound[node.Id].Any())
        ?? all[0];

    // Breadth first from the start; a connection that would close a circle over the accepted ones leads back.
    private HashSet<string> Classify()
    {
        HashSet<string> seen = [Start.Id];
        Queue<string> open = new([Start.Id]);
        while (open.TryDequeue(out var id))
        {
            foreach (var connection in outbound[id])
            {
                if (!Reach(connection.Target, along: forward.Contains).Contains(id))
                    forward.Add(connection);
                if (seen.Add(connection.Target))
                    open.Enqueue(connection.Target);
            }
        }

        return seen;
    }
}
