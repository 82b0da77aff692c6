using System.Collections.Concurrent;
using System.Text.Json;
using HaiDuong.Licensing.Documents.Templates;
using HaiDuong.Licensing.Domain.Procedures;

namespace HaiDuong.Licensing.OneStop.Workflows;

/// <summary>Reads the result, refusal and slip templates and knows which fields each of them may use.</summary>
internal sealed class TemplateFiles(WorkflowsFolder folder)
{
    /// <summary>The letters of a procedure, and where the fields are listed that each may use.</summary>
    private static readonly (string Name, string Group)[] Letters = [("result", "result"), ("refusal", "result-refusal")];

    private readonly ConcurrentDictionary<string, DocumentTemplate> read = new(StringComparer.Ordinal);

    /// <summary>The template in a file, read once.</summary>
    /// <exception cref="FileNotFoundException">There is no such template.</exception>
    public DocumentTemplate Read(string path) => read.GetOrAdd(path, file => DocumentTemplate.Parse(Whole(file)));

    /// <summary>The text of a template with everything that it includes.</summary>
    public string Whole(string path) => TemplateText.Open(folder, path).Whole;

    /// <summary>The procedure's own <c>result</c> or <c>refusal</c>, else the shared one: of a result the layout of its kind.</summary>
    public string ResultPath(Procedure procedure, string name)
    {
        var own = Path.Combine(ProcedureFiles.FolderOf(folder, procedure), $"{name}.md");
        var shared = name == "result" ? procedure.Result.Kind.ToString().ToLowerInvariant() : name;
        return File.Exists(own) ? own : Path.Combine(folder.SharedLetters, $"{shared}.md");
    }

    public string SlipPath(string regime, string name) => Path.Combine(folder.Slips, regime, $"{name}.md");

    /// <summary>Reads every template and adds what is wrong with each.</summary>
    public void Check(IReadOnlyList<Procedure> procedures, List<WorkflowProblem> problems)
    {
        var fields = KnownFields(problems);
        foreach (var procedure in procedures)
        {
            foreach (var (name, group) in Letters)
                CheckOne(ResultPath(procedure, name), [.. fields.GetValueOrDefault(group) ?? [], .. Of(procedure)], problems);
        }

        foreach (
            var path in Directory.Exists(folder.Slips)
                ? Directory.EnumerateFiles(folder.Slips, "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
                : Enumerable.Empty<string>()
        )
            CheckOne(path, [.. fields.GetValueOrDefault(Path.GetFileNameWithoutExtension(path)) ?? []], problems);
    }

    /// <summary>What is wrong with the letters of a version that no file holds, each told by the name of its file.</summary>
    public IEnumerable<WorkflowProblem> CheckTexts(Procedure procedure, IReadOnlyDictionary<string, string> files)
    {
        var problems = new List<WorkflowProblem>();
        var fields = KnownFields(problems);
        foreach (var (name, group) in Letters)
        {
            var file = $"{name}.md";
            HashSet<string> known = [.. fields.GetValueOrDefault(group) ?? [], .. Of(procedure)];
            try
            {
                var used = DocumentTemplate.Parse(files.GetValueOrDefault(file) ?? "").Fields;
                problems.AddRange(used.Where(field => !known.Contains(field)).Select(field => WorkflowProblem.At(file, 1, "TemplateFieldUnknown", field)));
            }
            catch (DocumentTemplateException wrong)
            {
                problems.Add(WorkflowProblem.At(file, 1, "TemplateWrong", wrong.Message));
            }
        }

        return problems;
    }

    private Dictionary<string, List<string>> KnownFields(List<WorkflowProblem> problems)
    {
        var path = Path.Combine(folder.Root, "template-fields.json");
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, List<string>>>(File.ReadAllBytes(path)) ?? [];
        }
        catch (JsonException wrong)
        {
            problems.Add(WorkflowProblem.At(folder.Shown(path), (int)(wrong.LineNumber ?? 0) + 1, "FileNotJson", wrong.Message));
            return [];
        }
    }

    private static IEnumerable<string> Of(Procedure procedure) =>
        [
            .. OfForm("form", procedure.Form),
            .. OfForm("raw", procedure.Form),
            .. procedure.InspectionForm is { } inspection ? OfForm("inspection", inspection) : [],
            .. procedure.Result.Fields.Select(field => $"decision.{field.Key}"),
        ];

    private static IEnumerable<string> OfForm(string group, Form form) =>
        form
            .Fields.Select(field => $"{group}.{field.Key}")
            .Concat(
                form.Tables.SelectMany(table =>
                    (string[])
                        [
                            $"{group}.{table.Key}",
                            $"{group}.{table.Key}[]",
                            $"{group}.{table.Key}[].number",
                            .. table.Fields.Select(field => $"{group}.{table.Key}[].{field.Key}"),
                        ]
                )
            );

    private void CheckOne(string path, HashSet<string> known, List<WorkflowProblem> problems)
    {
        var file = folder.Shown(path);
        if (!File.Exists(path))
        {
            problems.Add(WorkflowProblem.At(file, 1, "FileMissing", file));
            return;
        }

        try
        {
            foreach (var field in Read(path).Fields.Where(field => !known.Contains(field)))
            {
                // A loop variable stands for the list, so the last part of the path is what the author wrote.
                var place = TemplateText.Open(folder, path).PlaceOf(field, field[field.LastIndexOf('.')..]);
                problems.Add(WorkflowProblem.At(folder.Shown(place.File), place.Line, "TemplateFieldUnknown", field));
            }
        }
        catch (DocumentTemplateException wrong)
        {
            problems.Add(WorkflowProblem.At(file, 1, "TemplateWrong", wrong.Message));
        }
        catch (FileNotFoundException missing)
        {
            problems.Add(WorkflowProblem.At(file, 1, "FileMissing", folder.Shown(missing.FileName!)));
        }
    }
}
