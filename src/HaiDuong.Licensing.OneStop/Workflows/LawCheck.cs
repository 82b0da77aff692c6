using HaiDuong.Licensing.Domain.Routes;
using Route = HaiDuong.Licensing.Domain.Routes.Route;

namespace HaiDuong.Licensing.OneStop.Workflows;

/// <summary>Looks at every file of <c>workflows/</c> that an office runs by, as its start does.</summary>
public static class LawCheck
{
    /// <summary>The slips that acts and pages print under every regime.</summary>
    private static readonly string[] Slips = ["apology", "control", "receipt", "refusal", "register", "stop", "supplement", "supplied", "transfer", "report"];

    /// <summary>What the office cannot run with. A folder that is not there at all is a problem of its own.</summary>
    /// <param name="folder">The files.</param>
    /// <param name="isPublished">Routes that were checked when they were published are not checked again.</param>
    public static IReadOnlyList<WorkflowProblem> Faults(WorkflowsFolder folder, Func<Route, bool> isPublished)
    {
        string[] needed =
        [
            folder.Procedures,
            folder.Routes,
            folder.Slips,
            folder.Calendars,
            folder.Regimes,
            folder.Offices,
            folder.Maps,
            folder.Publicity,
            folder.Reports,
        ];
        var problems = needed.Where(place => !Directory.Exists(place)).Select(place => Missing(folder, place)).ToList();
        if (problems.Count > 0)
            return problems;
        problems.AddRange(ProcedureCatalogue.Problems(folder).Where(problem => !problem.IsAdvice));
        _ = RegimeFiles.Read(folder, problems);
        _ = CalendarFiles.Read(folder, problems);
        _ = MapFiles.Read(folder, problems);
        _ = PublicityFiles.Read(folder, problems);
        _ = ReportFiles.Read(folder, problems);
        var routes = Routes(folder, problems).ToList();
        if (problems.Count == 0)
        {
            var catalogue = ProcedureCatalogue.Load(folder);
            var publishing = new RoutePublishing(catalogue.Versions, catalogue.Organisation);
            problems.AddRange(
                routes
                    .Where(route => !isPublished(route))
                    .SelectMany(route => publishing.Check(route, folder.Shown(PathOf(folder, route.Id))))
                    .Where(problem => !problem.IsAdvice && problem.Code != RoutePublishing.FactMayBeMissing)
            );
        }

        return problems;
    }

    /// <summary>The slips that are not there: the office runs, and whoever prints one is refused.</summary>
    public static IEnumerable<WorkflowProblem> MissingSlips(WorkflowsFolder folder) =>
        from regime in Directory
            .EnumerateFiles(folder.Regimes, "*.json")
            .Select(Path.GetFileNameWithoutExtension)
            .Where(name => !name!.EndsWith(".schema", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
        from slip in Slips
        let path = Path.Combine(folder.Slips, regime, $"{slip}.md")
        where !File.Exists(path)
        select WorkflowProblem.At(folder.Shown(path), 1, "SlipMissing");

    private static IEnumerable<Route> Routes(WorkflowsFolder folder, List<WorkflowProblem> problems)
    {
        foreach (var path in Directory.EnumerateFiles(folder.Routes, "*.json").Order(StringComparer.Ordinal))
        {
            Route? route = null;
            try
            {
                route = Route.Parse(File.ReadAllText(path));
                if (route.Id != Path.GetFileNameWithoutExtension(path))
                    problems.Add(WorkflowProblem.At(folder.Shown(path), 1, "RouteNameNotFile", route.Id, Path.GetFileNameWithoutExtension(path)));
            }
            catch (RouteFormatException wrong)
            {
                problems.Add(
                    wrong.Findings.Count > 0
                        ? WorkflowProblem.Of(wrong.Findings[0], folder.Shown(path))
                        : WorkflowProblem.At(folder.Shown(path), 1, "FileNotJson", wrong.Message)
                );
            }

            if (route is not null)
                yield return route;
        }
    }

    private static string PathOf(WorkflowsFolder folder, string route) => Path.Combine(folder.Routes, $"{route}.json");

    private static WorkflowProblem Missing(WorkflowsFolder folder, string place) =>
        WorkflowProblem.At(folder.Shown(place), 1, "FileMissing", folder.Shown(place));
}
