using Route = HaiDuong.Licensing.Domain.Routes.Route;

namespace HaiDuong.Licensing.OneStop.Workflows;

/// <summary>The files an office starts with, and what is said of those that it could not use.</summary>
/// <param name="Folder">The folder <c>workflows/</c> itself, or a copy in which broken files have fallen back.</param>
/// <param name="Broken">A sentence a broken file, with what holds instead.</param>
public sealed record LawFound(WorkflowsFolder Folder, IReadOnlyList<WorkflowProblem> Broken);

/// <summary>
/// Finds what an office can run by when files under <c>workflows/</c> are damaged: each broken file alone is put back as it was published
/// or last right; a procedure that never was is not offered; everything else stays as it lies there.
/// </summary>
/// <param name="lastGood">The last right text of files, by their paths below <c>workflows/</c>.</param>
/// <param name="isPublished">Whether the database holds this version of a route.</param>
public sealed class SoundLaw(IReadOnlyDictionary<string, string> lastGood, Func<Route, bool> isPublished)
{
    private const string Procedures = "procedures/";
    private const string Routes = "routes/";
    private const int MostRounds = 50;
    private readonly List<WorkflowProblem> broken = [];
    private readonly HashSet<string> mended = new(StringComparer.Ordinal);

    /// <exception cref="WorkflowFilesException">A file is wrong that the whole office needs and that was never right before.</exception>
    public LawFound Find(WorkflowsFolder folder, string copy)
    {
        var problems = Problems(folder);
        if (problems.Count == 0)
            return new LawFound(folder, [.. LawCheck.MissingSlips(folder)]);
        CopyOf(folder.Root, copy);
        var sound = new WorkflowsFolder(copy) { Mergers = folder.Mergers };
        for (var round = 0; problems.Count > 0; round++)
        {
            // What others use comes first: most of their problems go with it.
            var next = problems.Where(problem => Rank(problem) == problems.Min(Rank)).DistinctBy(problem => Whole(problem.File)).ToList();
            if (round == MostRounds || !next.Select(problem => Mend(sound, problem)).ToList().Contains(true))
                throw new WorkflowFilesException(problems);
            problems = Problems(sound);
        }

        return new LawFound(sound, [.. broken, .. LawCheck.MissingSlips(sound)]);
    }

    /// <summary>What is wrong, and what is gone though the database has it.</summary>
    private IReadOnlyList<WorkflowProblem> Problems(WorkflowsFolder folder)
    {
        var faults = LawCheck.Faults(folder, isPublished);
        var gone = Directory.Exists(folder.Regimes) ? LawCheck.MissingSlips(folder).Select(Path) : [];
        if (faults.Any(fault => fault.Code == "RouteUnknown"))
            gone = gone.Concat(
                lastGood.Keys.Where(path => path.StartsWith(Routes, StringComparison.Ordinal) && !File.Exists(System.IO.Path.Combine(folder.Root, path)))
            );
        return
        [
            .. faults,
            .. gone.Where(path => lastGood.ContainsKey(path) && !mended.Contains(path))
                .Select(path => WorkflowProblem.At($"workflows/{path}", 1, "FileMissing", $"workflows/{path}")),
        ];
    }

    private static int Rank(WorkflowProblem problem) =>
        Path(problem) switch
        {
            var path when path.StartsWith("shared/", StringComparison.Ordinal) => 0,
            var path when path.StartsWith(Procedures, StringComparison.Ordinal) => 3,
            var path when path.StartsWith(Routes, StringComparison.Ordinal) => 2,
            _ => 1,
        };

    private static string Path(WorkflowProblem problem) => problem.File["workflows/".Length..].TrimEnd('/');

    /// <summary>Of a procedure version its folder: its files belong together.</summary>
    private static string Whole(string shown)
    {
        var parts = shown.Split('/');
        return parts.Length > 3 && parts[1] == "procedures" ? string.Join('/', parts[..4]) : shown;
    }

    /// <summary>True when something was done about it.</summary>
    private bool Mend(WorkflowsFolder sound, WorkflowProblem problem)
    {
        var path = Path(problem);
        var whole = Whole(problem.File)["workflows/".Length..];
        var kept = lastGood.Where(file => file.Key == whole || file.Key.StartsWith(whole + "/", StringComparison.Ordinal)).ToList();
        if (kept.Count > 0 && mended.Add(whole))
        {
            Remove(sound, whole);
            foreach (var (name, text) in kept)
                Write(System.IO.Path.Combine(sound.Root, name), text);
            broken.Add(
                WorkflowProblem.At(problem.File, problem.Line, "FileFellBack", problem.Message) with
                {
                    English = WorkflowProblem.At(problem.File, problem.Line, "FileFellBack", problem.English).English,
                }
            );
            return true;
        }

        if (path.StartsWith(Procedures, StringComparison.Ordinal))
            return NotOffered(sound, problem, path.Split('/').Length > 2 ? whole : Latest(sound, whole));
        if (path.StartsWith(Routes, StringComparison.Ordinal) && path != "routes")
            return NotOffered(sound, problem, whole);
        if (!path.StartsWith("slips", StringComparison.Ordinal))
            return false;
        // Whoever prints it is told; a missing slip has a sentence of its own.
        Remove(sound, whole);
        Directory.CreateDirectory(sound.Slips);
        return true;
    }

    private bool NotOffered(WorkflowsFolder sound, WorkflowProblem problem, string path)
    {
        Remove(sound, path);
        broken.Add(
            WorkflowProblem.At(problem.File, problem.Line, "NotOffered", problem.Message) with
            {
                English = WorkflowProblem.At(problem.File, problem.Line, "NotOffered", problem.English).English,
            }
        );
        return true;
    }

    /// <summary>Of versions that overlap the last one, which nobody may have heard of yet.</summary>
    private string Latest(WorkflowsFolder sound, string procedure) =>
        $"{procedure}/{Directory.EnumerateDirectories(System.IO.Path.Combine(sound.Root, procedure)).Select(System.IO.Path.GetFileName).OrderBy(day => lastGood.ContainsKey($"{procedure}/{day}/{ProcedureFiles.FileName}")).ThenByDescending(day => day, StringComparer.Ordinal).First()}";

    private static void Remove(WorkflowsFolder sound, string path)
    {
        var full = System.IO.Path.Combine(sound.Root, path);
        if (Directory.Exists(full))
            Directory.Delete(full, recursive: true);
        else
            File.Delete(full);
    }

    private static void CopyOf(string root, string copy)
    {
        if (Directory.Exists(copy))
            Directory.Delete(copy, recursive: true);
        foreach (var file in Directory.GetFiles(root, "*", SearchOption.AllDirectories))
            Write(System.IO.Path.Combine(copy, System.IO.Path.GetRelativePath(root, file)), File.ReadAllText(file));
    }

    private static void Write(string path, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
