namespace HaiDuong.Licensing.Domain.Routes;

/// <summary>
/// The route as a workflow net. A marking is the sorted text of the places that hold a token, one character a place:
/// a place is a node, or for a join one of the connections it waits for.
/// </summary>
internal sealed class RouteNet
{
    private readonly RouteGraph graph;
    private readonly List<(RouteNode Node, RouteConnection? Arrival)> places = [];
    private readonly Dictionary<string, char> ofNode = new(StringComparer.Ordinal);
    private readonly Dictionary<RouteConnection, char> ofArrival = [];
    private readonly Dictionary<string, string> awaited = new(StringComparer.Ordinal);
    private readonly bool isShort;

    /// <param name="route">The route.</param>
    /// <param name="isShort">Lets a step with one outcome pass on at once too: far fewer markings, the same verdict, though a fault shows later on the
    /// way.</param>
    public RouteNet(Route route, bool isShort)
    {
        graph = route.Graph;
        this.isShort = isShort;
        foreach (var node in route.Nodes.Where(node => graph.Reached.Contains(node.Id)))
        {
            ofNode[node.Id] = Place(node, null);
            if (node is not JoinNode join)
                continue;
            foreach (var arrival in graph.AwaitedBy(join))
                ofArrival[arrival] = Place(node, arrival);
            awaited[node.Id] = new string([.. graph.AwaitedBy(join).Select(arrival => ofArrival[arrival]).Order()]);
        }
    }

    public string Initial => ofNode[graph.Start.Id].ToString();

    public RouteNode NodeAt(char place) => places[place].Node;

    public RouteConnection? ArrivalAt(char place) => places[place].Arrival;

    public bool IsArrival(char place) => places[place].Arrival is not null;

    /// <summary>The marking of a dossier's state; null if the route has no place for something in it, or a place would hold two tokens.</summary>
    public string? MarkingOf(RouteState state)
    {
        var arrivals = state.Arrived.SelectMany(arrived =>
            Enumerable.Repeat(ofArrival.FirstOrDefault(known => known.Key.Key == arrived.Key).Value, arrived.Value)
        );
        List<char?> marked = [.. state.Waiting.Select(waiting => PlaceOf(waiting.StepId)), .. arrivals.Select(place => place == default ? null : (char?)place)];
        return marked.Contains(null) || marked.Distinct().Count() < marked.Count ? null : new string([.. marked.Select(place => place!.Value).Order()]);
    }

    /// <summary>Everything that can happen next in a marking.</summary>
    public IEnumerable<NetStep> Steps(string marking)
    {
        foreach (var place in marking)
        {
            // Passing on at once is what the runner does, and it keeps the number of markings small.
            if (NodeAt(place) is { } node && !IsArrival(place) && PassesOn(node))
                return [Fire(marking, place.ToString(), node, node.Ports)];
        }

        return marking.SelectMany(place => IsArrival(place) ? [] : Alone(marking, place)).Concat(Joins(marking));
    }

    private IEnumerable<NetStep> Alone(string marking, char place)
    {
        var node = NodeAt(place);
        return node is EndNode ? [new NetStep(node, null, string.Empty, null)] : Ways(node).Select(outcomes => Fire(marking, place.ToString(), node, outcomes));
    }

    private IEnumerable<NetStep> Joins(string marking) =>
        marking
            .Where(IsArrival)
            .Select(NodeAt)
            .Distinct()
            .Where(node => awaited[node.Id].All(marking.Contains))
            .Select(node => Fire(marking, awaited[node.Id], node, node.Ports));

    private NetStep Fire(string marking, string consumed, RouteNode node, IReadOnlyList<string> outcomes)
    {
        List<char> next = [.. marking];
        next.RemoveAll(consumed.Contains);
        char? doubled = null;
        foreach (var connection in graph.Followed(node, outcomes))
        {
            var place = ofArrival.TryGetValue(connection, out var arrival) ? arrival : ofNode[connection.Target];
            var index = next.BinarySearch(place);
            if (index >= 0)
                doubled = place;
            else
                next.Insert(~index, place);
        }

        var label = node is StepNode or DecisionNode or SwitchNode ? $"{node.Id}:{string.Join('+', outcomes)}" : null;
        return new NetStep(node, label, new string([.. next]), doubled);
    }

    private static IEnumerable<IReadOnlyList<string>> Ways(RouteNode node) =>
        node switch
        {
            StepNode { Ports.Count: 0 } =>
            [
                [],
            ],
            StepNode or DecisionNode or SwitchNode { MatchesAll: false } => node.Ports.Select(port => new[] { port }),
            SwitchNode choice => Combinations(choice),
            _ => [node.Ports],
        };

    // Two cases together show whatever more of them could: a net that is safe for each pair is safe for all.
    private static IEnumerable<IReadOnlyList<string>> Combinations(SwitchNode choice)
    {
        var labels = choice.Cases.Select(one => one.Label).ToList();
        return
        [
            .. choice.Ports.Select(port => new[] { port }),
            .. labels.SelectMany((first, index) => labels.Skip(index + 1).Select(second => new[] { first, second })),
        ];
    }

    private bool PassesOn(RouteNode node) =>
        (node is StartNode or ForkNode or SetVariableNode || (isShort && node is StepNode { Ports.Count: 1 } && graph.Followed(node, node.Ports).Any()))
        && graph.Into(node.Id).Take(2).Count() < 2;

    private char? PlaceOf(string stepId) => ofNode.TryGetValue(stepId, out var place) ? place : null;

    // The first place is never used, so that no place is the character zero.
    private char Place(RouteNode node, RouteConnection? arrival)
    {
        if (places.Count == 0)
            places.Add((node, null));
        places.Add((node, arrival));
        return (char)(places.Count - 1);
    }
}

/// <summary>One thing that happens in the net: which node, the marking after it, and a place that would get a second token.</summary>
internal sealed record NetStep(RouteNode Node, string? Label, string Next, char? Doubled);
