namespace HaiDuong.Licensing.Domain.Routes;

/// <summary>One run of the automatic nodes: from a step that was completed until only steps wait.</summary>
internal sealed class RouteRun(Route route, RouteState start, IRouteFacts facts)
{
    // Far above what a checked route needs; a circle of automatic nodes, which the checker refuses, stops here.
    private const int MaximumMoves = 10_000;

    private readonly RouteGraph graph = route.Graph;
    private readonly Queue<RouteConnection> tokens = new();
    private RouteState state = start;

    public RouteState Result() => state;

    public void Enter(RouteNode node)
    {
        Arrive(node);
        Drain();
    }

    public void Leave(RouteNode node, IReadOnlyList<string> outcomes)
    {
        Emit(node, outcomes);
        Drain();
    }

    private void Drain()
    {
        var moves = 0;
        while (!state.HasEnded && tokens.TryDequeue(out var connection))
        {
            var target = graph.Node(connection.Target);
            if (++moves > MaximumMoves)
                Hold(target, null);
            else if (target is JoinNode join && graph.IsForward(connection))
                ArriveAtJoin(join, connection);
            else
                Arrive(target);
            if (moves > MaximumMoves)
                tokens.Clear();
        }
    }

    private void Arrive(RouteNode node)
    {
        switch (node)
        {
            case StepNode step:
                Wait(step.Id);
                break;
            case EndNode:
                state = state.Ended();
                break;
            case DecisionNode decision:
                Decide(decision);
                break;
            case SwitchNode choice:
                Choose(choice);
                break;
            case SetVariableNode set when Evaluated(set, set.Value) is { } value:
                state = state with { Variables = state.Variables.SetItem(set.VariableId, value.Text!) };
                Emit(node, node.Ports);
                break;
            case SetVariableNode:
                break;
            default:
                Emit(node, node.Ports);
                break;
        }
    }

    private void ArriveAtJoin(JoinNode join, RouteConnection connection)
    {
        var arrived = state.Arrived.SetItem(connection.Key, state.Arrived.GetValueOrDefault(connection.Key) + 1);
        var awaited = graph.AwaitedBy(join).Select(inbound => inbound.Key).ToList();
        var isComplete = awaited.TrueForAll(arrived.ContainsKey);
        if (isComplete)
        {
            foreach (var key in awaited)
                arrived = arrived[key] == 1 ? arrived.Remove(key) : arrived.SetItem(key, arrived[key] - 1);
        }

        state = state with { Arrived = arrived };
        if (isComplete)
            Emit(join, join.Ports);
    }

    private void Decide(DecisionNode decision)
    {
        if (Evaluated(decision, decision.Condition) is { } value)
            Emit(decision, value.IsTrue ? DecisionNode.True : DecisionNode.False);
    }

    private void Choose(SwitchNode choice)
    {
        List<string> labels = [];
        foreach (var one in choice.Cases)
        {
            if (Evaluated(choice, one.Condition) is not { } value)
                return;
            if (value.IsTrue)
                labels.Add(one.Label);
            if (value.IsTrue && !choice.MatchesAll)
                break;
        }

        Emit(choice, labels.Count == 0 ? SwitchNode.Default : labels);
    }

    private RouteValue? Evaluated(RouteNode node, RouteExpression expression)
    {
        var value = expression.Evaluate(state.Variables, facts);
        if (!value.IsMissing)
            return value;
        Hold(node, value.MissingFact);
        return null;
    }

    private void Wait(string stepId)
    {
        var round = state.Rounds.GetValueOrDefault(stepId) + 1;
        state = state with { Rounds = state.Rounds.SetItem(stepId, round), Waiting = state.Waiting.Add(new WaitingStep(stepId, round)) };
    }

    private void Hold(RouteNode node, string? missingFact) => state = state with { Held = state.Held.Add(new RouteIncident(node.Id, missingFact)) };

    private void Emit(RouteNode node, IReadOnlyList<string> outcomes)
    {
        foreach (var connection in graph.Followed(node, outcomes))
            tokens.Enqueue(connection);
    }
}
