namespace HaiDuong.Licensing.Domain.Routes;

/// <summary>Explores every marking of a route's net and reports doubled work, stuck joins, circles without a way out and nodes that never run.</summary>
internal sealed class RouteNetSearch(Route route, bool isShort)
{
    private const int MaximumMarkings = 20_000;

    // One fault makes others behind it; the first few say what to mend.
    private const int MaximumFindings = 5;

    private readonly RouteNet net = new(route, isShort);
    private readonly Dictionary<string, (string From, string? Label)> reached = new(StringComparer.Ordinal);
    private readonly List<(string From, string To)> moves = [];
    private readonly List<string> finals = [];
    private readonly HashSet<string> ran = new(StringComparer.Ordinal);
    private readonly Dictionary<(RouteFindingCode Code, string NodeId, string? Detail), RouteFinding> findings = [];

    /// <summary>The faults of a route. A wide one is looked at step by step only where a step decides something.</summary>
    public static IEnumerable<RouteFinding> FaultsOf(Route route) =>
        new RouteNetSearch(route, isShort: false).Find()
        ?? new RouteNetSearch(route, isShort: true).Find()
        ?? [RouteFinding.Refused(RouteFindingCode.TooComplex, null, $"{MaximumMarkings}")];

    /// <summary>Every marking of the route explored; null if there are too many or the route is at fault.</summary>
    public static RouteNetSearch? Explored(Route route)
    {
        var search = new RouteNetSearch(route, isShort: false);
        return search.Explore() && search.findings.Count == 0 ? search : null;
    }

    /// <summary>True if a dossier can come to stand so by itself, however it walks.</summary>
    public bool Reaches(RouteState state) => net.MarkingOf(state) is { } marking && reached.ContainsKey(marking);

    /// <summary>The shortest walk until a node's turn, as <c>step:Outcome</c>; null if there is none.</summary>
    public IReadOnlyList<string>? WalkTo(string nodeId) =>
        reached.Keys.FirstOrDefault(marking => marking.Any(place => net.NodeAt(place).Id == nodeId)) is { } first ? Path(first) : null;

    private List<RouteFinding>? Find()
    {
        if (!Explore())
            return findings.Count > 0 ? [.. findings.Values] : null;
        return findings.Count > 0 ? [.. findings.Values] : [.. WithoutWayOut(), .. NeverRun()];
    }

    /// <summary>False if the bound was met before the end.</summary>
    private bool Explore()
    {
        Queue<string> open = new([net.Initial]);
        reached[net.Initial] = (string.Empty, null);
        while (findings.Count < MaximumFindings && open.TryDequeue(out var marking))
        {
            if (reached.Count > MaximumMarkings)
                return false;
            foreach (var next in Follow(marking))
                open.Enqueue(next);
        }

        return true;
    }

    private IEnumerable<string> Follow(string marking)
    {
        var steps = net.Steps(marking).ToList();
        if (steps.Count == 0)
            Rest(marking);
        foreach (var step in steps)
        {
            ran.Add(step.Node.Id);
            if (step.Doubled is { } place)
                ReportDoubled(place, marking, step.Label);
            else
                moves.Add((marking, step.Next));
            if (step.Doubled is null && reached.TryAdd(step.Next, (marking, step.Label)))
                yield return step.Next;
        }
    }

    private void Rest(string marking)
    {
        if (marking.Length == 0)
            finals.Add(marking);
        foreach (var join in marking.Select(net.NodeAt).OfType<JoinNode>().Distinct())
        {
            var arrived = marking.Select(net.ArrivalAt).ToHashSet();
            var missing = route.Graph.AwaitedBy(join).First(arrival => !arrived.Contains(arrival));
            Report(RouteFindingCode.Stuck, join.Id, missing.Source, Path(marking));
        }
    }

    private void ReportDoubled(char place, string marking, string? label)
    {
        List<string> path = [.. Path(marking)];
        if (label is not null)
            path.Add(label);
        if (net.ArrivalAt(place) is { } arrival)
            Report(RouteFindingCode.DoubledAtJoin, arrival.Target, arrival.Source, path);
        else
            Report(RouteFindingCode.Doubled, net.NodeAt(place).Id, null, path);
    }

    private IEnumerable<RouteFinding> WithoutWayOut()
    {
        var before = moves.ToLookup(move => move.To, move => move.From, StringComparer.Ordinal);
        HashSet<string> canEnd = [.. finals];
        Stack<string> open = new(finals);
        while (open.TryPop(out var marking))
        {
            foreach (var earlier in before[marking].Where(canEnd.Add))
                open.Push(earlier);
        }

        // The last one found first lies deepest in the circle.
        if (reached.Keys.LastOrDefault(marking => !canEnd.Contains(marking)) is not { } lost)
            yield break;
        var steps = lost.Select(net.NodeAt).ToList();
        var isOpen = reached
            .Keys.Where(marking => !canEnd.Contains(marking))
            .SelectMany(marking => marking.Select(net.NodeAt))
            .Any(node => node is StepNode { Step.HasOpenOutcomes: true });
        var severity = isOpen ? RouteFindingSeverity.Advice : RouteFindingSeverity.Refused;
        yield return new RouteFinding(RouteFindingCode.NoWayOut, severity, (steps.Find(node => node is StepNode) ?? steps[0]).Id, [], Path(lost));
    }

    private IEnumerable<RouteFinding> NeverRun()
    {
        var graph = route.Graph;
        return graph
            .Reach(graph.Start.Id, along: connection => graph.Node(connection.Source).Offers(connection.Port))
            .Where(id => !ran.Contains(id))
            .Select(id => RouteFinding.Refused(RouteFindingCode.NeverRuns, id));
    }

    private List<string> Path(string marking)
    {
        List<string> path = [];
        for (var (from, label) = reached[marking]; from.Length > 0; (from, label) = reached[from])
        {
            if (label is not null)
                path.Add(label);
        }

        path.Reverse();
        return path;
    }

    private void Report(RouteFindingCode code, string nodeId, string? detail, IReadOnlyList<string> path) =>
        findings.TryAdd((code, nodeId, detail), new RouteFinding(code, RouteFindingSeverity.Refused, nodeId, detail is null ? [] : [detail], path));
}
