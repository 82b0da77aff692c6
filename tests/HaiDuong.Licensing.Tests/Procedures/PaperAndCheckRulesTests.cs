using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Procedures;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Procedures;

public sealed class PaperAndCheckRulesTests
{
    [Test]
    public void Missing_AsksForTheTranslationOnlyOfOtherLanguages()
    {
        var permit = FormsOfProcedures.Procedure("publishing-permit");
        var vietnamese = FormsOfProcedures.Filled(permit.Form);

        Assert.That(Missing(permit, vietnamese), Is.EqualTo(new[] { "manuscript" }));
        Assert.That(Missing(permit, vietnamese.With("languages", "vietnamese\nminority")), Is.EqualTo(new[] { "manuscript", "translation" }));
        Assert.That(Missing(permit, vietnamese.With("armedForces", "army")), Does.Contain("forcesOpinion"));
        Assert.That(Missing(permit, vietnamese, "manuscript"), Is.Empty);
    }

    [Test]
    public void Missing_LeavesOutOptionalPapers()
    {
        var bts = FormsOfProcedures.Procedure("bts-investment-approval");

        Assert.That(Missing(bts, FormsOfProcedures.Filled(bts.Form)), Is.EqualTo(new[] { "map", "lease", "design", "commitment" }));
    }

    [Test]
    public void Papers_OfTheManuscript_FollowTheVersion()
    {
        Assert.That(FormsOfProcedures.PermitOf2020.Papers.Single(paper => paper.Key == "manuscript").Originals, Is.EqualTo(3));
        Assert.That(FormsOfProcedures.Procedure("publishing-permit").Papers.Single(paper => paper.Key == "manuscript").Originals, Is.EqualTo(2));
    }

    // Case 12: the shortest of all ways from a door to a gate counts; a straight line only warns.
    [TestCase("230", "260", "180", CheckAnswer.Passed)]
    [TestCase("260", "180", "100", CheckAnswer.Failed)]
    [TestCase("200", "199.9", "150", CheckAnswer.Failed)]
    [TestCase("200", "200", "199", CheckAnswer.Passed)]
    public void Evaluate_OfTheSchoolDistance_TakesTheShortestRoad(string mainGate, string sideGate, string straightLine, CheckAnswer expected)
    {
        var game = FormsOfProcedures.Procedure("game-point-certificate");
        var school = new Dictionary<string, string>
        {
            ["name"] = "Trường THCS",
            ["mainDoorMainGate"] = mainGate,
            ["mainDoorSideGate"] = sideGate,
            ["straightLine"] = straightLine,
        };
        var inspection = FormsOfProcedures.Filled(game.InspectionForm!).WithRows("schools", [school]);

        Assert.That(Answer(game, "distance", inspection), Is.EqualTo(expected));
    }

    [Test]
    public void Evaluate_OfAFailedDistance_SaysHowFar()
    {
        var game = FormsOfProcedures.Procedure("game-point-certificate");
        var school = new Dictionary<string, string> { ["mainDoorMainGate"] = "260", ["mainDoorSideGate"] = "180" };
        var inspection = FormData.Empty.WithRows("schools", [school]);

        var reason = CheckRules.Evaluate(game, FormData.Empty, inspection).Single(outcome => outcome.Check.Key == "distance").Reasons.Single();

        Assert.That(reason.Sentence, Is.EqualTo("Khoảng cách 180 m < 200 m."));
        Assert.That(reason.Field, Is.EqualTo("schools[0].mainDoorSideGate"));
    }

    [TestCase("class2", "49.99", "areaLarge", CheckAnswer.Failed)]
    [TestCase("class2", "50", "areaLarge", CheckAnswer.Passed)]
    [TestCase("class5", "39", "areaMedium", CheckAnswer.Failed)]
    [TestCase("class5", "40", "areaMedium", CheckAnswer.Passed)]
    [TestCase("other", "29", "areaSmall", CheckAnswer.Failed)]
    [TestCase("other", "30", "areaSmall", CheckAnswer.Passed)]
    public void Evaluate_OfTheArea_DependsOnTheUrbanClass(string urbanClass, string area, string check, CheckAnswer expected)
    {
        var game = FormsOfProcedures.Procedure("game-point-certificate");
        var inspection = FormData.Empty.With("urbanClass", urbanClass).With("measuredArea", area);

        Assert.That(Answer(game, check, inspection), Is.EqualTo(expected));
        Assert.That(
            CheckRules.Evaluate(game, FormData.Empty, inspection).Count(outcome => outcome.Check.Key is "areaLarge" or "areaMedium" or "areaSmall"),
            Is.EqualTo(1)
        );
    }

    [Test]
    public void Evaluate_WithoutAnInspection_LeavesItsChecksOpen()
    {
        var game = FormsOfProcedures.Procedure("game-point-certificate");

        Assert.That(Answer(game, "distance", null), Is.EqualTo(CheckAnswer.Open));
    }

    private static CheckAnswer Answer(Procedure procedure, string key, FormData? inspection) =>
        CheckRules.Evaluate(procedure, FormData.Empty, inspection).Single(outcome => outcome.Check.Key == key).Answer;

    private static IEnumerable<string> Missing(Procedure procedure, FormData form, params string[] supplied) =>
        PaperRules.Missing(procedure, form, supplied).Select(paper => paper.Key);
}
