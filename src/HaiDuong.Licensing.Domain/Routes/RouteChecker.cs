namespace HaiDuong.Licensing.Domain.Routes;

/// <summary>Checks that no dossier can get lost, doubled or stuck on a route (kiểm tra quy trình) before it is published.</summary>
public static class RouteChecker
{
    /// <summary>Everything found; the route may be published if no finding is <see cref="RouteFindingSeverity.Refused"/>.</summary>
    public static IReadOnlyList<RouteFinding> Check(Route route) => [.. new RouteStructureCheck(route).Find(), .. RouteNetSearch.FaultsOf(route)];

    /// <summary>The same for a file, with the faults that keep it from being read.</summary>
    public static IReadOnlyList<RouteFinding> CheckFile(string json)
    {
        try
        {
            return Check(Route.Parse(json));
        }
        catch (RouteFormatException fault)
        {
            return fault.Findings;
        }
    }

    /// <summary>True if no finding forbids publishing.</summary>
    public static bool Accepts(Route route) => !Check(route).Any(finding => finding.Severity == RouteFindingSeverity.Refused);

    /// <summary>An example of how a dossier comes to a node, as <c>step:Outcome</c>; empty if the route is at fault or none leads there.</summary>
    public static IReadOnlyList<string> WalkTo(Route route, string nodeId) => route.Search?.WalkTo(nodeId) ?? [];

    /// <summary>True if a dossier could have come by itself to stand as it does; only so may it be moved here from another version.</summary>
    public static bool MayStandAt(Route route, RouteState state) => route.Search?.Reaches(state) == true;

    /// <summary>Advice on what an Elsa host in its default counter flow would do wrong with a route that is right here.</summary>
    public static IReadOnlyList<RouteFinding> CheckElsaDefault(Route route) => [.. new ElsaDefaultCheck(route).Find()];
}
