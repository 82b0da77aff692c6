using System.Text.Json.Nodes;
using HaiDuong.Licensing.Web.Workflows;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.WorkflowFiles;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class BadFilesTests : IDisposable
{
    private const string File = "procedures/press-conference/2017-01-01/procedure.json";
    private readonly WorkflowsCopy copy = new();

    private string Root => copy.Root;

    public void Dispose() => copy.Dispose();

    [Test]
    public void Load_WithAnUnknownMember_NamesFileLineAndMember()
    {
        Replace(File, "\"sets\": 1,", "\"sets\": 1,\n  \"colour\": \"red\",");

        var problem = Problems().Single();

        Assert.That(problem.Code, Is.EqualTo("MemberUnknown"));
        Assert.That(problem.File, Is.EqualTo($"workflows/{File}"));
        Assert.That(System.IO.File.ReadAllLines(Path.Combine(Root, File))[problem.Line - 1], Does.Contain("colour"));
        Assert.That(problem.Message, Does.StartWith("Mục “colour” không được dùng"));
        Assert.That(() => ProcedureCatalogue.Load(new WorkflowsFolder(Root)), Throws.InstanceOf<WorkflowFilesException>());
    }

    [TestCase("form.sections[1].fields[0].key", "\"startsAt2\"", "EventNotMoment")]
    [TestCase("noticeBefore.unit", "\"day\"", "MemberWrongType")]
    [TestCase("noticeBefore.amount", "\"24\"", "MemberWrongType")]
    [TestCase("inForceFrom", "\"2017-02-30\"", "MemberWrongType")]
    [TestCase("inForceFrom", "\"2017-01-02\"", "DateNotFolder")]
    [TestCase("slug", "\"press\"", "SlugNotFolder")]
    [TestCase("routeId", "\"nowhere\"", "RouteUnknown")]
    [TestCase("divisionKey", "\"nobody\"", "UnitUnknown")]
    [TestCase("terms", "[]", "TermNotForAll")]
    [TestCase("eligible.source", "\"XX9\"", "SourceUnknown")]
    [TestCase("form.rules[0].fields[0]", "\"nothing\"", "FieldNotFound")]
    [TestCase("form.rules[0].other", "null", "RuleIncomplete")]
    [TestCase("checks[0].key", "\"prohibited\"", "KeyRepeated")]
    [TestCase("form.sections[0].fields[0].type", "\"choice\"", "OptionsWrong")]
    [TestCase("form.sections[0].fields[0].pattern", "\"(\"", "PatternWrong")]
    public void Problems_OfASpoiltMember_TellIt(string path, string json, string code)
    {
        Spoil(path, json);

        Assert.That(Problems().Select(problem => problem.Code), Does.Contain(code));
    }

    [Test]
    public void Problems_OfAMissingMember_NameIt()
    {
        Replace(File, "\"sets\": 1,", "");

        Assert.That(Problems().Single().Message, Is.EqualTo("Thiếu mục bắt buộc “sets”."));
    }

    [Test]
    public void Problems_OfBrokenJson_NameTheLine()
    {
        Replace(File, "\"sets\": 1,", "\"sets\": 1;");

        var problem = Problems().Single();

        Assert.That((problem.Code, problem.Line > 10), Is.EqualTo(("FileNotJson", true)));
    }

    [Test]
    public void Problems_OfATemplateWithAnUnknownField_NameTheLine()
    {
        var file = "procedures/press-conference/2017-01-01/result.md";
        Replace(file, "{{ decision.place }}", "{{ decision.plaze }}");

        var problem = Problems().Single();

        Assert.That(problem.Code, Is.EqualTo("TemplateFieldUnknown"));
        Assert.That(System.IO.File.ReadAllLines(Path.Combine(Root, file))[problem.Line - 1], Does.Contain("decision.plaze"));
    }

    [Test]
    public void Problems_OfOverlappingVersions_AreTold()
    {
        Replace("procedures/publishing-permit/2020-04-01/procedure.json", "\"2025-06-30\"", "\"2025-07-01\"");

        Assert.That(Problems().Single().Code, Is.EqualTo("VersionsOverlap"));
    }

    private IReadOnlyList<WorkflowProblem> Problems() => ProcedureCatalogue.Problems(new WorkflowsFolder(Root));

    private void Replace(string file, string old, string text) => copy.Replace(file, old, text);

    private void Spoil(string path, string json)
    {
        var file = Path.Combine(Root, File);
        var document = JsonNode.Parse(System.IO.File.ReadAllText(file))!;
        var node = document;
        var parts = path.Replace("[", ".[", StringComparison.Ordinal).Split('.');
        foreach (var part in parts[..^1])
            node = part[0] == '[' ? node![int.Parse(part[1..^1], System.Globalization.CultureInfo.InvariantCulture)] : node![part];
        var value = JsonNode.Parse(json);
        if (parts[^1][0] == '[')
            node![int.Parse(parts[^1][1..^1], System.Globalization.CultureInfo.InvariantCulture)] = value;
        else if (value is null)
            node!.AsObject().Remove(parts[^1]);
        else
            node![parts[^1]] = value;
        System.IO.File.WriteAllText(file, document.ToJsonString(new() { WriteIndented = true }));
    }
}
