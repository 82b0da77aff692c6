using System.Reflection;
using System.Text.RegularExpressions;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Architecture;

/// <summary>Who may know whom: Web → Documents, Domain; Program, Jobs, Commands → Features → Storage, Workflows, Access.</summary>
public sealed partial class ArrowTests
{
    private const string Features = "src/HaiDuong.Licensing.Web/Features";

    [Test]
    public void Domain_KnowsNothingButTimeAndTelephones() =>
        Assert.That(ForeignReferences("HaiDuong.Licensing.Domain"), Is.SubsetOf((string[])["NodaTime", "PhoneNumbers"]));

    [Test]
    public void Documents_KnowsNothingOfOurs() =>
        Assert.That(ForeignReferences("HaiDuong.Licensing.Documents").Where(name => name.StartsWith("HaiDuong", StringComparison.Ordinal)), Is.Empty);

    [Test]
    public void Feature_NeverUsesAnotherFeature()
    {
        var uses =
            from file in SourceTree.Files(Features, "*.cs*")
            let own = Path.GetRelativePath(Path.Combine(SourceTree.Root, Features), file).Split(Path.DirectorySeparatorChar)
            where own.Length > 1
            from Match match in FeatureName().Matches(File.ReadAllText(file))
            let used = match.Groups["feature"].Value
            where used != own[0] && used != "Shared" && Directory.Exists(Path.Combine(SourceTree.Root, Features, used))
            select $"{SourceTree.Short(file)} uses {used}";

        Assert.That(uses, Is.Empty);
    }

    [Test]
    public void Act_NeverSeesTheWebFramework() =>
        Assert.That(Naming(Features, "*.cs", WebFramework(), file => !file.EndsWith(".cshtml.cs", StringComparison.Ordinal)), Is.Empty);

    [Test]
    public void Page_NeverSeesTheDatabase() =>
        Assert.That(Naming(Features, "*.cshtml*", Database(), _ => true), Is.Empty);

    [Test]
    public void Hangfire_IsNamedOnlyByProgramAndJobs() =>
        Assert.That(
            Naming("src", "*.cs", Hangfire(), file => !file.EndsWith("Program.cs", StringComparison.Ordinal) && !file.Contains("/Jobs/", StringComparison.Ordinal)),
            Is.Empty);

    private static IEnumerable<string> ForeignReferences(string assembly) =>
        Assembly.Load(assembly).GetReferencedAssemblies()
            .Select(reference => reference.Name!)
            .Where(name => !name.StartsWith("System.", StringComparison.Ordinal) && name is not ("System" or "netstandard" or "mscorlib"));

    private static IEnumerable<string> Naming(string folder, string pattern, Regex words, Func<string, bool> held) =>
        SourceTree.Files(folder, pattern).Where(held).Where(file => words.IsMatch(File.ReadAllText(file))).Select(SourceTree.Short);

    [GeneratedRegex(@"\bFeatures\.(?<feature>\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FeatureName();

    [GeneratedRegex(@"Microsoft\.AspNetCore|\bHttpContext\b|\bIFormFile\b|\bPageModel\b|\bIActionResult\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WebFramework();

    [GeneratedRegex(@"\w*DbContext\b|EntityFrameworkCore|\bNpgsql\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Database();

    /// <summary>A fault in any other one would end the web program, or leave its work undone for ever.</summary>
    [Test]
    public void BackgroundService_IsAlwaysASupervisedOne() =>
        Assert.That(
            Naming("src", "*.cs", Unsupervised(), file => !file.EndsWith("Jobs/SupervisedService.cs", StringComparison.Ordinal)),
            Is.Empty);

    [GeneratedRegex(@"[:,]\s*(BackgroundService|IHostedService|IHostedLifecycleService)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Unsupervised();

    [GeneratedRegex(@"\bHangfire\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hangfire();
}
