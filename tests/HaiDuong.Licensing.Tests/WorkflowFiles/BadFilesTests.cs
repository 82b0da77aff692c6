using System.Text.Json.Nodes;
using HaiDuong.Licensing.OneStop.Workflows;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.WorkflowFiles;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class BadFilesTests : IDisposable
{
    private const string File = "procedures/press-conference/2017-01-01/procedure.json";
    private const string Whole = "procedures/bts-investment-approval/2019-01-01/procedure.json";
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

    [TestCase(File, "noticeBefore.eventField", "\"startsAt2\"", "EventNotMoment")]
    [TestCase(File, "noticeBefore.unit", "\"day\"", "MemberWrongType")]
    [TestCase(File, "noticeBefore.amount", "\"24\"", "MemberWrongType")]
    [TestCase(File, "inForceFrom", "\"2017-02-30\"", "MemberWrongType")]
    [TestCase(File, "inForceFrom", "\"2017-01-02\"", "DateNotFolder")]
    [TestCase(File, "slug", "\"press\"", "SlugNotFolder")]
    [TestCase(File, "routeId", "\"nowhere\"", "RouteUnknown")]
    [TestCase(File, "divisionKey", "\"nobody\"", "UnitUnknown")]
    [TestCase(File, "terms", "[]", "TermNotForAll")]
    [TestCase(File, "eligible.source", "\"XX9\"", "SourceUnknown")]
    [TestCase(File, "form.rules[0].fields", "[\"nothing\"]", "FieldNotFound")]
    [TestCase(File, "checks[0].key", "\"prohibited\"", "KeyRepeated")]
    [TestCase(File, "checks[1].use", "\"press-conference.nothing\"", "UseUnknown")]
    [TestCase(File, "checks[1].use", "\"nothing.contentChecks\"", "UseUnknown")]
    [TestCase(File, "result.use", "\"press-conference.contentChecks\"", "UseNotObject")]
    [TestCase(File, "checks[1].text", "\"x\"", "UseNotObject")]
    [TestCase(Whole, "form.rules[1].other", "null", "RuleIncomplete")]
    [TestCase(Whole, "form.sections[0].fields[1].type", "\"choice\"", "OptionsWrong")]
    [TestCase(Whole, "form.sections[0].fields[1].pattern", "\"(\"", "PatternWrong")]
    public void Problems_OfASpoiltMember_TellIt(string file, string path, string json, string code)
    {
        Spoil(file, path, json);

        Assert.That(Problems().Select(problem => problem.Code), Does.Contain(code));
    }

    [Test]
    public void Problems_InASharedPart_NameTheSharedFileAndLine()
    {
        const string shared = "shared/press-conference.json";
        Replace(shared, "\"key\": \"hostTitle\"", "\"key\": \"Host title\"");

        var problems = Problems();

        Assert.That(problems.Select(problem => (problem.Code, problem.File)).Distinct(), Is.EqualTo([("KeyMalformed", $"workflows/{shared}")]));
        Assert.That(System.IO.File.ReadAllLines(Path.Combine(Root, shared))[problems[0].Line - 1], Does.Contain("Host title"));
    }

    [Test]
    public void Problems_OfASharedPartThatUsesItself_AreTold()
    {
        Replace("shared/press-conference.json", "\"hostTitle\": {", "\"hostTitle\": { \"use\": \"press-conference.hostTitle\",");

        Assert.That(Problems().Select(problem => problem.Code).Distinct(), Is.EqualTo(["UseCircle"]));
    }

    [Test]
    public void Problems_OfABrokenSharedFile_NameItsLine()
    {
        Replace("shared/press-conference.json", "\"hostTitle\": {", "\"hostTitle\": [");

        Assert.That(Problems().Select(problem => (problem.Code, problem.File)), Does.Contain(("FileNotJson", "workflows/shared/press-conference.json")));
    }

    [Test]
    public void Problems_OfAnIncludedText_NameItsFile()
    {
        const string text = "shared/texts/refusal-reasons.md";
        Replace(text, "{{ refusal.note }}", "{{ refusal.remark }}");

        Assert.That(Problems().Select(problem => (problem.Code, problem.File)).Distinct(), Is.EqualTo([("TemplateFieldUnknown", $"workflows/{text}")]));
    }

    [Test]
    public void Use_OfAPart_TakesTheMembersBesideItInstead()
    {
        var catalogue = ProcedureCatalogue.Load(new WorkflowsFolder(Root));

        var here = catalogue.InForce("press-conference", new(2026, 1, 5))!.Form.Find("hostTitle")!;
        var there = catalogue.InForce("foreign-press-conference", new(2026, 1, 5))!.Form.Find("hostTitle")!;

        Assert.That((here.Required, there.Required), Is.EqualTo((false, true)));
        Assert.That(here.Label, Is.EqualTo(there.Label));
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

    private void Spoil(string shown, string path, string json)
    {
        var file = Path.Combine(Root, shown);
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
