using HaiDuong.Licensing.Domain.Procedures;
using NodaTime;
using NodaTime.Text;

namespace HaiDuong.Licensing.Web.Workflows;

/// <summary>Reads <c>workflows/procedures/&lt;slug&gt;/&lt;in-force date&gt;/procedure.json</c>.</summary>
internal static class ProcedureFiles
{
    public const string FileName = "procedure.json";

    /// <summary>All versions that are right; what is wrong with the others is added to the problems.</summary>
    public static IReadOnlyList<Procedure> Read(WorkflowsFolder folder, List<WorkflowProblem> problems)
    {
        var procedures = new List<Procedure>();
        foreach (var slug in Directory.EnumerateDirectories(folder.Procedures).Order(StringComparer.Ordinal))
        {
            foreach (var version in Directory.EnumerateDirectories(slug).Order(StringComparer.Ordinal))
            {
                if (ReadOne(folder, version, problems) is { } procedure)
                    procedures.Add(procedure);
            }
        }

        Overlaps(procedures, problems);
        return procedures;
    }

    /// <summary>The folder of a version.</summary>
    public static string FolderOf(WorkflowsFolder folder, Procedure procedure) =>
        Path.Combine(folder.Procedures, procedure.Slug, LocalDatePattern.Iso.Format(procedure.InForceFrom));

    private static Procedure? ReadOne(WorkflowsFolder folder, string version, List<WorkflowProblem> problems)
    {
        var path = Path.Combine(version, FileName);
        var file = folder.Shown(path);
        if (!File.Exists(path))
        {
            problems.Add(WorkflowProblem.At(file, 1, "FileMissing", file));
            return null;
        }

        var utf8 = File.ReadAllBytes(path);
        if (StrictJson.Read<Procedure>(utf8, file, problems) is not { } procedure)
            return null;

        var found = problems.Count;
        var lines = new JsonLines(utf8);
        foreach (var (at, code, args) in ProcedureFileRules.Check(procedure).Concat(Place(procedure, version)))
            problems.Add(WorkflowProblem.At(file, lines.Of(at), code, args));
        return problems.Count == found ? procedure : null;
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
                    problems.Add(WorkflowProblem.At($"workflows/procedures/{later.Slug}", 1, "VersionsOverlap", later.Slug, LocalDatePattern.Iso.Format(later.InForceFrom)));
            }
        }
    }
}
