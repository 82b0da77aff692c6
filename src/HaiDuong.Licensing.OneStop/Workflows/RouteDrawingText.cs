using System.Globalization;
using System.Resources;
using HaiDuong.Licensing.Domain.Routes;
using Route = HaiDuong.Licensing.Domain.Routes.Route;

namespace HaiDuong.Licensing.OneStop.Workflows;

/// <summary>The words of a drawn route: lines inside a step's box, outcome names, and the whole as sentences for those who cannot see it.</summary>
internal sealed class RouteDrawingText(
    Route route,
    RouteState? state,
    IReadOnlyList<RouteDrawingMark> marks,
    Func<string, string>? roleName,
    Func<string, string>? shown
)
{
    private static readonly ResourceManager Texts = new("HaiDuong.Licensing.OneStop.Workflows.RouteDrawing", typeof(RouteDrawingText).Assembly);

    public string Title => Text(state is null ? "Title" : "TitleOfDossier", Shown(route.Name));

    /// <summary>A title of the route as its reader is shown it.</summary>
    public string Shown(string title) => shown?.Invoke(title) ?? title;

    public bool IsWaiting(string stepId) => state?.Waiting.Exists(waiting => waiting.StepId == stepId) ?? false;

    public bool IsDone(string stepId) => !IsWaiting(stepId) && (state?.Rounds.ContainsKey(stepId) ?? false);

    /// <summary>Small lines under the title of a step: who does it, in what time, and what holds for this dossier.</summary>
    public IEnumerable<string> Notes(RouteStep step)
    {
        if (step.Role is { } role && roleName is not null)
            yield return roleName(role);
        if (step.Budget?.WorkingHours is { } hours)
            yield return Text("WorkingHours", hours);
        if (step.Budget?.ShareOfTerm is { } share)
            yield return Text("ShareOfTerm", share);
        if (IsDone(step.Id))
            yield return Text("Done");
        if (!IsWaiting(step.Id))
            yield break;

        var mark = marks.FirstOrDefault(mark => mark.StepId == step.Id);
        yield return Text("Waiting");
        if (mark?.Who is { } who)
            yield return who;
        if (mark?.Since is { } since)
            yield return Text("Since", since);
        if (mark?.Due is { } due)
            yield return Text("Due", due);
    }

    /// <summary>What people call an outcome; as the route's own is shown where it is that.</summary>
    public static string OutcomeName(string outcome, Func<string, string>? shown) =>
        Texts.GetString($"Outcome{outcome}", CultureInfo.CurrentUICulture) ?? shown?.Invoke(outcome) ?? outcome;

    /// <summary>Name of an outcome on its connection; empty where a node has only one.</summary>
    public string Outcome(RouteConnection connection)
    {
        var source = route.Nodes.First(node => node.Id == connection.Source);
        return connection.Port is not { } port || source is ForkNode or JoinNode || source.Ports.Count == 1 ? string.Empty : OutcomeName(port, shown);
    }

    /// <summary>The drawing as a list of sentences, one for each step in the order of the file.</summary>
    public IReadOnlyList<string> Sentences() => [.. route.Steps.Select(Sentence)];

    private string Sentence(RouteStep step)
    {
        var notes = string.Join(", ", Notes(step));
        var ways = route
            .Connections.Distinct()
            .Where(connection => connection.Source == step.Id)
            .Select(connection => Outcome(connection) is { Length: > 0 } outcome ? $"{outcome} → {Targets(connection)}" : Targets(connection));
        return Text("Sentence", Shown(step.Title), notes.Length == 0 ? string.Empty : $" ({notes})", string.Join("; ", ways));
    }

    private string Targets(RouteConnection connection)
    {
        HashSet<string> seen = [];
        return string.Join(", ", Beyond(connection.Target, seen).Distinct());
    }

    // Sentences name the steps that follow, not the dots and bars between them.
    private IEnumerable<string> Beyond(string nodeId, HashSet<string> seen)
    {
        var node = route.Nodes.First(node => node.Id == nodeId);
        if (node is StepNode or EndNode)
            return [node is EndNode ? Text("End") : Shown(node.Title)];
        return seen.Add(nodeId)
            ? route.Connections.Where(connection => connection.Source == nodeId).SelectMany(connection => Beyond(connection.Target, seen))
            : [];
    }

    private static string Text(string name, params object[] arguments) =>
        string.Format(CultureInfo.CurrentCulture, Texts.GetString(name, CultureInfo.CurrentUICulture) ?? name, arguments);
}
