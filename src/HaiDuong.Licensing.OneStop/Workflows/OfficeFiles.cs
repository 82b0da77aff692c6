using HaiDuong.Licensing.Domain.Staff;

namespace HaiDuong.Licensing.OneStop.Workflows;

/// <summary>
/// Reads the offices of <c>workflows/offices/</c>: letterheads, units, desks and signers as dated data. What an office's file leaves open ends with the office.
/// </summary>
internal static class OfficeFiles
{
    public static IReadOnlyList<Office> Read(WorkflowsFolder folder, List<WorkflowProblem> problems) =>
        [
            .. StrictJson
                .ReadFolder<Office>(folder, folder.Offices, (office, name) => Check(office, name).Concat(Sources(office, folder)), problems)
                .Select(file => file.File with { Units = [.. file.File.Units.Select(unit => unit with { ValidTo = unit.ValidTo ?? file.File.ValidTo })] }),
        ];

    private static IEnumerable<(string At, string Code, object[] Args)> Sources(Office office, WorkflowsFolder folder)
    {
        var known = new SharedParts(folder).Sources();
        return office.Facts.SelectMany(fact =>
            fact.Source.Split(',', StringSplitOptions.TrimEntries)
                .Where(key => !known.ContainsKey(key))
                .Select(key => (fact.Path, "SourceUnknown", new object[] { key }))
        );
    }

    private static IEnumerable<(string At, string Code, object[] Args)> Check(Office office, string name)
    {
        if (office.Key != name)
            yield return ("key", "NameNotFile", [office.Key, name]);
        if (office.ValidTo < office.ValidFrom)
            yield return ("validTo", "DatesReversed", []);
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
            if (unit.ValidFrom < office.ValidFrom || unit.ValidFrom > office.ValidTo || unit.ValidTo > office.ValidTo)
                yield return ($"units[{index}].validFrom", "UnitOutsideOffice", [unit.Key]);
        }
    }
}
