using HaiDuong.Licensing.Domain.Routes;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Routes;

public sealed class DossierExpressionTests
{
    private static readonly RouteFacts Facts = new(
        ("form.kind", "A"),
        ("form.copies", "20"),
        ("fees.due", "0"),
        ("form.date", "2026-03-01"),
        ("form.agreed", "true"),
        ("procedure.code", "1.003868")
    );

    [TestCase("""form.kind == "A" """, true)]
    [TestCase("form.kind != 'A'", false)]
    [TestCase("form.copies > 9", true)]
    [TestCase("form.copies >= 20.0 and form.copies <= 20", true)]
    [TestCase("fees.due > 0 or form.agreed", true)]
    [TestCase("not form.agreed", false)]
    [TestCase("not not form.agreed", true)]
    [TestCase("form.date < '2026-10-01'", true)]
    [TestCase("""form.kind in ["B", "A"]""", true)]
    [TestCase("form.copies in [1, 2]", false)]
    [TestCase("(form.kind == 'B' or form.kind == 'A') and fees.due == 0", true)]
    [TestCase("form.kind == 'B' and form.missing == '1'", false)]
    [TestCase("has form.missing and form.missing == '1'", false)]
    [TestCase("has form.kind", true)]
    [TestCase("true", true)]
    public void Decision_WithAReadableCondition_FollowsIt(string condition, bool expected)
    {
        var state = Start(condition);

        Assert.That(state.Waiting.Single().StepId, Is.EqualTo(expected ? "yes" : "no"));
    }

    [TestCase("form.missing == '1'")]
    [TestCase("form.missing in ['1']")]
    [TestCase("not form.missing")]
    [TestCase("form.kind == 'A' and form.missing > 1")]
    public void Decision_WithAMissingFact_NamesIt(string condition)
    {
        var state = Start(condition);

        Assert.That(state.Held.Single().MissingFact, Is.EqualTo("form.missing"));
    }

    [TestCase("")]
    [TestCase("form.kind =")]
    [TestCase("form.kind == ")]
    [TestCase("secret.password == '1'")]
    [TestCase("form")]
    [TestCase("form.kind == 'A'; drop")]
    [TestCase("form.kind.ToString()")]
    [TestCase("(form.kind == 'A'")]
    [TestCase("form.kind in []")]
    [TestCase("form.kind in [form.copies]")]
    [TestCase("'open")]
    [TestCase("has 'x'")]
    public void Parse_WithAnUnreadableCondition_IsRefused(string condition)
    {
        var findings = RouteChecker.CheckFile(Json(condition));

        Assert.That(findings.Select(finding => finding.Code), Is.EqualTo(new[] { RouteFindingCode.ExpressionUnreadable }));
    }

    [Test]
    public void Parse_WithAConditionNestedWithoutEnd_IsRefused()
    {
        var condition = new string('(', 400) + "true" + new string(')', 400);

        Assert.That(RouteChecker.CheckFile(Json(condition)).Single().Code, Is.EqualTo(RouteFindingCode.ExpressionUnreadable));
    }

    private static RouteState Start(string condition) => RouteRunner.Start(Route.Parse(Json(condition)), Facts);

    private static string Json(string condition)
    {
        var definition = RouteSketch.Definition(
            """
            d = FlowDecision x
            start -> d
            d:True -> yes
            d:False -> no
            yes -> end
            no -> end
            """
        );
        definition["root"]!["activities"]!.AsArray().Single(activity => activity!["id"]!.GetValue<string>() == "d")!["condition"] = RouteSketch.Input(
            "Dossier",
            condition
        );
        return definition.ToJsonString();
    }
}
