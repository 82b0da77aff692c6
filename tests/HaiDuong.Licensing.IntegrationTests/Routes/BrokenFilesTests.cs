using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Settings;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using HaiDuong.Licensing.Tests.WorkflowFiles;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Routes;

/// <summary>Files under workflows/ that are damaged or gone when an office starts that has run before.</summary>
public sealed class BrokenFilesTests
{
    private static readonly LocalDate Today = new(2026, 11, 16);
    private TestOffice office = null!;
    private WorkflowsCopy files = null!;
    private string data = "";

    [OneTimeSetUp]
    public async Task StartOnceAsync()
    {
        office = await TestOffice.OpenAsync(Today.At(new LocalTime(9, 0)));
        await KeptLaw.OpenAsync(office.Options, office.ConnectionString, default);
        await office.AtDeskAsync(async desk =>
        {
            await desk.GetRequiredService<FilePublication>().RunAsync(default);
            return true;
        });
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await office.DisposeAsync();

    [SetUp]
    public void Copy() => (files, data) = (WorkflowsCopy.Whole(), Directory.CreateTempSubdirectory("hdl-law-").FullName);

    [TearDown]
    public void Remove()
    {
        files.Dispose();
        Directory.Delete(data, recursive: true);
    }

    [TestCase("procedures/press-conference/2017-01-01/procedure.json")]
    [TestCase("procedures/publishing-permit/2020-04-01/procedure.json")]
    [TestCase("routes/standard-licence.json")]
    [TestCase("shared/press-conference.json")]
    [TestCase("slips/nd61-2018/receipt.md")]
    [TestCase("regimes/nd61-2018.json")]
    [TestCase("calendars/vietnam.json")]
    [TestCase("publicity/licences.json")]
    [TestCase("reports/kstt.json")]
    public async Task Start_WithAFileCutOff_FallsBackWithItAlone(string file)
    {
        file = File.Exists(files.PathOf(file)) ? file : FirstLike(file);
        var text = await File.ReadAllTextAsync(files.PathOf(file));
        await File.WriteAllTextAsync(files.PathOf(file), file.EndsWith(".md", StringComparison.Ordinal) ? "{% for x in" : text[..(text.Length / 2)]);

        var law = await OpenAsync();

        Assert.That(law.Broken.Select(problem => (problem.File, problem.Code)), Is.EqualTo(new[] { ($"workflows/{file}", "FileFellBack") }));
        Assert.That(law.Broken[0].Message, Does.Contain("bản đã công bố gần nhất"));
        Assert.That(Offered(law), Is.EqualTo(Offered(new LawFound(new WorkflowsFolder(office.Options.WorkflowsFolder!), []))));
    }

    [Test]
    public async Task Start_WithAnEmptyRoute_RunsByThePublishedOne()
    {
        await File.WriteAllTextAsync(files.PathOf("routes/standard-licence.json"), "");

        var law = await OpenAsync();

        Assert.That(
            law.Broken.Select(problem => (problem.File, problem.Code)),
            Is.EqualTo(new[] { ("workflows/routes/standard-licence.json", "FileFellBack") })
        );
        Assert.That(Domain.Routes.Route.Parse(ProcedureCatalogue.Load(law.Folder).RouteJson("standard-licence")).Steps, Is.Not.Empty);
    }

    [Test]
    public async Task Start_WithARouteGone_RunsByThePublishedOne()
    {
        File.Delete(files.PathOf("routes/standard-licence.json"));

        var law = await OpenAsync();

        Assert.That(law.Broken.Select(problem => problem.File), Does.Contain("workflows/routes/standard-licence.json"));
        Assert.That(ProcedureCatalogue.Load(law.Folder).RouteIds, Does.Contain("standard-licence"));
    }

    [TestCase("procedures/press-conference/2099-01-01")]
    [TestCase("procedures/brand-new/2026-01-01")]
    public async Task Start_WithABrokenVersionThatWasNeverPublished_LeavesItAloneOut(string version)
    {
        Directory.CreateDirectory(files.PathOf(version));
        await File.WriteAllTextAsync(files.PathOf($"{version}/procedure.json"), "{ \"slug\": ");

        var law = await OpenAsync();

        Assert.That(law.Broken.Select(problem => (problem.File, problem.Code)), Is.EqualTo(new[] { ($"workflows/{version}/procedure.json", "NotOffered") }));
        Assert.That(law.Broken[0].Message, Does.Contain("riêng thủ tục"));
        Assert.That(ProcedureCatalogue.Load(law.Folder).InForce("press-conference", Today), Is.Not.Null);
    }

    [Test]
    public async Task Start_WithoutSlips_PrintsTheKeptOnes()
    {
        Directory.Delete(files.PathOf("slips"), recursive: true);

        var law = await OpenAsync();

        Assert.That(law.Broken.Select(problem => problem.Code), Has.All.EqualTo("FileFellBack").And.Not.Empty);
        Assert.That(ProcedureCatalogue.Load(law.Folder).Slip("nd61-2018", "receipt").Fields, Is.Not.Empty);
    }

    [Test]
    public async Task FirstStart_WithoutSlips_OpensAndNamesEverySlip()
    {
        Directory.Delete(files.PathOf("slips"), recursive: true);
        var empty = await TestCluster.CreateDatabaseAsync();

        var law = await OpenAsync(empty);

        Assert.That(law.Broken.Select(problem => problem.Code), Is.All.EqualTo("SlipMissing"));
        Assert.That(law.Broken.Select(problem => problem.File), Does.Contain("workflows/slips/nd61-2018/receipt.md"));
        Assert.That(() => ProcedureCatalogue.Load(law.Folder).Slip("nd61-2018", "receipt"), Throws.InstanceOf<SlipMissingException>());
        await TestCluster.DropDatabaseAsync(empty);
    }

    [Test]
    public async Task Start_WithEverythingRight_RunsByTheFilesThemselves()
    {
        var law = await OpenAsync();

        Assert.That(law.Broken, Is.Empty);
        Assert.That(law.Folder.Root, Is.EqualTo(files.Root));
    }

    private string FirstLike(string file)
    {
        var folder = string.Join('/', file.Split('/')[..2]);
        return Path.GetRelativePath(
            files.Root,
            Directory.EnumerateFiles(files.PathOf(folder), Path.GetFileName(file), SearchOption.AllDirectories).Order(StringComparer.Ordinal).First()
        );
    }

    private Task<LawFound> OpenAsync(string? database = null) =>
        KeptLaw.OpenAsync(
            new OfficeOptions
            {
                DataFolder = data,
                WorkflowsFolder = files.Root,
                Mergers = true,
            },
            database ?? office.ConnectionString,
            default
        );

    private static IEnumerable<string> Offered(LawFound law) =>
        ProcedureCatalogue.Load(law.Folder).All(Today).Select(procedure => $"{procedure.Slug} {procedure.Name} {procedure.Form.Fields.Count()}");
}
