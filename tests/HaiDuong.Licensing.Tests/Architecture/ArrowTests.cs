using System.Reflection;
using System.Text.RegularExpressions;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Architecture;

/// <summary>Who may know what lies outside: the domain, the documents, acts and pages.</summary>
public sealed partial class ArrowTests
{
    private const string Features = "src/HaiDuong.Licensing.OneStop/Features";

    /// <summary>The features, and what several of them share.</summary>
    private static readonly string[] Offices = [Features, .. new[] { "Acts", "Filing", "Desks" }.Select(folder => $"src/HaiDuong.Licensing.OneStop/{folder}")];

    [Test]
    public void Domain_KnowsNothingButTimeAndTelephones() =>
        Assert.That(ForeignReferences("HaiDuong.Licensing.Domain"), Is.SubsetOf((string[])["NodaTime", "PhoneNumbers"]));

    [Test]
    public void Documents_KnowsNothingOfOurs() =>
        Assert.That(ForeignReferences("HaiDuong.Licensing.Documents").Where(name => name.StartsWith("HaiDuong", StringComparison.Ordinal)), Is.Empty);

    /// <summary>The office runs without its demo, and the demo without the program that serves the pages.</summary>
    [TestCase("HaiDuong.Licensing.OneStop", "HaiDuong.Licensing.Documents", "HaiDuong.Licensing.Domain")]
    [TestCase("HaiDuong.Licensing.Demo", "HaiDuong.Licensing.Documents", "HaiDuong.Licensing.Domain", "HaiDuong.Licensing.OneStop")]
    public void Project_KnowsOnlyThoseBelowIt(string project, params string[] below) =>
        Assert.That(ForeignReferences(project).Where(name => name.StartsWith("HaiDuong", StringComparison.Ordinal)), Is.SubsetOf(below));

    [Test]
    public void Act_NeverSeesTheWebFramework() =>
        Assert.That(
            Offices.SelectMany(folder => Naming(folder, "*.cs", WebFramework(), file => !file.EndsWith(".cshtml.cs", StringComparison.Ordinal))),
            Is.Empty
        );

    [Test]
    public void Page_NeverSeesTheDatabase() => Assert.That(Naming(Features, "*.cshtml*", Database(), _ => true), Is.Empty);

    [Test]
    public void Hangfire_IsNamedOnlyByProgramAndJobs() =>
        Assert.That(
            Naming("src", "*.cs", Hangfire(), file =>
                !file.EndsWith("Program.cs", StringComparison.Ordinal) && !file.Contains("/Jobs/", StringComparison.Ordinal)
            ),
            Is.Empty
        );

    private static IEnumerable<string> ForeignReferences(string assembly) =>
        Assembly
            .Load(assembly)
            .GetReferencedAssemblies()
            .Select(reference => reference.Name!)
            .Where(name => !name.StartsWith("System.", StringComparison.Ordinal) && name is not ("System" or "netstandard" or "mscorlib"));

    private static IEnumerable<string> Naming(string folder, string pattern, Regex words, Func<string, bool> held) =>
        SourceTree.Files(folder, pattern).Where(held).Where(file => words.IsMatch(File.ReadAllText(file))).Select(SourceTree.Short);

    [GeneratedRegex(@"Microsoft\.AspNetCore|\bHttpContext\b|\bIFormFile\b|\bPageModel\b|\bIActionResult\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WebFramework();

    [GeneratedRegex(@"\w*DbContext\b|EntityFrameworkCore|\bNpgsql\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Database();

    /// <summary>A fault in any other one would end the web program, or leave its work undone for ever.</summary>
    [Test]
    public void BackgroundService_IsAlwaysASupervisedOne() =>
        Assert.That(Naming("src", "*.cs", Unsupervised(), file => !file.EndsWith("Jobs/SupervisedService.cs", StringComparison.Ordinal)), Is.Empty);

    [GeneratedRegex(@"[:,]\s*(BackgroundService|IHostedService|IHostedLifecycleService)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Unsupervised();

    [GeneratedRegex(@"\bHangfire\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hangfire();
}
