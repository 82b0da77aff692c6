namespace HaiDuong.Licensing.Domain.Routes;

/// <summary>The rules that are read off the drawing: starts, outcomes, join modes, ways back.</summary>
internal sealed class RouteStructureCheck(Route route)
{
    private readonly RouteGraph graph = route.Graph;

    public IEnumerable<RouteFinding> Find()
    {
        var reached = route.Nodes.Where(node => graph.Reached.Contains(node.Id)).ToList();
        return
        [
            .. Starts(),
            .. route.Nodes.Except(reached).Select(node => RouteFinding.Refused(RouteFindingCode.Unreachable, node.Id)),
            .. reached.SelectMany(Outcomes),
            .. reached.SelectMany(Ports),
            .. reached.SelectMany(Settings),
            .. reached.SelectMany(node => graph.From(node.Id)).Where(connection => !graph.IsForward(connection)).SelectMany(Back),
            .. Circles(reached),
        ];
    }

    private IEnumerable<RouteFinding> Starts()
    {
        var starts = route.Nodes.OfType<StartNode>().ToList();
        return starts.Count == 0
            ? [RouteFinding.Refused(RouteFindingCode.NoStart, null)]
            : starts.Skip(1).Select(extra => RouteFinding.Refused(RouteFindingCode.SeveralStarts, extra.Id));
    }

    private IEnumerable<RouteFinding> Outcomes(RouteNode node) =>
        from port in node.Ports
        where !graph.Followed(node, [port]).Any()
        select RouteFinding.Refused(RouteFindingCode.OutcomeNotConnected, node.Id, port);

    private IEnumerable<RouteFinding> Ports(RouteNode node) =>
        from connection in graph.From(node.Id)
        where !node.Offers(connection.Port)
        select (node, connection.Port) switch
        {
            (EndNode, _) => RouteFinding.Refused(RouteFindingCode.NothingFollowsEnd, node.Id),
            (_, null) => RouteFinding.Refused(RouteFindingCode.PortMissing, node.Id, connection.Target),
            (ForkNode { Branches.Count: 0 }, var port) => RouteFinding.Advice(RouteFindingCode.ForkPortNeverFollowed, node.Id, port),
            (_, var port) => RouteFinding.Refused(RouteFindingCode.PortNotDeclared, node.Id, port),
        };

    private static IEnumerable<RouteFinding> Settings(RouteNode node)
    {
        if (node.MergeMode is { } mergeMode)
            yield return RouteFinding.Refused(RouteFindingCode.MergeMode, node.Id, mergeMode);
        if (node is JoinNode join && join.Mode != JoinNode.WaitAll)
            yield return RouteFinding.Refused(RouteFindingCode.JoinMode, node.Id, join.Mode);
        if (node is StepNode { Step: { Role: null, Kind: not StepKind.HumanTask } })
            yield return RouteFinding.Advice(RouteFindingCode.RoleMissing, node.Id);
        foreach (var input in node.UnknownInputs)
            yield return RouteFinding.Advice(RouteFindingCode.InputUnknown, node.Id, input, string.Join(", ", StepCatalogue.Inputs));
    }

    private IEnumerable<RouteFinding> Back(RouteConnection connection)
    {
        if (graph.Node(connection.Target) is JoinNode)
            yield return RouteFinding.Refused(RouteFindingCode.BackIntoJoin, connection.Target, connection.Source);
        else if (!graph.Dominates(connection.Target, connection.Source))
            yield return RouteFinding.Refused(RouteFindingCode.BackPastTarget, connection.Target, connection.Source);
    }

    private IEnumerable<RouteFinding> Circles(IEnumerable<RouteNode> reached)
    {
        HashSet<string> reported = [];
        foreach (var node in reached.Where(node => node.IsAutomatic))
        {
            var circle = graph.From(node.Id).Where(IsAutomatic).SelectMany(first => graph.Reach(first.Target, along: IsAutomatic)).ToHashSet();
            if (circle.Contains(node.Id) && !reported.Overlaps(circle))
                yield return RouteFinding.Refused(RouteFindingCode.AutomaticCircle, node.Id);
            if (circle.Contains(node.Id))
                reported.UnionWith(circle);
        }
    }

    private bool IsAutomatic(RouteConnection connection) =>
        graph.Node(connection.Source) is { IsAutomatic: true } source && source.Offers(connection.Port) && graph.Node(connection.Target).IsAutomatic;
}
