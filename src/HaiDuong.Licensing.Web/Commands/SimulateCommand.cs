using System.CommandLine;
using System.Globalization;
using System.Resources;
using System.Text.Encodings.Web;
using System.Text.Json;
using HaiDuong.Licensing.Domain.Routes;
using HaiDuong.Licensing.OneStop.Workflows;
using Route = HaiDuong.Licensing.Domain.Routes.Route;

namespace HaiDuong.Licensing.Web.Commands;

/// <summary><c>simulate</c>: walks a route file along given outcomes, or runs recorded cases.</summary>
public static class SimulateCommand
{
    private static readonly ResourceManager Texts = new("HaiDuong.Licensing.Web.Commands.SimulateCommand", typeof(SimulateCommand).Assembly);
    private static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Command Create()
    {
        var route = new Option<FileInfo?>("--route") { Description = Text("Route") };
        var resume = new Option<string[]>("--resume")
        {
            Description = Text("Resume"),
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [],
        };
        var fact = new Option<string[]>("--fact")
        {
            Description = Text("Fact"),
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [],
        };
        var conformance = new Option<DirectoryInfo?>("--conformance") { Description = Text("Conformance") };
        var drawing = new Option<FileInfo?>("--svg") { Description = Text("Drawing") };
        var json = new Option<bool>("--json") { Description = Text("Json") };
        var command = new Command("simulate", Text("Simulate")) { route, resume, fact, drawing, conformance, json };
        command.SetAction(parsed =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            try
            {
                if (parsed.GetValue(conformance) is { } folder)
                    return Conform(folder.FullName, parsed.GetValue(json), output);
                if (parsed.GetValue(route) is { } file)
                {
                    var asked = new Asked(
                        parsed.GetValue(resume)!,
                        new SimulateCommandFacts(parsed.GetValue(fact)!),
                        parsed.GetValue(drawing)?.FullName,
                        parsed.GetValue(json)
                    );
                    return Walk(File.ReadAllText(file.FullName), asked, output, error);
                }

                error.WriteLine(Text("NothingGiven"));
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                error.WriteLine(fault.Message);
            }

            return 1;
        });
        return command;
    }

    private static int Conform(string folder, bool json, TextWriter output)
    {
        var run = SimulateCommandConformance.Run(folder);
        if (json)
        {
            output.WriteLine(JsonSerializer.Serialize(run, Written));
        }
        else
        {
            foreach (var line in run.Remarks.Concat(run.Mismatches))
                output.WriteLine(line);
            output.WriteLine($"{run.Cases} cases, {run.Paths} paths, {run.Refused} refused, {run.Mismatches.Count} mismatches");
        }

        return run.Mismatches.Count == 0 ? 0 : 1;
    }

    private static int Walk(string file, Asked asked, TextWriter output, TextWriter error)
    {
        var findings = RouteChecker.CheckFile(file);
        foreach (var finding in findings)
            error.WriteLine($"{finding.Sentence(CultureInfo.CurrentUICulture)} {string.Join(" → ", finding.Path)}".TrimEnd());

        Route route;
        try
        {
            route = Route.Parse(file);
        }
        catch (RouteFormatException)
        {
            return 1;
        }

        var walk = new SimulateCommandWalk(route, asked.Facts);
        List<Move> moves = [Seen(walk, null, null)];
        foreach (var resume in asked.Resumes)
        {
            var parts = resume.Split(':', 2);
            var refusal = walk.Resume(parts[0], parts.ElementAtOrDefault(1) ?? "Done", all: false);
            moves.Add(Seen(walk, resume, refusal));
        }

        if (asked.Drawing is { } svg)
            File.WriteAllText(svg, RouteDrawing.Render(route, walk.State));
        if (asked.Json)
            output.WriteLine(
                JsonSerializer.Serialize(
                    new
                    {
                        Route = route.Id,
                        route.Version,
                        Moves = moves,
                    },
                    Written
                )
            );
        else
            Print(route, moves, output);
        // Whoever walks a route that may not be published is told so by the exit code as well.
        return moves.Exists(move => move.Refusal is not null) || findings.Any(finding => finding.Severity == RouteFindingSeverity.Refused) ? 1 : 0;
    }

    private static Move Seen(SimulateCommandWalk walk, string? resume, RouteRefusal? refusal) =>
        new(resume, refusal?.ToString(), [.. walk.State.Waiting.Select(waiting => waiting.StepId)], walk.Status, walk.State.Held);

    private static void Print(Route route, IEnumerable<Move> moves, TextWriter output)
    {
        foreach (var move in moves)
        {
            output.WriteLine($"{move.Resume ?? Text("Start")}{(move.Refusal is { } refusal ? $" — {Text(refusal)}" : string.Empty)}");
            foreach (var stepId in move.Waiting)
                output.WriteLine($"    {stepId}: {route.Step(stepId).Title} [{string.Join(", ", route.Step(stepId).Outcomes)}]");
            foreach (var held in move.Held)
                output.WriteLine($"    {held.NodeId}: {Text("Incident")} {held.MissingFact}");
            if (move.Waiting.Count == 0)
                output.WriteLine($"    {Text(move.Status)}");
        }
    }

    private static string Text(string name) => Texts.GetString(name, CultureInfo.CurrentUICulture) ?? name;

    private sealed record Asked(string[] Resumes, IRouteFacts Facts, string? Drawing, bool Json);

    private sealed record Move(string? Resume, string? Refusal, IReadOnlyList<string> Waiting, string Status, IReadOnlyList<RouteIncident> Held);
}
