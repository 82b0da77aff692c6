using System.Text.RegularExpressions;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Architecture;

/// <summary>The walks through the code that the README takes a newcomer on: as short as promised, and every file is there.</summary>
public sealed partial class WalkTests
{
    [TestCase("A dossier passes", 6)]
    [TestCase("A form field passes", 12)]
    [TestCase("A due date passes", 12)]
    public void Walk_NamesFewFiles_AndEachIsThere(string start, int most)
    {
        var readme = File.ReadAllText(Path.Combine(SourceTree.Root, "README.md"));
        var walk = readme[readme.IndexOf(start, StringComparison.Ordinal)..].Split("\n\n")[0];
        var named = Named().Matches(walk).Select(match => match.Groups["file"].Value).Distinct().ToList();

        Assert.That(named, Has.Count.InRange(3, most));
        Assert.That(
            named.Where(file => !file.Contains('<', StringComparison.Ordinal) && !file.Contains('*', StringComparison.Ordinal) && !IsThere(file)),
            Is.Empty
        );
    }

    private static bool IsThere(string file) =>
        File.Exists(Path.Combine(SourceTree.Root, "src", $"HaiDuong.Licensing.{file}"))
        || File.Exists(Path.Combine(SourceTree.Root, "src/HaiDuong.Licensing.OneStop", file))
        || Directory.EnumerateFiles(Path.Combine(SourceTree.Root, "workflows"), file.Split('/')[^1], SearchOption.AllDirectories).Any();

    [GeneratedRegex(@"`(?<file>[\w./<>*]+\.(cs|js|json|cshtml))`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named();
}
