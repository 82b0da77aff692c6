using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Tests.Architecture;

namespace HaiDuong.Licensing.Tests.Dossiers;

/// <summary>Reads the table of who may do what when, which is written by hand.</summary>
internal sealed class PermitTable
{
    private readonly HashSet<(DossierAct Act, string Who, string When)> cells;

    private PermitTable(HashSet<(DossierAct, string, string)> cells) => this.cells = cells;

    public IEnumerable<string> People => cells.Select(cell => cell.Who).Distinct();

    public IEnumerable<string> States => cells.Select(cell => cell.When).Distinct();

    public static PermitTable Read()
    {
        var rows = File.ReadLines(Path.Combine(SourceTree.Root, "tests/HaiDuong.Licensing.Tests/Dossiers/permits.md"))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| act", StringComparison.Ordinal))
            .Select(line => line.Trim('|', ' ').Split('|', StringSplitOptions.TrimEntries));
        return new PermitTable([
            .. from row in rows from who in row[1].Split(", ") from state in row[2].Split(", ") select (Enum.Parse<DossierAct>(row[0]), who, state),
        ]);
    }

    public bool Allows(DossierAct act, string who, string when) => cells.Contains((act, who, when));
}
