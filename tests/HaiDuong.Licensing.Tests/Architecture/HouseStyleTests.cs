using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Architecture;

public sealed partial class HouseStyleTests
{
    private const int Width = 160;

    private static readonly string[] BannedNames = ["Extensions", "Helpers", "Helper", "Utils", "Utilities", "Common", "Manager", "Misc"];

    [TestCase("src", 300)]
    [TestCase("tests", 400)]
    public void SourceFile_StaysShort(string folder, int mostLines) =>
        Assert.That(
            SourceTree
                .Files(folder, "*.cs")
                .Where(file => !file.Contains("/Migrations/", StringComparison.Ordinal))
                .Select(file => (File: SourceTree.Short(file), Lines: File.ReadLines(file).Count()))
                .Where(file => file.Lines > mostLines),
            Is.Empty
        );

    /// <summary>The formatter breaks code at the width that .editorconfig says; what it cannot break is a text that is longer by itself.</summary>
    [Test]
    public void Line_OfCode_StaysNarrow() =>
        Assert.That(
            SourceTree
                .Files("src", "*.cs")
                .SelectMany(file => File.ReadLines(file).Select((line, index) => (Place: $"{SourceTree.Short(file)}:{index + 1}", Line: line)))
                .Where(line => line.Line.Length > Width && LongText().Replace(line.Line, "").Length > Width)
                .Select(line => line.Place),
            Is.Empty
        );

    [Test]
    public void FileOrFolder_IsNamedByWhatItDoes() =>
        Assert.That(
            SourceTree
                .Files("src", "*.cs")
                .Select(SourceTree.Short)
                .Where(file => file.Split('/', '.').Any(part => BannedNames.Contains(part) || part.EndsWith("Manager", StringComparison.Ordinal))),
            Is.Empty
        );

    [TestCase("HaiDuong.Licensing.Domain")]
    [TestCase("HaiDuong.Licensing.Documents")]
    [TestCase("HaiDuong.Licensing.OneStop")]
    [TestCase("HaiDuong.Licensing.Demo")]
    [TestCase("HaiDuong.Licensing.Web")]
    public void Class_IsSealedAbstractOrStatic(string assembly) =>
        Assert.That(
            Assembly
                .Load(assembly)
                .GetTypes()
                .Where(type =>
                    type is { IsClass: true, IsSealed: false, IsAbstract: false }
                    && IsOurs(type)
                    && !type.Assembly.GetTypes().Any(other => other.BaseType == type)
                )
                .Select(type => type.FullName),
            Is.Empty
        );

    [TestCase("src/HaiDuong.Licensing.Domain")]
    [TestCase("src/HaiDuong.Licensing.Documents")]
    public void PublicType_HasASummary(string folder)
    {
        var silent =
            from file in SourceTree.Files(folder, "*.cs")
            from Match match in PublicType().Matches(File.ReadAllText(file))
            where !match.Groups["before"].Value.Contains("</summary>", StringComparison.Ordinal)
            select $"{SourceTree.Short(file)}: {match.Groups["name"].Value}";

        Assert.That(silent, Is.Empty);
    }

    private static bool IsOurs(Type type) =>
        type.Namespace?.StartsWith("HaiDuong", StringComparison.Ordinal) == true
        && !type.Namespace.Contains(".Migrations", StringComparison.Ordinal)
        && !type.Name.Contains('<', StringComparison.Ordinal)
        && !type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
        && !type.IsNested;

    [GeneratedRegex("\"\"\".*|\"[^\"]{20,}\"?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LongText();

    // The lines of attributes and comments that stand right above a public type of a file-scoped namespace.
    [GeneratedRegex(
        @"^(?<before>((///|\[).*\n)*)public (sealed |static |abstract |partial |readonly )*(class|record struct|record|struct|enum|interface) (?<name>\w+)",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline,
        1000
    )]
    private static partial Regex PublicType();
}
