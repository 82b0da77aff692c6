using System.Text.Json;
using HaiDuong.Licensing.Domain.Routes;
using Route = HaiDuong.Licensing.Domain.Routes.Route;

namespace HaiDuong.Licensing.Web.Commands;

/// <summary>Runs recorded cases: <c>replay</c> must be accepted and reproduced, <c>refuse</c> must be refused, <c>either</c> is only reported.</summary>
public sealed class SimulateCommandConformance
{
    private static readonly SimulateCommandFacts NoFacts = new([]);

    private readonly List<string> mismatches = [];
    private readonly List<string> remarks = [];

    private SimulateCommandConformance() { }

    public int Cases { get; private set; }

    public int Paths { get; private set; }

    public int Refused { get; private set; }

    public IReadOnlyList<string> Mismatches => mismatches;

    /// <summary>What became of the cases that may go either way.</summary>
    public IReadOnlyList<string> Remarks => remarks;

    /// <summary>Runs every case file under a folder; throws <see cref="DirectoryNotFoundException"/> if it has none of the three folders.</summary>
    public static SimulateCommandConformance Run(string folder)
    {
        var run = new SimulateCommandConformance();
        var found = run.ForEach(folder, "replay", run.Replay) + run.ForEach(folder, "refuse", run.Refuse) + run.ForEach(folder, "either", run.Either);
        return found == 0 ? throw new DirectoryNotFoundException(folder) : run;
    }

    private int ForEach(string folder, string kind, Action<string, JsonElement> check)
    {
        var path = Path.Combine(folder, kind);
        var files = Directory.Exists(path) ? Directory.GetFiles(path, "*.json").Order(StringComparer.Ordinal).ToList() : [];
        foreach (var file in files)
        {
            var name = $"{kind}/{Path.GetFileNameWithoutExtension(file)}";
            try
            {
                using var document = JsonDocument.Parse(File.ReadAllText(file));
                check(name, document.RootElement);
            }
            catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException)
            {
                mismatches.Add($"{name}: not a recorded case ({fault.Message})");
            }
        }

        return files.Count;
    }

    private void Replay(string name, JsonElement recorded)
    {
        Cases++;
        if (Accepted(recorded, out var findings) is not { } route)
        {
            mismatches.Add($"{name}: refused: {findings}");
            return;
        }

        foreach (var (number, path) in recorded.GetProperty("paths").EnumerateArray().Index())
        {
            Paths++;
            if (Difference(route, path) is { } difference)
                mismatches.Add($"{name}: path {number + 1}: {difference}");
        }
    }

    private void Refuse(string name, JsonElement recorded)
    {
        Cases++;
        if (Accepted(recorded, out _) is null)
            Refused++;
        else
            mismatches.Add($"{name}: accepted, must be refused");
    }

    private void Either(string name, JsonElement recorded)
    {
        if (Accepted(recorded, out var findings) is not { } route)
        {
            remarks.Add($"{name}: refused: {findings}");
            return;
        }

        var paths = recorded.GetProperty("paths").EnumerateArray().ToList();
        remarks.Add($"{name}: accepted, {paths.Count(path => Difference(route, path) is null)} of {paths.Count} paths as recorded");
    }

    private static Route? Accepted(JsonElement recorded, out string findings)
    {
        var definition = recorded.GetProperty("definition").GetRawText();
        var refusals = RouteChecker.CheckFile(definition).Where(finding => finding.Severity == RouteFindingSeverity.Refused).ToList();
        findings = string.Join("; ", refusals.Select(finding => $"{finding.Code} {finding.NodeId}"));
        return refusals.Count == 0 ? Route.Parse(definition) : null;
    }

    private static string? Difference(Route route, JsonElement path)
    {
        var walk = new SimulateCommandWalk(route, NoFacts);
        if (Difference(walk, path.GetProperty("start")) is { } atStart)
            return $"start: {atStart}";

        foreach (var resume in path.GetProperty("resumes").EnumerateArray())
        {
            var step = resume.GetProperty("step").GetString()!;
            var outcome = resume.GetProperty("outcome").GetString()!;
            var single = resume.TryGetProperty("single", out var flag) && flag.GetBoolean();
            var accepted = walk.Resume(step, outcome, all: !single) is null;
            if (accepted != resume.GetProperty("accepted").GetBoolean())
                return $"{step}:{outcome}: accepted {accepted}";
            if (Difference(walk, resume) is { } difference)
                return $"{step}:{outcome}: {difference}";
        }

        return null;
    }

    private static string? Difference(SimulateCommandWalk walk, JsonElement recorded)
    {
        var waiting = recorded.GetProperty("waiting").EnumerateArray().Select(step => step.GetString()!).Order(StringComparer.Ordinal).ToList();
        var status = recorded.GetProperty("status").GetString();
        return walk.Waiting.SequenceEqual(waiting) && walk.Status == status
            ? null
            : $"waits for [{string.Join(", ", walk.Waiting)}] {walk.Status}, recorded [{string.Join(", ", waiting)}] {status}";
    }
}
