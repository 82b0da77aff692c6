using System.Text.RegularExpressions;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Architecture;

/// <summary>The list of faults beside the tests: every fault has its line, and every test that a line names exists.</summary>
public sealed partial class FaultListTests
{
    private const int Faults = 75;
    private static readonly string[] Lines =
    [
        .. File.ReadAllLines(Path.Combine(SourceTree.Root, "tests", "faults.md")).Where(line => NumberedLine().IsMatch(line)),
    ];

    [Test]
    public void List_HasEveryFaultOnce() =>
        Assert.That(
            Lines.Select(line => int.Parse(NumberedLine().Match(line).Groups["number"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)),
            Is.EqualTo(Enumerable.Range(1, Faults))
        );

    [Test]
    public void EveryLine_NamesTestsThatExist_OrSaysWhyThereIsNone()
    {
        var fixtures = Directory
            .EnumerateFiles(Path.Combine(SourceTree.Root, "tests"), "*Tests.cs", SearchOption.AllDirectories)
            .ToLookup(file => Path.GetFileNameWithoutExtension(file), File.ReadAllText, StringComparer.Ordinal);

        var named = Lines
            .SelectMany(line => TestName().Matches(line))
            .Select(match => (Fixture: match.Groups["fixture"].Value, Test: match.Groups["test"].Value));

        Assert.That(named.Where(one => !fixtures[one.Fixture].Any(text => text.Contains($" {one.Test}(", StringComparison.Ordinal))), Is.Empty);
        Assert.That(
            Lines.Where(line =>
                !TestName().IsMatch(line) && !line.Contains("open:", StringComparison.Ordinal) && !line.Contains("cannot ", StringComparison.Ordinal)
            ),
            Is.Empty
        );
    }

    [GeneratedRegex(@"^\| (?<number>\d+) \|", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NumberedLine();

    [GeneratedRegex(@"`(?<fixture>\w+Tests)\.(?<test>\w+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TestName();
}
