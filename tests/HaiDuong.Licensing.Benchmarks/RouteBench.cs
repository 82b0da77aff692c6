using System.Diagnostics;
using HaiDuong.Licensing.Domain.Routes;
using HaiDuong.Licensing.OneStop.Workflows;

namespace HaiDuong.Licensing.Benchmarks;

/// <summary>Routes without a database: a step of the pure runner, the check of every definition, the search of a wide one.</summary>
internal static class RouteBench
{
    private const int Dossiers = 20_000;
    private const int Checks = 20;
    private static readonly string[] Walk =
    [
        "receive:Accepted",
        "assign:Done",
        "appraise:Supplement",
        "supplement:Supplied",
        "appraise:Done",
        "draft:Done",
        "review:SendBack",
        "draft:Done",
        "review:Approved",
        "sign:Signed",
        "issue:Issued",
        "return:Returned",
    ];

    public static void Run(Report report)
    {
        var folder = WorkflowsFolder.Find(AppContext.BaseDirectory);
        var definitions = Directory.GetFiles(folder.Routes, "*.json").Select(File.ReadAllText).ToList();
        var press = Route.Parse(File.ReadAllText(Path.Combine(folder.Routes, "press-conference.json")));
        WalkAll(press, 1_000);
        report.Add("microseconds a route step, pure runner", $"{Time(() => WalkAll(press, Dossiers)) * 1000 / (Dossiers * Walk.Length):0.00}");
        foreach (var definition in definitions)
            RouteChecker.CheckFile(definition);
        report.Add(
            $"milliseconds to read and check {definitions.Count} routes",
            $"{Time(() => Repeat(Checks, () => definitions.ForEach(definition => RouteChecker.CheckFile(definition)))) / Checks:0.0}"
        );
        foreach (var branches in (int[])[8, 12, 24])
            report.Add(
                $"milliseconds to check {branches} opinions with a supplement each",
                $"{Time(() => RouteChecker.CheckFile(Wide(branches, withLoop: true))):0}"
            );
        report.Add("milliseconds to check 24 opinions of two steps", $"{Time(() => RouteChecker.CheckFile(Wide(24, withLoop: false))):0}");
    }

    private static void WalkAll(Route route, int dossiers) => Repeat(dossiers, () =>
        {
            var state = RouteRunner.Start(route, NoFacts.Instance);
            foreach (var move in Walk)
                state = RouteRunner.Complete(route, state, move.Split(':')[0], move.Split(':')[1], NoFacts.Instance) is { Accepted: true } done
                    ? done.State
                    : throw new InvalidOperationException(move);
        });

    private static string Wide(int branches, bool withLoop)
    {
        List<string> activities =
        [
            """{"id":"start","type":"Elsa.Start"}""",
            """{"id":"end","type":"Elsa.End"}""",
            """{"id":"join","type":"Elsa.FlowJoin","mode":"WaitAll"}""",
        ];
        activities.Add(
            $$"""{"id":"fork","type":"Elsa.FlowFork","branches":[{{string.Join(',', Enumerable.Range(1, branches).Select(number => $"\"b{number}\""))}}]}"""
        );
        List<string> connections = [Connection("start", "Done", "fork"), Connection("join", "Done", "end")];
        foreach (var number in Enumerable.Range(1, branches))
        {
            activities.Add($$"""{"id":"a{{number}}","type":"HaiDuong.{{(withLoop ? "AppraiseDossier" : "ConsultAgency")}}"}""");
            activities.Add($$"""{"id":"c{{number}}","type":"HaiDuong.ConsultAgency"}""");
            connections.Add(Connection("fork", $"b{number}", $"a{number}"));
            connections.Add(Connection($"a{number}", "Done", withLoop ? "join" : $"c{number}"));
            connections.Add(withLoop ? Connection($"a{number}", "Supplement", $"c{number}") : Connection($"c{number}", "Done", "join"));
            if (withLoop)
                connections.Add(Connection($"c{number}", "Done", $"a{number}"));
        }

        return $$$"""{"definitionId":"wide","name":"wide","root":{"type":"Elsa.Flowchart","activities":[{{{string.Join(',', activities)}}}],"connections":[{{{string.Join(',', connections)}}}]}}""";
    }

    private static string Connection(string source, string port, string target) =>
        $$"""{"source":"{{source}}","sourcePort":"{{port}}","target":"{{target}}","targetPort":"In"}""";

    private static void Repeat(int times, Action act)
    {
        for (var round = 0; round < times; round++)
            act();
    }

    private static double Time(Action act)
    {
        var watch = Stopwatch.StartNew();
        act();
        return watch.Elapsed.TotalMilliseconds;
    }

    private sealed class NoFacts : IRouteFacts
    {
        public static readonly NoFacts Instance = new();

        public string? Value(string path) => null;
    }
}
