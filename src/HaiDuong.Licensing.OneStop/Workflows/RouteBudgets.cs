using System.Globalization;
using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Routes;
using Route = HaiDuong.Licensing.Domain.Routes.Route;

namespace HaiDuong.Licensing.OneStop.Workflows;

/// <summary>Holds the times of a route's steps against the term of a procedure: no step alone and no way through without a loop may take longer.</summary>
internal sealed class RouteBudgets(Route route, Procedure procedure)
{
    private const decimal HoursOfDay = 8;
    private const decimal WorkingDaysOfWeek = 5;
    private const decimal DaysOfWeek = 7;
    private const decimal WorkingDaysOfMonth = 21;
    private const decimal HoursOfWholeDay = 24;

    // The term does not run while a dossier is not accepted, waits for its applicant, or lies ready for collection.
    private static readonly StepKind[] OutsideTheTerm = [StepKind.ReceiveDossier, StepKind.RequestSupplement, StepKind.CollectFee, StepKind.ReturnResult];

    private readonly Dictionary<string, Way> ways = new(StringComparer.Ordinal);

    public IEnumerable<WorkflowProblem> Check(string file)
    {
        // What cannot be counted is told by the procedure's own check.
        if (!procedure.Terms.All(term => term.IsCountable))
            yield break;
        var hours = procedure.Terms.Min(term => HoursOf(term.Statutory));
        foreach (var step in route.Steps.Where(step => Share(step, hours) > 1))
        {
            yield return WorkflowProblem.At(file, 1, "StepBudgetAboveTerm", step.Id, Say(step.Budget!.WorkingHours ?? 0), procedure.ShortName, Say(hours)) with
            {
                Step = step.Id,
                Path = RouteChecker.WalkTo(route, step.Id),
            };
        }

        var first = route.Nodes.OfType<StartNode>().First().Id;
        if (Longest(first, hours) is { Share: > 1 } way)
        {
            yield return WorkflowProblem.At(file, 1, "BudgetsAboveTerm", Say(way.Share * 100), procedure.ShortName, way.Steps[^1]) with
            {
                Step = way.Steps[^1],
                Path = way.Path,
            };
        }
    }

    private Way Longest(string nodeId, decimal hours)
    {
        if (ways.TryGetValue(nodeId, out var known))
            return known;
        var step = route.Steps.FirstOrDefault(step => step.Id == nodeId);
        var share = step is null ? 0 : Share(step, hours);
        var next = route
            .Connections.Where(connection => connection.Source == nodeId && !route.LeadsBack(connection))
            .Select(connection => (connection.Port, Way: Longest(connection.Target, hours)))
            .DefaultIfEmpty((Port: null, Way: Way.Nothing))
            .MaxBy(one => one.Way.Share);
        var label = step is null || next.Port is null ? Array.Empty<string>() : [$"{nodeId}:{next.Port}"];
        var steps = share > 0 ? new[] { nodeId } : [];
        return ways[nodeId] = new Way(share + next.Way.Share, [.. steps, .. next.Way.Steps], [.. label, .. next.Way.Path]);
    }

    private static decimal Share(RouteStep step, decimal hours) =>
        OutsideTheTerm.Contains(step.Kind) ? 0 : step.Budget?.ShareOfTerm ?? (step.Budget?.WorkingHours ?? 0) / hours;

    /// <summary>The working hours that a term holds at least, wherever it begins in the week.</summary>
    private static decimal HoursOf(Term term) =>
        term.Unit switch
        {
            TermUnit.WorkingHour => term.Value,
            TermUnit.WorkingDay => term.Value * HoursOfDay,
            TermUnit.ClockHour => term.Value / HoursOfWholeDay * HoursOfDay,
            TermUnit.CalendarDay => term.Value / DaysOfWeek * WorkingDaysOfWeek * HoursOfDay,
            _ => term.Value * WorkingDaysOfMonth * HoursOfDay,
        };

    private static string Say(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private sealed record Way(decimal Share, IReadOnlyList<string> Steps, IReadOnlyList<string> Path)
    {
        public static readonly Way Nothing = new(0, [], []);
    }
}
