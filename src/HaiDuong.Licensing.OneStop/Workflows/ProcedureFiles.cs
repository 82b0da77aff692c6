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

    /// <summary>Writes a published version beside the folder; each file is there whole or not at all.</summary>
    /// <exception cref="InvalidOperationException">There is no office behind the folder.</exception>
    public static void LayOut(WorkflowsFolder folder, string slug, LocalDate day, IReadOnlyDictionary<string, string> files)
    {
        var kept = folder.Published ?? throw new InvalidOperationException("Nothing is published without an office.");
        var place = Directory.CreateDirectory(Path.Combine(kept, slug, LocalDatePattern.Iso.Format(day))).FullName;
        foreach (var (name, text) in files)
        {
            var path = Path.Combine(place, name);
            var half = $"{path}.{Environment.ProcessId}";
            File.WriteAllText(half, text);
            File.Move(half, path, overwrite: true);
        }
    }

    /// <summary>Takes away what lies beside the folder of a version that was withdrawn.</summary>
    public static void TakeAway(WorkflowsFolder folder, string slug, LocalDate day)
    {
        if (folder.Published is { } kept && Path.Combine(kept, slug, LocalDatePattern.Iso.Format(day)) is var place && Directory.Exists(place))
            Directory.Delete(place, recursive: true);
    }

    /// <summary>One version alone, which lies in its folder as it was published.</summary>
    /// <exception cref="WorkflowFilesException">It is wrong.</exception>
    public static (Procedure Procedure, byte[] Resolved) ReadVersion(WorkflowsFolder folder, string slug, LocalDate day)
    {
        var problems = new List<WorkflowProblem>();
        return ReadOne(folder, new SharedParts(folder), folder.ProcedureVersion(slug, LocalDatePattern.Iso.Format(day)), problems)
            ?? throw new WorkflowFilesException(problems);
    }

    /// <summary>The same versions, of which none without a last day outlives the beginning of the next one.</summary>
    public static IReadOnlyDictionary<Procedure, byte[]> Ended(IEnumerable<KeyValuePair<Procedure, byte[]>> procedures)
    {
        var all = procedures.ToList();
        var days = all.ToLookup(one => one.Key.Slug, one => one.Key.InForceFrom, StringComparer.Ordinal);
        var ended = new OrderedDictionary<Procedure, byte[]>(ReferenceEqualityComparer.Instance);
        foreach (var (procedure, resolved) in all)
        {
            var next = days[procedure.Slug].Where(day => day > procedure.InForceFrom).Order().Select(day => (LocalDate?)day).FirstOrDefault();
            ended.Add(procedure.InForceTo is null && next is { } day ? procedure with { InForceTo = day.PlusDays(-1) } : procedure, resolved);
        }

        return ended;
    }

    /// <summary>
    /// The version that a text without shared parts says; null when it has no right shape. What else is wrong in it is added to the problems as well.
    /// </summary>
    public static Procedure? ReadWhole(byte[] resolved, SharedParts parts, Func<string, JsonPlace> placeOf, List<WorkflowProblem> problems)
    {
        if (StrictJson.Read<Procedure>(resolved, placeOf, problems) is not { } read)
            return null;
        var procedure = WithSources(read, parts);
        problems.AddRange(ProcedureFileRules.Check(procedure).Select(found => At(placeOf(found.At), found.Code, found.Args)));
        return procedure;
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
        var found = problems.Count;
        if (ReadWhole(resolved, parts, PlaceOf, problems) is not { } procedure)
            return null;
        problems.AddRange(Place(procedure, version).Select(wrong => At(PlaceOf(wrong.At), wrong.Code, wrong.Args)));
        return problems.Count == found ? (procedure, resolved) : null;
    }

    private static WorkflowProblem At(JsonPlace place, string code, object[] args) => WorkflowProblem.At(place.File, place.Line, code, args);

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
                if (earlier.InForceTo >= later.InForceFrom)
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
