using System.Text.Json;
using HaiDuong.Licensing.Domain.Procedures;
using NodaTime;
using NodaTime.Text;

namespace HaiDuong.Licensing.OneStop.Workflows;

/// <summary>Reads <c>workflows/procedures/&lt;slug&gt;/&lt;in-force date&gt;/procedure.json</c>.</summary>
internal static class ProcedureFiles
{
    public const string FileName = "procedure.json";

    /// <summary>
    /// All versions that are right, each with its file as it is once shared parts are in their places; what is wrong with the others is added to the problems.
    /// </summary>
    public static IReadOnlyDictionary<Procedure, byte[]> Read(WorkflowsFolder folder, List<WorkflowProblem> problems)
    {
        var parts = new SharedParts(folder);
        var procedures = new OrderedDictionary<Procedure, byte[]>(ReferenceEqualityComparer.Instance);
        foreach (var version in folder.ProcedureVersions())
        {
            if (ReadOne(folder, parts, version, problems) is { } read)
                procedures.Add(read.Procedure, read.Resolved);
        }

        problems.AddRange(parts.Problems);
        Overlaps([.. procedures.Keys], problems);
        return procedures;
    }

    /// <summary>The folder of a version.</summary>
    public static string FolderOf(WorkflowsFolder folder, Procedure procedure) =>
        folder.ProcedureVersion(procedure.Slug, LocalDatePattern.Iso.Format(procedure.InForceFrom));

    /// <summary>The file of a version.</summary>
    public static JsonSource SourceOf(WorkflowsFolder folder, Procedure procedure)
    {
        var path = Path.Combine(FolderOf(folder, procedure), FileName);
        return new JsonSource(folder.Shown(path), File.ReadAllBytes(path));
    }

    private static (Procedure Procedure, byte[] Resolved)? ReadOne(WorkflowsFolder folder, SharedParts parts, string version, List<WorkflowProblem> problems)
    {
        var path = Path.Combine(version, FileName);
        var shown = folder.Shown(path);
        if (!File.Exists(path))
        {
            problems.Add(WorkflowProblem.At(shown, 1, "FileMissing", shown));
            return null;
        }

        var source = new JsonSource(shown, File.ReadAllBytes(path));
        if (Parsed(source, problems) is not { } root || SharedPartsReader.Resolve(parts, source, root, problems) is not { } resolved)
            return null;

        JsonPlace PlaceOf(string at) => SharedPartsReader.PlaceOf(parts, source, root, at);
        if (StrictJson.Read<Procedure>(resolved, PlaceOf, problems) is not { } read)
            return null;

        var procedure = WithSources(read, parts);
        var found = problems.Count;
        foreach (var (at, code, args) in ProcedureFileRules.Check(procedure).Concat(Place(procedure, version)))
        {
            var place = PlaceOf(at);
            problems.Add(WorkflowProblem.At(place.File, place.Line, code, args));
        }

        return problems.Count == found ? (procedure, resolved) : null;
    }

    private static JsonElement? Parsed(JsonSource source, List<WorkflowProblem> problems)
    {
        try
        {
            return source.Parse();
        }
        catch (JsonException wrong)
        {
            problems.Add(WorkflowProblem.At(source.Shown, (int)(wrong.LineNumber ?? 0) + 1, "FileNotJson", wrong.Message));
            return null;
        }
    }

    /// <summary>The sources it names: its own, and of the shared ones those that its facts rest on.</summary>
    private static Procedure WithSources(Procedure procedure, SharedParts parts)
    {
        var shared = parts.Sources();
        var named = procedure.Facts.SelectMany(fact => fact.Source.Split(',', StringSplitOptions.TrimEntries)).Distinct(StringComparer.Ordinal);
        var sources = new SortedDictionary<string, string>(procedure.Sources.ToDictionary(), StringComparer.Ordinal);
        foreach (var key in named.Where(key => !sources.ContainsKey(key) && shared.ContainsKey(key)))
            sources[key] = shared[key];
        return procedure with { Sources = sources };
    }

    private static IEnumerable<(string At, string Code, object[] Args)> Place(Procedure procedure, string version)
    {
        var slug = Path.GetFileName(Path.GetDirectoryName(version)!);
        if (procedure.Slug != slug)
            yield return ("slug", "SlugNotFolder", [procedure.Slug, slug]);
        if (LocalDatePattern.Iso.Format(procedure.InForceFrom) != Path.GetFileName(version))
            yield return ("inForceFrom", "DateNotFolder", [LocalDatePattern.Iso.Format(procedure.InForceFrom), Path.GetFileName(version)]);
    }

    private static void Overlaps(List<Procedure> procedures, List<WorkflowProblem> problems)
    {
        foreach (var versions in procedures.GroupBy(procedure => procedure.Slug))
        {
            var ordered = versions.OrderBy(version => version.InForceFrom).ToList();
            foreach (var (earlier, later) in ordered.Zip(ordered.Skip(1)))
            {
                if ((earlier.InForceTo ?? LocalDate.MaxIsoValue) >= later.InForceFrom)
                    problems.Add(
                        WorkflowProblem.At(
                            $"workflows/procedures/{later.Slug}",
                            1,
                            "VersionsOverlap",
                            later.Slug,
                            LocalDatePattern.Iso.Format(later.InForceFrom)
                        )
                    );
            }
        }
    }
}
