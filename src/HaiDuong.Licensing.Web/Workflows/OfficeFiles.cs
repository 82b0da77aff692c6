using HaiDuong.Licensing.Domain.Staff;

namespace HaiDuong.Licensing.Web.Workflows;

/// <summary>Reads the offices of <c>workflows/offices/</c>: letterheads, units and signers as dated data.</summary>
internal static class OfficeFiles
{
    public static IReadOnlyList<Office> Read(WorkflowsFolder folder, List<WorkflowProblem> problems)
    {
        var offices = new List<Office>();
        foreach (var path in Directory.EnumerateFiles(folder.Offices, "*.json").Order(StringComparer.Ordinal))
        {
            var file = folder.Shown(path);
            var utf8 = File.ReadAllBytes(path);
            if (StrictJson.Read<Office>(utf8, file, problems) is not { } office)
                continue;

            var lines = new JsonLines(utf8);
            foreach (var (at, code, args) in Check(office))
                problems.Add(WorkflowProblem.At(file, lines.Of(at), code, args));
            offices.Add(office);
        }

        return offices;
    }

    private static IEnumerable<(string At, string Code, object[] Args)> Check(Office office)
    {
        foreach (var problem in ProcedureFileRules.Repeated(office.Units.Select(unit => unit.Key), "units"))
            yield return problem;
        for (var index = 0; index < office.Units.Count; index++)
        {
            var unit = office.Units[index];
            if (unit.ValidTo < unit.ValidFrom)
                yield return ($"units[{index}].validTo", "DatesReversed", []);
            if (unit.Successor is { } key && office.Units.All(other => other.Key != key))
                yield return ($"units[{index}].successor", "UnitUnknown", [key]);
        }
    }
}
