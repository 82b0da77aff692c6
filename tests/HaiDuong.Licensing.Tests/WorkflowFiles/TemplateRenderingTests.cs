using System.Text.Json;
using HaiDuong.Licensing.Documents.Content;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.OneStop.Workflows;
using HaiDuong.Licensing.Tests.Procedures;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.WorkflowFiles;

public sealed class TemplateRenderingTests
{
    private static readonly WorkflowsFolder Folder = WorkflowsFolder.Find(AppContext.BaseDirectory);
    private static readonly ProcedureCatalogue Catalogue = ProcedureCatalogue.Load(Folder);
    private static readonly Dictionary<string, List<string>> Fields = JsonSerializer.Deserialize<Dictionary<string, List<string>>>(
        File.ReadAllBytes(Path.Combine(Folder.Root, "template-fields.json"))
    )!;

    public static IEnumerable<TestCaseData> Versions() =>
        Catalogue.Versions.SelectMany(procedure => new[] { "result", "refusal" }.Select(name => new TestCaseData(procedure.Slug, procedure.InForceFrom, name)));

    public static IEnumerable<TestCaseData> Slips() =>
        new[] { "nd61-2018", "nd118-2025" }.SelectMany(regime =>
            Fields.Keys.Where(name => !name.StartsWith("result", StringComparison.Ordinal)).Select(name => new TestCaseData(regime, name))
        );

    [TestCaseSource(nameof(Versions))]
    public void Fill_OfAProceduresTemplate_NeedsNothingBeyondTheDocumentedModel(string slug, LocalDate version, string name)
    {
        var procedure = Catalogue.Version(slug, version);
        var model = Model(name == "result" ? "result" : "result-refusal");
        var form = FormsOfProcedures.Filled(procedure.Form);
        model["form"] = FormDisplay.Model(procedure.Form, form);
        model["raw"] = FormDisplay.RawModel(procedure.Form, form);
        model["decision"] = FormDisplay.Model(procedure.Result.Fields, procedure.Result.Fields.ToDictionary(field => field.Key, FormsOfProcedures.Sample));

        var content = Catalogue.Template(procedure, name).Fill(model);

        Assert.That(content.Subject, Is.Not.Empty);
        Assert.That(content.Recipients, Has.Count.GreaterThan(1));
        Assert.That(PlainWords.Faults(Words(content)), Is.Empty);
    }

    [TestCaseSource(nameof(Slips))]
    public void Fill_OfASlip_NeedsNothingBeyondTheDocumentedModel(string regime, string name)
    {
        var content = Catalogue.Slip(regime, name).Fill(Model(name));

        Assert.That(content.Title ?? content.Subject, Is.Not.Empty);
        Assert.That(PlainWords.Faults(Words(content)), Is.Empty);
    }

    private static string Words(DocumentContent content) =>
        string.Join(
            '\n',
            (string?[])
                [
                    content.Title,
                    content.Subject,
                    content.Footer,
                    .. content.To,
                    .. content.Recipients,
                    .. content.Blocks.OfType<ParagraphBlock>().Select(block => Text(block.Runs)),
                    .. content
                        .Blocks.OfType<TableBlock>()
                        .SelectMany(table => table.Rows.Append(table.Header).SelectMany(row => row.Select(cell => Text(cell.Runs)))),
                ]
        );

    private static string Text(IReadOnlyList<TextRun> runs) => string.Concat(runs.Select(run => run.Text));

    // Every documented field with a plausible value, built from the very list that templates are held to.
    private static Dictionary<string, object?> Model(string name)
    {
        var model = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var path in Fields[name].Where(path => !path.Contains("[]", StringComparison.Ordinal)))
        {
            var parts = path.Split('.');
            var items = Fields[name]
                .Where(other => other.StartsWith($"{path}[].", StringComparison.Ordinal))
                .ToDictionary(other => other[(other.LastIndexOf('.') + 1)..], other => Value(other));
            object? value = items.Count > 0 ? new List<Dictionary<string, object?>> { items, items } : Value(path);
            if (parts.Length == 1)
                model[path] = value;
            else if (model.TryGetValue(parts[0], out var group))
                ((Dictionary<string, object?>)group!)[parts[1]] = value;
            else
                model[parts[0]] = new Dictionary<string, object?>(StringComparer.Ordinal) { [parts[1]] = value };
        }

        return model;
    }

    private static object? Value(string path) =>
        path[(path.LastIndexOf('.') + 1)..] switch
        {
            "at"
            or "acceptedAt"
            or "dueAt"
            or "submittedAt"
            or "receivedAt"
            or "returnAt"
            or "requestedAt"
            or "firstDueAt"
            or "newDueAt"
            or "statutoryDueAt"
            or "returnedAt" => "2026-03-02T09:00:00+07:00",
            "deadline" => "2026-04-01",
            "from" or "to" when path.StartsWith("register", StringComparison.Ordinal) => "2026-03-02",
            "due" or "amount" or "unitPrice" or "quantity" or "feesKept" => 1_800_000m,
            _ => "Hải Dương",
        };
}
