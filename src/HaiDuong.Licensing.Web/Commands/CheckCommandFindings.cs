using HaiDuong.Licensing.Domain.Routes;
using HaiDuong.Licensing.OneStop.Workflows;
using Route = HaiDuong.Licensing.Domain.Routes.Route;

namespace HaiDuong.Licensing.Web.Commands;

/// <summary>Collects what is wrong in a workflows folder, file by file and between the files.</summary>
internal static class CheckCommandFindings
{
    public static IReadOnlyList<WorkflowProblem> Of(WorkflowsFolder folder, HeldRoles? holders, bool withElsaDefault)
    {
        List<WorkflowProblem> problems = [.. ProcedureCatalogue.Problems(folder)];
        RegimeFiles.Read(folder, problems);
        CalendarFiles.Read(folder, problems);
        MapFiles.Read(folder, problems);
        PublicityFiles.Read(folder, problems);
        ReportFiles.Read(folder, problems);
        problems.AddRange(LawCheck.MissingSlips(folder));
        foreach (var path in Directory.EnumerateFiles(folder.Routes, "*.json").Order(StringComparer.Ordinal))
            problems.AddRange(InFile(File.ReadAllText(path), folder.Shown(path), withElsaDefault));
        if (problems.TrueForAll(problem => problem.IsAdvice))
            problems.AddRange(BetweenFiles(folder, holders));
        return [.. problems.Distinct()];
    }

    /// <summary>What is wrong with one definition for itself, without the procedures that use it.</summary>
    public static IEnumerable<WorkflowProblem> InFile(string json, string file, bool withElsaDefault)
    {
        var findings = RouteChecker.CheckFile(json);
        var isReadable = withElsaDefault && !findings.Any(finding => finding.Severity == RouteFindingSeverity.Refused);
        return findings.Concat(isReadable ? RouteChecker.CheckElsaDefault(Route.Parse(json)) : []).Select(finding => WorkflowProblem.Of(finding, file));
    }

    private static IEnumerable<WorkflowProblem> BetweenFiles(WorkflowsFolder folder, HeldRoles? holders)
    {
        var catalogue = ProcedureCatalogue.Load(folder);
        catalogue.Take(holders?.Announced ?? []);
        var publishing = new RoutePublishing(catalogue.Versions, catalogue.Organisation, holders);
        foreach (var id in catalogue.RouteIds)
        {
            var file = folder.Shown(Path.Combine(folder.Routes, $"{id}.json"));
            var route = Route.Parse(catalogue.RouteJson(id));
            if (route.Id != id)
                yield return WorkflowProblem.At(file, 1, "RouteNameNotFile", route.Id, id);
            foreach (var problem in publishing.Check(route, file))
                yield return problem;
        }
    }
}
