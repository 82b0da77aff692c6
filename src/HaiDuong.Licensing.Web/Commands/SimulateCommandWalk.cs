using HaiDuong.Licensing.Domain.Routes;
using Route = HaiDuong.Licensing.Domain.Routes.Route;

namespace HaiDuong.Licensing.Web.Commands;

/// <summary>One dossier walking along a route, its steps called by name.</summary>
public sealed class SimulateCommandWalk(Route route, IRouteFacts facts)
{
    public RouteState State { get; private set; } = RouteRunner.Start(route, facts);

    /// <summary>Names of the waiting steps in alphabetical order, as often as each waits.</summary>
    public IReadOnlyList<string> Waiting => [.. State.Waiting.Select(waiting => route.Step(waiting.StepId).Name).Order(StringComparer.Ordinal)];

    public string Status => State.IsFinished ? "Finished" : "Running";

    /// <summary>Completes the step that waits under a name or id; every one of them if <paramref name="all"/>. Returns the refusal, if any.</summary>
    public RouteRefusal? Resume(string step, string outcome, bool all)
    {
        var waiting = State.Waiting.Where(waiting => waiting.StepId == step || route.Step(waiting.StepId).Name == step).ToList();
        if (waiting.Count == 0)
            return RouteRefusal.StepDoesNotWait;

        RouteRefusal? refusal = null;
        foreach (var one in all ? waiting : waiting.Take(1))
        {
            var move = RouteRunner.Complete(route, State, one.StepId, outcome, facts);
            State = move.State;
            refusal ??= move.Refusal;
        }

        return refusal;
    }
}
