using HaiDuong.Licensing.Domain.Staff;

namespace HaiDuong.Licensing.Web.Workflows;

/// <summary>Reads the offices of <c>workflows/offices/</c>: letterheads, units and signers as dated data.</summary>
internal static class OfficeFiles
{
    public static IReadOnlyList<Office> Read(WorkflowsFolder folder, List<WorkflowProblem> problems) =>
        [.. StrictJson.ReadFolder<Office>(folder, folder.Offices, (office, _) => Check(office), problems).Select(file => file.File)];

    private static IEnumerable<(string At, string Code, object[] Args)> Check(Office office)
    {
        var titles = office.SignerTitles.Select((title, index) => ($"signerTitles[{index}].lines", title.Lines.Count));
        foreach (var problem in ProcedureFileRules.Filled([("units", office.Units.Count), ("signerTitles", office.SignerTitles.Count), .. titles]))
            yield return problem;
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
