using System.Text.RegularExpressions;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Architecture;

/// <summary>The folders of a project stand in layers: whoever follows the arrows never comes back. <c>tests/folders.sh</c> prints them.</summary>
public sealed partial class FolderTests
{
    [TestCase("HaiDuong.Licensing.Domain")]
    [TestCase("HaiDuong.Licensing.Documents")]
    [TestCase("HaiDuong.Licensing.OneStop")]
    [TestCase("HaiDuong.Licensing.Demo")]
    [TestCase("HaiDuong.Licensing.Web")]
    public void Folders_HaveNoCircle(string project)
    {
        var graph = FolderGraph.Of(project);
        foreach (var (folder, uses) in graph.Arrows)
            TestContext.Out.WriteLine($"{graph.Short(folder)} → {string.Join(", ", uses.Keys.Select(graph.Short))}");
        var circles = graph.Circles();
        TestContext.Out.WriteLine($"{project}: {graph.Arrows.Count} folders, {graph.Arrows.Sum(folder => folder.Value.Count)} arrows, {circles.Count} circles");

        Assert.That(
            circles.Select(circle =>
                string.Join(
                    "; ",
                    circle.SelectMany(folder => graph.Arrows[folder].Where(to => circle.Contains(to.Key)).Select(to => $"{folder} → {to.Key} ({to.Value})"))
                )
            ),
            Is.Empty
        );
    }

    /// <summary>The README lists the folders from the top down, for the domain from the ground up.</summary>
    [TestCase("HaiDuong.Licensing.OneStop")]
    [TestCase("HaiDuong.Licensing.Domain")]
    public void Folder_KnowsNoneAboveIt_AsTheReadmeListsThem(string project)
    {
        List<List<string>> layers = project.EndsWith("OneStop", StringComparison.Ordinal)
            ? [.. Part("The folders of the one-stop office", "The domain's folders").Split('\n').Select(Folders).Where(row => row.Count > 0).Reverse()]
            :
            [
                ["."],
                .. Folders(Part("lies at its root, then", "A dossier passes")).Select(folder => (List<string>)[folder]),
            ];
        var graph = FolderGraph.Of(project);
        int LayerOf(string folder) => layers.FindIndex(layer => layer.Contains(folder == graph.Root ? "." : graph.Short(folder).Split('.')[0]));

        var arrows = graph.Arrows.SelectMany(folder => folder.Value.Select(to => (From: folder.Key, To: to.Key, Example: to.Value))).ToList();

        Assert.That(arrows.Where(arrow => LayerOf(arrow.From) < 0 || LayerOf(arrow.To) < 0), Is.Empty, "not in the README");
        Assert.That(arrows.Where(arrow => LayerOf(arrow.From) < LayerOf(arrow.To)), Is.Empty);
    }

    private static string Part(string from, string to)
    {
        var text = File.ReadAllText(Path.Combine(SourceTree.Root, "README.md"));
        return text[text.IndexOf(from, StringComparison.Ordinal)..text.IndexOf(to, StringComparison.Ordinal)];
    }

    /// <summary>The folders that the first column of a row, or a line, names.</summary>
    private static List<string> Folders(string line) =>
        [
            .. Named()
                .Matches(
                    line.StartsWith("| `", StringComparison.Ordinal) ? line.Split('|')[1]
                    : line.StartsWith('|') || line.StartsWith("The ", StringComparison.Ordinal) ? ""
                    : line
                )
                .Select(match => match.Groups["folder"].Value),
        ];

    [GeneratedRegex(@"`(?<folder>[\w.]+)(/[^`]*)?`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named();

    [Test]
    public void Feature_NeverUsesAnotherFeature()
    {
        const string Features = "HaiDuong.Licensing.OneStop.Features.";
        const string Shared = Features + "Shared";

        var uses =
            from folder in FolderGraph.Of("HaiDuong.Licensing.OneStop").Arrows
            where folder.Key.StartsWith(Features, StringComparison.Ordinal)
            from to in folder.Value
            where to.Key.StartsWith(Features, StringComparison.Ordinal) && to.Key != Shared
            select $"{folder.Key} → {to.Key} ({to.Value})";

        Assert.That(uses, Is.Empty);
    }
}
