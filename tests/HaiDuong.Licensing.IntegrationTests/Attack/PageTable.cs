using HaiDuong.Licensing.Tests.Architecture;

namespace HaiDuong.Licensing.IntegrationTests.Attack;

/// <summary>Reads the table of which page opens to whom, which is written by hand.</summary>
internal sealed class PageTable
{
    private readonly Dictionary<string, List<(string[] Who, string[] When)>> lines;

    private PageTable(Dictionary<string, List<(string[] Who, string[] When)>> lines) => this.lines = lines;

    public IEnumerable<string> Pages => lines.Keys;

    public static PageTable Read() =>
        new(
            File.ReadLines(Path.Combine(SourceTree.Root, "tests/HaiDuong.Licensing.IntegrationTests/Attack/pages.md"))
                .Where(line => line.StartsWith("| /", StringComparison.Ordinal))
                .Select(line => line.Trim('|', ' ').Split('|', StringSplitOptions.TrimEntries))
                .GroupBy(row => row[0])
                .ToDictionary(rows => rows.Key, rows => rows.Select(row => (row[1].Split(", "), row[2].Split(", "))).ToList())
        );

    public bool IsAboutNoDossier(string page) => lines[page].TrueForAll(line => line.When.Contains("always"));

    public bool Opens(string page, string who, string state) =>
        lines[page].Exists(line => line.Who.Contains(who) && (line.When.Contains(state) || (line.When.Contains("all") && state != "draft")));
}
