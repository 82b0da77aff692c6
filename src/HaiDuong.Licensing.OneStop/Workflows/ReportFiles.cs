using HaiDuong.Licensing.Domain.Reports;

namespace HaiDuong.Licensing.OneStop.Workflows;

/// <summary>Reads the forms, reporting days and indicators of the periodical reports in <c>workflows/reports/</c>.</summary>
public static class ReportFiles
{
    /// <exception cref="WorkflowFilesException">A file is wrong; it lists every problem with file and line.</exception>
    public static ReportLaws Load(WorkflowsFolder folder)
    {
        var problems = new List<WorkflowProblem>();
        var laws = Read(folder, problems);
        return problems.Count == 0 ? laws : throw new WorkflowFilesException(problems);
    }

    /// <summary>All that are right; what is wrong is added to the problems.</summary>
    public static ReportLaws Read(WorkflowsFolder folder, List<WorkflowProblem> problems) =>
        new([.. Directory.Exists(folder.Reports) ? StrictJson.ReadFolder<ReportLaw>(folder, folder.Reports, Check, problems).Select(file => file.File) : []]);

    private static IEnumerable<(string At, string Code, object[] Args)> Check(ReportLaw law, string name)
    {
        if (law.Key != name)
            yield return ("key", "NameNotFile", [law.Key, name]);
        if (law.InForce.To < law.InForce.From)
            yield return ("inForce.to", "DatesReversed", []);
        if (law.ReportingDay is { Day: < 1 or > ReportingDay.Latest })
            yield return ("reportingDay.day", "LimitsWrong", ["day"]);
        for (var form = 0; form < law.Forms.Count; form++)
        {
            foreach (var problem in ProcedureFileRules.Filled(($"forms[{form}].columns", law.Forms[form].Columns.Count)))
                yield return problem;
            for (var column = 0; column < law.Forms[form].Columns.Count; column++)
            {
                var at = $"forms[{form}].columns[{column}]";
                foreach (var problem in ProcedureFileRules.Filled(($"{at}.words", law.Forms[form].Columns[column].Words.Count)))
                    yield return problem;
                if (law.Forms[form].Columns[column] is var one && one.Cell == ReportCellKind.Figure != one.Figure.HasValue)
                    yield return (at, "LimitsWrong", ["figure"]);
            }
        }

        for (var index = 0; index < law.Indicators.Count; index++)
        {
            if (!law.Indicators[index].IsWhole)
                yield return ($"indicators[{index}]", "LimitsWrong", ["measure"]);
        }
    }
}
