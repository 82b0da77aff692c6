using HaiDuong.Licensing.OneStop.Features.ProcedureDrafts;
using HaiDuong.Licensing.OneStop.Workflows;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.WorkflowFiles;

/// <summary>Versions that are published before they hold, as a process hears of them: in any order, and of some that they were withdrawn.</summary>
public sealed class FutureVersionTests
{
    private const string Slug = "press-conference";
    private static readonly LocalDate First = new(2031, 1, 1);
    private static readonly LocalDate Second = new(2032, 1, 1);
    private readonly Dictionary<LocalDate, IReadOnlyDictionary<string, string>> stored = [];
    private string kept = "";
    private ProcedureCatalogue catalogue = null!;

    [SetUp]
    public void Load()
    {
        kept = Directory.CreateTempSubdirectory("hdl-future-").FullName;
        stored.Clear();
        catalogue = ProcedureCatalogue.Load(WorkflowsFolder.Find(AppContext.BaseDirectory) with { Published = kept }, (_, day) =>
            stored.GetValueOrDefault(day)
        );
        foreach (var day in (LocalDate[])[First, Second])
            stored[day] = DraftFiles.Begin(catalogue.FilesOf(catalogue.Newest(Slug)!), day);
    }

    [TearDown]
    public void Clean() => Directory.Delete(kept, recursive: true);

    [Test]
    public void Versions_HeardOfInAnyOrder_EndWhereTheNextBegins()
    {
        var before = catalogue.Newest(Slug)!.InForceFrom;

        catalogue.Version(Slug, Second);
        catalogue.Version(Slug, First);

        Assert.That(EndOf(before), Is.EqualTo(First.PlusDays(-1)));
        Assert.That(EndOf(First), Is.EqualTo(Second.PlusDays(-1)));
        Assert.That(catalogue.Newest(Slug)!.InForceFrom, Is.EqualTo(Second));
    }

    [Test]
    public void Withdraw_LetsTheVersionBeforeRunOn_AndLeavesNothing()
    {
        var before = catalogue.Newest(Slug)!.InForceFrom;
        catalogue.Version(Slug, First);
        stored.Remove(First);

        catalogue.Withdraw(Slug, First, 1);

        Assert.That((catalogue.InForce(Slug, First)!.InForceFrom, EndOf(before)), Is.EqualTo((before, (LocalDate?)null)));
        Assert.That(() => catalogue.Version(Slug, First), Throws.InstanceOf<KeyNotFoundException>());
        Assert.That(Directory.EnumerateFiles(kept, "*", SearchOption.AllDirectories), Is.Empty);
    }

    [Test]
    public void Withdraw_HeardAfterAnotherWasPublishedFromTheSameDay_TakesThatOne_AndOnce()
    {
        var old = catalogue.Version(Slug, First);
        var document = OneStop.Workflows.Editing.ProcedureDocument.Parse(stored[First]["procedure.json"]);
        document.Type("shortName", _ => "Họp báo kiểu mới");
        stored[First] = DraftFiles.With(stored[First], document);

        catalogue.Withdraw(Slug, First, 1);
        var young = catalogue.Version(Slug, First);
        catalogue.Withdraw(Slug, First, 1);

        Assert.That((old.ShortName, young.ShortName), Is.EqualTo((catalogue.InForce(Slug, First.PlusDays(-1))!.ShortName, "Họp báo kiểu mới")));
        Assert.That(catalogue.Version(Slug, First), Is.SameAs(young));
    }

    private LocalDate? EndOf(LocalDate version) => catalogue.Version(Slug, version).InForceTo;
}
