using System.Globalization;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Routes;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Web.Workflows;
using Route = HaiDuong.Licensing.Domain.Routes.Route;

namespace HaiDuong.Licensing.Web.Commands;

/// <summary>One thing found: where, the reason code, the sentence, and whether it forbids the use of the files.</summary>
internal sealed record CheckFinding(string File, int Line, string Code, string Message, bool IsFault);

/// <summary>Collects what is wrong in a workflows folder, file by file and between the files.</summary>
internal static class CheckCommandFindings
{
    public static IReadOnlyList<CheckFinding> Of(WorkflowsFolder folder)
    {
        var problems = ProcedureCatalogue.Problems(folder).ToList();
        RegimeFiles.Read(folder, problems);
        CalendarFiles.Read(folder, problems);
        List<CheckFinding> findings = [.. problems.Select(problem => new CheckFinding(problem.File, problem.Line, problem.Code, problem.Message, true))];
        findings.AddRange(Directory.EnumerateFiles(folder.Routes, "*.json").Order(StringComparer.Ordinal).SelectMany(path => InRoute(path, folder.Shown(path))));
        if (findings.TrueForAll(finding => !finding.IsFault))
            findings.AddRange(BetweenFiles(folder));
        return findings;
    }

    private static IEnumerable<CheckFinding> InRoute(string path, string file) =>
        RouteChecker.CheckFile(File.ReadAllText(path)).Select(finding => new CheckFinding(
            file, 1, finding.Code.ToString(), finding.Sentence(CultureInfo.CurrentUICulture), finding.Severity == RouteFindingSeverity.Refused));

    /// <summary>Each route against each procedure and office that uses it: roles and units exist, an asked agency is one of the procedure's.</summary>
    private static IEnumerable<CheckFinding> BetweenFiles(WorkflowsFolder folder)
    {
        var catalogue = ProcedureCatalogue.Load(folder);
        var routes = catalogue.RouteIds.ToDictionary(id => id, id => Route.Parse(catalogue.RouteJson(id)), StringComparer.Ordinal);
        return catalogue.Versions.SelectMany(procedure => routes[procedure.RouteId].Steps.SelectMany(step => InStep(step, procedure, catalogue.Offices)
                .Select(found => Fault($"workflows/routes/{procedure.RouteId}.json", found.Code, found.Args))))
            .Distinct();
    }

    private static IEnumerable<(string Code, object[] Args)> InStep(RouteStep step, Procedure procedure, IReadOnlyList<Office> offices)
    {
        if (step.Role is { } name && !Enum.TryParse<StaffRole>(name, out _))
        {
            yield return ("Check.RoleUnknown", [step.Id, name]);
            yield break;
        }

        var role = step.Role is null ? StaffRole.Specialist : Enum.Parse<StaffRole>(step.Role);
        if (role == StaffRole.ConsultedAgency)
        {
            if (procedure.ConsultedAgencies.All(agency => agency.Key != step.Agency))
                yield return ("Check.AgencyUnknown", [step.Id, step.Agency ?? "", procedure.Slug]);
        }
        else if (role != StaffRole.Applicant)
        {
            var unit = OfficeUnits.Of(step, role, procedure.DivisionKey);
            if (offices.All(office => office.Units.All(known => known.Key != unit)))
                yield return ("Check.UnitUnknown", [step.Id, unit]);
        }
    }

    private static CheckFinding Fault(string file, string code, object[] args) =>
        new(file, 1, code["Check.".Length..], CommandTexts.Get(code, args), true);
}
