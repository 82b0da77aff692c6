using System.Text.Json.Nodes;
using HaiDuong.Licensing.Domain.Routes;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Routes;

public sealed class RouteFileTests
{
    private const string Small = """
        start -> a
        a -> end
        """;

    [Test]
    public void ToJson_WithMembersThisProgramDoesNotKnow_KeepsThemVerbatim()
    {
        var definition = RouteSketch.Definition(Small);
        definition["options"] = new JsonObject { ["autoUpdateConsumingWorkflows"] = true };
        definition["root"]!["activities"]![0]!["novelty"] = new JsonObject { ["price"] = JsonNode.Parse("1.50") };
        var json = definition.ToJsonString();

        Assert.That(Route.Parse(json).ToJson(), Is.EqualTo(json));
    }

    [Test]
    public void WithVersion_ChangesTheVersionAlone()
    {
        var definition = RouteSketch.Definition(Small);
        definition["root"]!["activities"]![0]!["novelty"] = "kept";

        var next = JsonNode.Parse(Route.Parse(definition.ToJsonString()).WithVersion(7, published: true).ToJson())!;

        Assert.That((next["version"]!.GetValue<int>(), next["isPublished"]!.GetValue<bool>()), Is.EqualTo((7, true)));
        Assert.That(JsonNode.DeepEquals(next["root"], definition["root"]), Is.True);
    }

    [Test]
    public void Hash_WithOtherWhiteSpaceOrOrderOfMembers_IsTheSame()
    {
        var definition = RouteSketch.Definition(Small);
        var shuffled = new JsonObject(definition.Reverse().Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));

        Assert.That(Route.Parse(shuffled.ToString()).Hash, Is.EqualTo(Route.Parse(definition.ToJsonString()).Hash));
    }

    [Test]
    public void Hash_WithOneStepChanged_IsAnother()
    {
        var changed = RouteSketch.Route(
            """
            start -> b
            b -> end
            """
        );

        Assert.That(changed.Hash, Is.Not.EqualTo(RouteSketch.Route(Small).Hash));
    }

    [TestCase(
        """[{"source":{"activity":"start","port":"Done"},"target":{"activity":"a","port":"In"}},{"source":{"activity":"a","port":"Done"},"target":{"activity":"end"}}]"""
    )]
    [TestCase("""[{"source":"start","target":"a","sourcePort":"Done","targetPort":"In"},{"source":"a","target":"end","sourcePort":"Done"}]""")]
    [TestCase(
        """{"$values":[{"source":{"activity":"start","port":"Done"},"target":{"activity":"a"}},{"source":{"activity":"a","port":"Done"},"target":{"activity":"end"}}]}"""
    )]
    public void Parse_WithEachShapeOfConnections_ReadsThem(string connections)
    {
        var definition = RouteSketch.Definition(Small);
        definition["root"]!["connections"] = JsonNode.Parse(connections);

        Assert.That(Route.Parse(definition.ToJsonString()).Connections, Is.EqualTo(RouteSketch.Route(Small).Connections));
    }

    [Test]
    public void Parse_WithEveryInput_ReadsTheStep()
    {
        var definition = RouteSketch.Definition(
            """
            a = ConsultAgency
            start -> a
            a -> end
            """
        );
        var activity = definition["root"]!["activities"]!.AsArray().Single(one => one!["id"]!.GetValue<string>() == "a")!;
        activity["title"] = RouteSketch.Input("Literal", "Lấy ý kiến Công an tỉnh");
        activity["unit"] = RouteSketch.Input("Literal", "bcxb");
        activity["agency"] = RouteSketch.Input("Literal", "Công an tỉnh");
        activity["budgetHours"] = RouteSketch.Input("Literal", 12.5);
        activity["nationalStatus"] = 4;

        var step = Route.Parse(definition.ToJsonString()).Step("a");

        Assert.That(
            step,
            Is.EqualTo(
                new RouteStep(
                    "a",
                    StepKind.ConsultAgency,
                    "Lấy ý kiến Công an tỉnh",
                    "specialist",
                    "bcxb",
                    new StepBudget(12.5m, null),
                    4,
                    step.Outcomes,
                    "a",
                    "Công an tỉnh"
                )
            )
        );
        Assert.That(step.Outcomes, Is.EqualTo(new[] { "Done" }));
    }

    [TestCase(StepKind.ReceiveDossier, 1)]
    [TestCase(StepKind.AssignDossier, 2)]
    [TestCase(StepKind.RequestSupplement, 5)]
    [TestCase(StepKind.CollectFee, 6)]
    [TestCase(StepKind.StopProcessing, 8)]
    [TestCase(StepKind.ReturnResult, 9)]
    [TestCase(StepKind.AppraiseDossier, 4)]
    public void NationalStatus_OfEachKind_IsItsDefault(StepKind kind, int status) => Assert.That(StepCatalogue.NationalStatus(kind), Is.EqualTo(status));

    [Test]
    public void Parse_WithAHugeFile_IsRefused() => AssertRefused(new string(' ', Route.MaximumLength + 1), RouteFindingCode.TooLarge);

    [Test]
    public void Parse_WithADeepFile_IsRefused() =>
        AssertRefused(string.Concat(Enumerable.Repeat("""{"root":""", 5_000)) + "1" + new string('}', 5_000), RouteFindingCode.NotJson);

    [Test]
    public void Parse_WithAMemberTwice_IsRefused() => AssertRefused("""{"root":{},"root":{}}""", RouteFindingCode.NotJson);

    [Test]
    public void Parse_WithThousandsOfNodes_IsRefused() =>
        AssertRefused(
            RouteSketch.Json(string.Join('\n', Enumerable.Range(0, 400).Select(number => $"n{number} -> n{number + 1}"))),
            RouteFindingCode.TooManyNodes
        );

    [TestCase("JavaScript")]
    [TestCase("CSharp")]
    [TestCase("Liquid")]
    [TestCase("Python")]
    public void Parse_WithAScript_IsRefusedInBothLanguages(string type)
    {
        var definition = RouteSketch.Definition(Small);
        definition["root"]!["activities"]![1]!["role"] = RouteSketch.Input(type, "1+1");

        var finding = RouteChecker.CheckFile(definition.ToJsonString()).Single();

        Assert.That(finding.Code, Is.EqualTo(RouteFindingCode.ScriptRefused));
        Assert.That(finding.Vietnamese, Does.Contain(type).And.Contain("không được phép"));
        Assert.That(finding.English, Does.Contain(type).And.Contain("may not run"));
    }

    [Test]
    public void Findings_OfEveryCode_HaveASentenceInBothLanguages()
    {
        foreach (var code in Enum.GetValues<RouteFindingCode>())
        {
            var finding = new RouteFinding(code, RouteFindingSeverity.Refused, "node", ["one", "two"], []);
            Assert.That(finding.Vietnamese, Is.Not.EqualTo(code.ToString()).And.Not.EqualTo(finding.English), code.ToString());
        }
    }

    private static void AssertRefused(string json, RouteFindingCode code)
    {
        var fault = Assert.Throws<RouteFormatException>(() => Route.Parse(json));

        Assert.That(fault!.Findings.Single().Code, Is.EqualTo(code));
    }
}
