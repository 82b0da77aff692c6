using System.Text.Json;
using System.Text.RegularExpressions;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Routes;
using HaiDuong.Licensing.OneStop.Workflows;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.WorkflowFiles;

public sealed partial class ShippedFilesTests
{
    private static readonly WorkflowsFolder Folder = WorkflowsFolder.Find(AppContext.BaseDirectory);
    private static readonly (string Prefix, int Count)[] Catalogue =
    [
        ("XB", 16),
        ("BC", 12),
        ("TT", 13),
        ("GP", 4),
        ("BU", 7),
        ("VT", 1),
        ("TS", 1),
        ("IT", 1),
        ("KN", 4),
    ];

    private static readonly string[] SlipNames =
    [
        "receipt",
        "supplement",
        "supplied",
        "refusal",
        "apology",
        "stop",
        "control",
        "register",
        "transfer",
        "report",
    ];
    private static readonly string[] RouteIds = [.. ProcedureCatalogue.Load(Folder).RouteIds.Order(StringComparer.Ordinal)];

    [Test]
    public void ShippedFiles_HaveNoProblem() => Assert.That(ProcedureCatalogue.Problems(Folder).Select(problem => problem.ToString()), Is.Empty);

    [Test]
    public void All_NamesEveryEntryOfTheDepartmentsCatalogueOnce() =>
        Assert.That(
            ProcedureCatalogue.Load(Folder).All(new LocalDate(2026, 3, 2)).Select(procedure => procedure.CatalogueId).Order(StringComparer.Ordinal),
            Is.EqualTo(
                Catalogue.SelectMany(part => Enumerable.Range(1, part.Count).Select(number => $"{part.Prefix}{number:00}")).Order(StringComparer.Ordinal)
            )
        );

    [Test]
    public void Questions_LeadToProceduresThatExist()
    {
        var all = ProcedureCatalogue.Load(Folder).All(new LocalDate(2026, 3, 2));

        Assert.That(
            all.SelectMany(procedure => procedure.Questions).Select(question => question.Instead).OfType<string>().Distinct(),
            Is.SubsetOf(all.Select(procedure => procedure.Slug))
        );
    }

    [Test]
    public void Cat46_IsMarkedAsFarAsItIsKnown()
    {
        var all = ProcedureCatalogue.Load(Folder).All(new LocalDate(2026, 3, 2)).ToLookup(procedure => procedure.Cat46, procedure => procedure.CatalogueId);

        Assert.That(all[Cat46.Historic], Is.EquivalentTo(["XB16"]));
        Assert.That(all[Cat46.No], Is.EquivalentTo(["BC08", "BC09", "BC10", "BC11", "BC12", "BU07", "IT01"]));
        Assert.That(all[Cat46.Unknown], Is.EquivalentTo(["BC07", "TS01", "KN01", "KN02", "KN03", "KN04"]));
    }

    [Test]
    public void SharedParts_AreAllUsed()
    {
        var used = Directory
            .EnumerateFiles(Folder.Root, "*.json", SearchOption.AllDirectories)
            .SelectMany(path => UsedPart().Matches(File.ReadAllText(path)).Select(match => match.Groups["part"].Value))
            .ToHashSet(StringComparer.Ordinal);

        var unused = Directory
            .EnumerateFiles(Folder.Shared, "*.json")
            .Where(path => Path.GetFileName(path) != "sources.json")
            .SelectMany(path =>
            {
                using var file = JsonDocument.Parse(File.ReadAllBytes(path));
                return file.RootElement.EnumerateObject().Select(part => $"{Path.GetFileNameWithoutExtension(path)}.{part.Name}").ToList();
            })
            .Where(part => !used.Contains(part));

        Assert.That(unused, Is.Empty);
    }

    [Test]
    public void SharedTexts_AreAllIncluded()
    {
        var included = Directory
            .EnumerateFiles(Folder.Root, "*.md", SearchOption.AllDirectories)
            .SelectMany(path => IncludedText().Matches(File.ReadAllText(path)).Select(match => match.Groups["text"].Value))
            .ToHashSet(StringComparer.Ordinal);

        Assert.That(
            Directory.EnumerateFiles(Folder.SharedTexts).Select(path => Path.GetFileNameWithoutExtension(path)).Where(text => !included.Contains(text)),
            Is.Empty
        );
    }

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
            Assert.That(procedure.Facts, Has.Count.GreaterThan(10), procedure.Slug);
            Assert.That(procedure.Facts.Where(fact => fact.Verified || fact.Source.Length == 0 || fact.Statement.Length == 0), Is.Empty, procedure.Slug);
        }
    }

    [Test]
    public void Office_HadSixDivisionsAndTheCounterOutside()
    {
        var units = ProcedureCatalogue.Load(Folder).Organisation.UnitsOn(new LocalDate(2024, 12, 31)).ToList();

        Assert.That(units.Count(pair => pair.Unit.Kind == Domain.Staff.OfficeUnitKind.Division && pair.Office.Key == "stttt-hai-duong"), Is.EqualTo(6));
        Assert.That(units.Single(pair => pair.Unit.Kind == Domain.Staff.OfficeUnitKind.ServiceCentre).Office.IsDepartment, Is.False);
    }

    [GeneratedRegex("\"use\": \"(?<part>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex UsedPart();

    [GeneratedRegex("include \"(?<text>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex IncludedText();
}
