using HaiDuong.Licensing.Domain.Routes;

namespace HaiDuong.Licensing.Domain.Dossiers;

/// <summary>What a route would do to the life cycle of a dossier (lỗi vòng đời): found by walking every way, before it is published.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="StepId">The step after which it happens.</param>
/// <param name="Outcome">Its outcome.</param>
/// <param name="From">Status before.</param>
/// <param name="To">Status the route would give; null when it ends.</param>
/// <param name="Path">Example walk, as <c>step:Outcome</c>.</param>
public sealed record LifeCycleFault(LifeCycleFaultKind Kind, string StepId, string Outcome, DossierStatus From, DossierStatus? To, IReadOnlyList<string> Path);

/// <summary>Kinds of life cycle faults.</summary>
public enum LifeCycleFaultKind
{
    /// <summary>The route leads from a status to one that the life cycle forbids.</summary>
    StatusForbidden,

    /// <summary>The dossier is closed by the step (refused, stopped, handed over) and still somebody has to act.</summary>
    GoesOnAfterClosing,

    /// <summary>The route ends and nobody has given the applicant a paper: no result, no refusal, no notice of stopping.</summary>
    EndsWithoutPaper,
}

/// <summary>Walks every way of a route and holds the statuses it gives against the life cycle, and its ends against the papers an applicant must get.</summary>
public static class RouteEndings
{
    /// <summary>Status of a dossier whose given steps wait; null when none does.</summary>
    public static DossierStatus? StatusOf(IEnumerable<RouteStep> waiting)
    {
        var statuses = waiting.Select(StatusWhileWaiting).ToList();
        return statuses.Count == 0 ? null
            : statuses.Contains(DossierStatus.AwaitingSupplement) ? DossierStatus.AwaitingSupplement
            : statuses.Contains(DossierStatus.AwaitingPayment) ? DossierStatus.AwaitingPayment
            : statuses.Min();
    }

    /// <summary>The faults, each step and outcome once; empty as well for a route that <see cref="RouteChecker"/> refuses as too wide.</summary>
    public static IReadOnlyList<LifeCycleFault> Find(Route route) => route.Search is null ? [] : new Walk(route).Find();

    // A dossier is stopped by the act that stops it, not while somebody still has to do so.
    private static DossierStatus StatusWhileWaiting(RouteStep step) =>
        step.NationalStatus is { } code and not (int)DossierStatus.Stopped ? (DossierStatus)code : DossierStatus.InProcess;

    private static bool Closes(StepKind kind, string outcome) =>
        kind is StepKind.ReturnResult or StepKind.StopProcessing || (kind == StepKind.ReceiveDossier && outcome == "Refused");

    private sealed class Walk(Route route)
    {
        private readonly RouteNet net = new(route, isShort: false);
        private readonly Dictionary<Place, (Place? From, string? Label)> seen = [];
        private readonly Queue<Place> open = new();
        private readonly Dictionary<(LifeCycleFaultKind, string, string), LifeCycleFault> faults = [];

        public IReadOnlyList<LifeCycleFault> Find()
        {
            Go(null, new Place(net.Initial, DossierStatus.Draft, null, null), null);
            while (open.TryDequeue(out var place))
                Follow(place);
            return [.. faults.Values];
        }

        private void Follow(Place place)
        {
            var steps = net.Steps(place.Marking).ToList();
            if (steps.Exists(step => step.Node is not StepNode))
            {
                foreach (var step in steps.Where(step => step.Node is not StepNode))
                    Go(place, place with { Marking = step.Next }, step.Label);
                return;
            }

            var settled = Settle(place);
            foreach (var step in steps)
                Go(place, new Place(step.Next, settled, (StepNode)step.Node, step.Label!.Split(':')[1]), step.Label);
        }

        // Nothing moves by itself any more: the status is that of the steps that wait.
        private DossierStatus Settle(Place place)
        {
            var waiting = place.Marking.Select(net.NodeAt).OfType<StepNode>().Select(node => node.Step).ToList();
            var to = StatusOf(waiting);
            if (place.Cause is { } cause && Fault(cause.Step.Kind, place.Outcome!, place.Status, to) is { } kind)
                faults.TryAdd((kind, cause.Id, place.Outcome!), new LifeCycleFault(kind, cause.Id, place.Outcome!, place.Status, to, Path(place)));
            return to ?? place.Status;
        }

        private static LifeCycleFaultKind? Fault(StepKind kind, string outcome, DossierStatus from, DossierStatus? to) =>
            (Closes(kind, outcome), to) switch
            {
                (true, not null) => LifeCycleFaultKind.GoesOnAfterClosing,
                (false, null) => LifeCycleFaultKind.EndsWithoutPaper,
                (false, { } next) when !LifeCycle.Allows(from, next) => LifeCycleFaultKind.StatusForbidden,
                _ => null,
            };

        private void Go(Place? from, Place to, string? label)
        {
            if (seen.TryAdd(to, (from, label)))
                open.Enqueue(to);
        }

        private List<string> Path(Place place)
        {
            List<string> path = [];
            for (Place? at = place; at is not null; at = seen[at].From)
            {
                if (seen[at].Label is { } label)
                    path.Add(label);
            }

            path.Reverse();
            return path;
        }
    }

    private sealed record Place(string Marking, DossierStatus Status, StepNode? Cause, string? Outcome);
}
