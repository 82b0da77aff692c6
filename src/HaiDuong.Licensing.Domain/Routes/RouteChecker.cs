namespace HaiDuong.Licensing.Domain.Routes;

/// <summary>Checks that no dossier can get lost, doubled or stuck on a route (kiểm tra quy trình) before it is published.</summary>
public static class RouteChecker
{
    /// <summary>Everything found; the route may be published if no finding is <see cref="RouteFindingSeverity.Refused"/>.</summary>
    public static IReadOnlyList<RouteFinding> Check(Route route) => [.. new RouteStructureCheck(route).Find(), .. new RouteNetSearch(route).Find()];

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

    /// <summary>Advice on what an Elsa host in its default counter flow would do wrong with a route that is right here.</summary>
    public static IReadOnlyList<RouteFinding> CheckElsaDefault(Route route) => [.. new ElsaDefaultCheck(route).Find()];
}
