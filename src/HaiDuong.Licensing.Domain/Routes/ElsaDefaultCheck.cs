namespace HaiDuong.Licensing.Domain.Routes;

/// <summary>Rules B: what else Elsa's default counter flow asks of a route, so that it does not end dossiers silently.</summary>
internal sealed class ElsaDefaultCheck(Route route)
{
    private readonly RouteGraph graph = route.Graph;

    public IEnumerable<RouteFinding> Find()
    {
        var back = route
            .Connections.Where(connection => graph.Reached.Contains(connection.Source) && !graph.IsForward(connection))
            .DistinctBy(connection => connection.Target);
        return back.SelectMany(connection => HeadIsAutomatic(connection).Concat(HeadDominates(connection.Target)));
    }

    private IEnumerable<RouteFinding> HeadIsAutomatic(RouteConnection back)
    {
        if (graph.Node(back.Target) is StepNode)
            yield return RouteFinding.Advice(RouteFindingCode.ElsaDefaultLoopHead, back.Target, back.Source);
    }

    private IEnumerable<RouteFinding> HeadDominates(string head)
    {
        if (graph.Reach(head, along: graph.IsForward).FirstOrDefault(id => !graph.Dominates(head, id)) is { } merge)
            yield return RouteFinding.Advice(RouteFindingCode.ElsaDefaultLoopInside, head, merge);
    }
}
