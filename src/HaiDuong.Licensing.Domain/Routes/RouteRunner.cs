using System.Collections.Immutable;

namespace HaiDuong.Licensing.Domain.Routes;

/// <summary>Runs a route (chạy quy trình) as a plain workflow net. Pure: a state and a completed step give a new state and the steps that now wait.</summary>
public static class RouteRunner
{
    /// <summary>Starts a route. A node that needs a fact the dossier does not have is in <see cref="RouteState.Held"/>; see <see cref="Retry"/>.</summary>
    public static RouteState Start(Route route, IRouteFacts facts)
    {
        var variables = route
            .Variables.Where(variable => variable.InitialValue is not null)
            .ToImmutableSortedDictionary(variable => variable.Id, variable => variable.InitialValue!, StringComparer.Ordinal);
        var run = new RouteRun(route, new RouteState { Variables = variables }, facts);
        run.Enter(route.Graph.Start);
        return run.Result();
    }

    /// <summary>Tries again the nodes that were held.</summary>
    public static RouteState Retry(Route route, RouteState state, IRouteFacts facts)
    {
        var run = new RouteRun(route, state with { Held = [] }, facts);
        foreach (var incident in state.Held)
            run.Enter(route.Graph.Node(incident.NodeId));
        return run.Result();
    }

    /// <summary>
    /// Completes a waiting step with one of its outcomes. What cannot be done is refused as a value and leaves the state as it was; with
    /// <paramref name="holds"/> a node that needs a fact the dossier does not have is held instead, for <see cref="Retry"/>.
    /// </summary>
    public static RouteMove Complete(Route route, RouteState state, string stepId, string outcome, IRouteFacts facts, bool holds = false)
    {
        if (state.Waiting.Find(waiting => waiting.StepId == stepId) is not { } completed)
            return new RouteMove { State = state, Refusal = RouteRefusal.StepDoesNotWait };
        if (!route.Step(stepId).Takes(outcome))
            return new RouteMove { State = state, Refusal = RouteRefusal.UnknownOutcome };

        var run = new RouteRun(route, state with { Waiting = state.Waiting.Remove(completed) }, facts);
        run.Leave(route.Graph.Node(stepId), [outcome]);
        var next = run.Result();
        if (!holds && next.Held.Count > state.Held.Count)
            return new RouteMove
            {
                State = state,
                Refusal = RouteRefusal.Incident,
                Incident = next.Held[^1],
            };

        return new RouteMove
        {
            State = next,
            Started = [.. next.Waiting.Except(state.Waiting)],
            Ended = [completed, .. state.Waiting.Except(next.Waiting).Where(gone => gone != completed)],
        };
    }

    /// <summary>
    /// Puts a dossier at the given steps of another version of its route. Its variables, its counts and what has arrived at joins stay; null if it
    /// could not have come to stand so by itself, for then it might hang or be done twice.
    /// </summary>
    public static RouteState? PlaceAt(Route route, RouteState state, IReadOnlyList<string> stepIds)
    {
        var variables = route
            .Variables.Where(variable => variable.InitialValue is not null && !state.Variables.ContainsKey(variable.Id))
            .Aggregate(state.Variables, (known, variable) => known.SetItem(variable.Id, variable.InitialValue!));
        var rounds = stepIds
            .Where(id => !state.Waiting.Exists(waiting => waiting.StepId == id))
            .Aggregate(state.Rounds, (known, id) => known.SetItem(id, known.GetValueOrDefault(id) + 1));
        var placed = state with { Waiting = [.. stepIds.Select(id => new WaitingStep(id, rounds[id]))], Variables = variables, Rounds = rounds };
        return RouteChecker.MayStandAt(route, placed) ? placed : null;
    }
}
