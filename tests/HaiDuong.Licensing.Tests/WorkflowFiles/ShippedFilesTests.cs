using HaiDuong.Licensing.Domain.Routes;
using HaiDuong.Licensing.Web.Workflows;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.WorkflowFiles;

public sealed class ShippedFilesTests
{
    private static readonly WorkflowsFolder Folder = WorkflowsFolder.Find(AppContext.BaseDirectory);
    private static readonly string[] Slugs =
        ["bts-investment-approval", "foreign-press-conference", "game-point-certificate", "press-conference", "publishing-permit"];

    private static readonly string[] SlipNames = ["receipt", "supplement", "refusal", "apology", "stop", "control", "register"];
    private static readonly string[] RouteIds = ["standard-licence", "press-conference", "bts-approval", "certificate-with-inspection"];

    [Test]
    public void ShippedFiles_HaveNoProblem() =>
        Assert.That(ProcedureCatalogue.Problems(Folder).Select(problem => problem.ToString()), Is.Empty);

    [Test]
    public void All_NamesEveryProcedureInForce() =>
        Assert.That(ProcedureCatalogue.Load(Folder).All(new LocalDate(2026, 3, 2)).Select(procedure => procedure.Slug).Order(), Is.EqualTo(Slugs));

    [Test]
    public void InForce_GivesTheVersionOfTheDay()
    {
        var catalogue = ProcedureCatalogue.Load(Folder);

        Assert.That(catalogue.InForce("publishing-permit", new LocalDate(2025, 6, 30))!.InForceFrom, Is.EqualTo(new LocalDate(2020, 4, 1)));
        Assert.That(catalogue.InForce("publishing-permit", new LocalDate(2025, 7, 1))!.InForceFrom, Is.EqualTo(new LocalDate(2025, 7, 1)));
        Assert.That(catalogue.InForce("publishing-permit", new LocalDate(2020, 3, 31)), Is.Null);
        Assert.That(() => catalogue.Version("publishing-permit", new LocalDate(2024, 1, 1)), Throws.InstanceOf<KeyNotFoundException>());
    }

    [Test]
    public void Slip_ExistsForEveryFormOfBothRegimes([Values("nd61-2018", "nd118-2025")] string regime, [ValueSource(nameof(SlipNames))] string name) =>
        Assert.That(ProcedureCatalogue.Load(Folder).Slip(regime, name).Fields, Is.Not.Empty);

    [Test]
    public void Route_PassesTheChecker([ValueSource(nameof(RouteIds))] string id)
    {
        var route = Route.Parse(ProcedureCatalogue.Load(Folder).RouteJson(id));

        Assert.That(RouteChecker.Check(route).Select(finding => finding.Vietnamese), Is.Empty);
        Assert.That(RouteChecker.CheckElsaDefault(route).Select(finding => finding.Vietnamese), Is.Empty);
        Assert.That(route.Id, Is.EqualTo(id));
        Assert.That(route.Steps.Where(step => step.Budget is not null).Select(step => step.Budget!.ShareOfTerm).Where(share => share is null), Is.Empty);
    }

    [Test]
    public void Facts_AreAllUnverifiedAndSourced()
    {
        foreach (var procedure in ProcedureCatalogue.Load(Folder).Versions)
        {
            Assert.That(procedure.Facts, Has.Count.GreaterThan(15), procedure.Slug);
            Assert.That(procedure.Facts.Where(fact => fact.Verified || fact.Source.Length == 0 || fact.Statement.Length == 0), Is.Empty, procedure.Slug);
        }
    }

    [Test]
    public void Office_HasSixDivisionsAndTheCounterOutside()
    {
        var units = ProcedureCatalogue.Load(Folder).Office(new LocalDate(2026, 3, 2)).Units;

        Assert.That(units.Count(unit => unit.Kind == Domain.Staff.OfficeUnitKind.Division), Is.EqualTo(6));
        Assert.That(units.Single(unit => unit.Kind == Domain.Staff.OfficeUnitKind.ServiceCentre).Key, Is.EqualTo("service-centre"));
    }
}
