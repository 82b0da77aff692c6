using System.Text.Json;
using System.Text.Json.Nodes;
using HaiDuong.Licensing.OneStop.Workflows;
using Json.Schema;
using NodaTime.Text;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.WorkflowFiles;

/// <summary>The files under <c>workflows/</c> hold to the schemas beside them, and the program refuses whatever a schema refuses.</summary>
public sealed class SchemaTests
{
    private static readonly WorkflowsFolder Folder = WorkflowsFolder.Find(AppContext.BaseDirectory);
    private static readonly EvaluationOptions AllFaults = new() { OutputFormat = OutputFormat.List };

    private static IEnumerable<string> Files =>
        Directory
            .EnumerateFiles(Folder.Root, "*.json", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Folder.Root, path))
            .Where(file => SchemaOf(file) is not null)
            .Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Files))]
    public void File_HoldsToItsSchema(string file) =>
        Assert.That(Faults(SchemaOf(file)!, JsonNode.Parse(File.ReadAllText(Path.Combine(Folder.Root, file)))!), Is.Empty);

    [Test]
    public void EveryProcedure_WithItsSharedPartsInPlace_HoldsToTheSchema()
    {
        var catalogue = ProcedureCatalogue.Load(Folder);

        Assert.That(
            catalogue.Versions.SelectMany(version =>
                Faults("procedure.schema.json", JsonNode.Parse(catalogue.FilesOf(version)["procedure.json"])!).Select(fault => $"{version.Slug}: {fault}")
            ),
            Is.Empty
        );
    }

    /// <summary>
    /// Definitions of routes are read as leniently as Elsa reads them: their schema says how they are written here, and every file is held to it above.
    /// </summary>
    [TestCase("calendars/vietnam.json")]
    [TestCase("regimes/nd118-2025.json")]
    [TestCase("offices/stttt-hai-duong.json")]
    [TestCase("maps/hai-duong.json")]
    [TestCase("reports/kstt.json")]
    [TestCase("reports/qd766.json")]
    [TestCase("procedures/press-conference/2017-01-01/procedure.json")]
    [TestCase("procedures/publishing-permit/2025-07-01/procedure.json")]
    [TestCase("procedures/bts-investment-approval/2019-01-01/procedure.json")]
    [TestCase("procedures/game-point-certificate/2018-04-15/procedure.json")]
    public void WhatTheSchemaRefuses_TheProgramRefuses(string file)
    {
        using var copy = WorkflowsCopy.For(file);
        var (schema, whole) = (SchemaOf(file)!, Whole(file));
        var refused = SpoiltJson.Of(whole).Where(spoilt => Faults(schema, spoilt.Document).Any()).ToList();

        var accepted = refused.Where(spoilt =>
        {
            File.WriteAllText(copy.PathOf(file), spoilt.Document.ToJsonString());
            return !IsRefused(new WorkflowsFolder(copy.Root), file);
        });

        Assert.That(refused, Has.Count.GreaterThan(20));
        Assert.That(string.Join("\n", accepted.Select(spoilt => spoilt.What)), Is.Empty);
    }

    private static bool IsRefused(WorkflowsFolder folder, string file)
    {
        List<WorkflowProblem> problems = [];
        switch (file.Split('/')[0])
        {
            case "calendars":
                CalendarFiles.Read(folder, problems);
                break;
            case "regimes":
                RegimeFiles.Read(folder, problems);
                break;
            case "maps":
                MapFiles.Read(folder, problems);
                break;
            case "reports":
                ReportFiles.Read(folder, problems);
                break;
            case "offices":
                OfficeFiles.Read(folder, problems);
                break;
            default:
                ProcedureFiles.Read(folder, problems);
                break;
        }

        return problems.Count > 0;
    }

    /// <summary>The file with its shared parts in their places, so that what a part says is spoilt too.</summary>
    private static JsonNode Whole(string file)
    {
        if (file.Split('/') is not ["procedures", var slug, var day, _])
            return JsonNode.Parse(File.ReadAllText(Path.Combine(Folder.Root, file)))!;
        var catalogue = ProcedureCatalogue.Load(Folder);
        return JsonNode.Parse(catalogue.FilesOf(catalogue.Version(slug, LocalDatePattern.Iso.Parse(day).Value))["procedure.json"])!;
    }

    private static IEnumerable<string> Faults(string schema, JsonNode document)
    {
        using var parsed = JsonDocument.Parse(document.ToJsonString());
        var found = Schemas[schema].Evaluate(parsed.RootElement, AllFaults);
        return found.IsValid
            ? []
            : [.. (found.Details ?? []).SelectMany(detail => (detail.Errors ?? []).Select(error => $"{detail.InstanceLocation}: {error.Value}"))];
    }

    private static readonly Dictionary<string, JsonSchema> Schemas = Directory
        .EnumerateFiles(Folder.Root, "*.schema.json", SearchOption.AllDirectories)
        .ToDictionary(path => Path.GetFileName(path), path => JsonSchema.FromText(File.ReadAllText(path)), StringComparer.Ordinal);

    private static string? SchemaOf(string file) =>
        file.Split(Path.DirectorySeparatorChar) switch
        {
            [.., var name] when name.EndsWith(".schema.json", StringComparison.Ordinal) => null,
            ["routes", _] => "route.schema.json",
            ["procedures", ..] => "procedure.schema.json",
            ["calendars", _] => "calendar.schema.json",
            ["regimes", _] => "regime.schema.json",
            ["offices", _] => "office.schema.json",
            ["maps", _] => "map.schema.json",
            ["publicity", _] => "publicity.schema.json",
            ["reports", _] => "report.schema.json",
            ["languages", "search.json"] => "search.schema.json",
            _ => null,
        };
}
