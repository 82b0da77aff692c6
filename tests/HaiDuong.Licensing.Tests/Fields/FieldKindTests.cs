using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Tests.Architecture;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Fields;

/// <summary>A kind of field is one class and one line, and nothing else tells kinds apart.</summary>
public sealed partial class FieldKindTests
{
    [Test]
    public void Line_OfTheTypes_HasItsClass_AndEveryClassItsLine() =>
        Assert.That(
            Enum.GetValues<FieldType>().Select(type => FieldKind.Of(type).GetType()),
            Is.EquivalentTo(typeof(FieldKind).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(FieldKind)) && !type.IsAbstract))
        );

    [Test]
    public void Kinds_AreToldApartNowhereElse() =>
        Assert.That(SourceTree.Files("src", "*.cs").Where(file => Switch().IsMatch(File.ReadAllText(file))).Select(SourceTree.Short), Is.Empty);

    /// <summary>An editor offers the words of the types by the schema of procedures.</summary>
    [Test]
    public void Schema_ListsEveryType()
    {
        var schema = JsonNode.Parse(File.ReadAllText(Path.Combine(SourceTree.Root, "workflows/procedure.schema.json")))!;

        Assert.That(
            schema["$defs"]!["field"]!["properties"]!["type"]!["enum"]!.AsArray().Select(word => (string)word!),
            Is.EquivalentTo(Enum.GetNames<FieldType>().Select(JsonNamingPolicy.CamelCase.ConvertName))
        );
    }

    [GeneratedRegex(@"\bFieldType\.\w+( (when|or)[^=;]*)? =>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Switch();
}
