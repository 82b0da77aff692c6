using System.Text.Json;
using System.Text.Json.Nodes;
using HaiDuong.Licensing.Domain.Routes;

namespace HaiDuong.Licensing.Tests.Routes;

/// <summary>
/// A definition file from a few lines (or parts between semicolons). <c>id = Type argument …</c> declares a node, <c>id:Outcome -> id</c> connects (Done if
/// no outcome is named). Undeclared ids are Start (<c>start</c>), End (<c>end…</c>) or a plain human task.
/// </summary>
internal static class RouteSketch
{
    public static Route Route(string lines) => Domain.Routes.Route.Parse(Json(lines));

    public static string Json(string lines) => Definition(lines).ToJsonString();

    public static JsonObject Definition(string lines)
    {
        var split = lines.Split(['\n', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var declared = split.Where(line => line.Contains(" = ")).Select(line => line.Split(" = ", 2)).ToDictionary(parts => parts[0], parts => parts[1]);
        var connections = split
            .Where(line => line.Contains("->"))
            .Select(line => line.Split(" -> "))
            .Select(ends => (From: ends[0].Split(':'), To: ends[1]))
            .ToList();
        var ids = declared.Keys.Concat(connections.SelectMany(connection => new[] { connection.From[0], connection.To })).Distinct();
        return new JsonObject
        {
            ["id"] = "sketch-v1",
            ["definitionId"] = "sketch",
            ["name"] = "Sketch",
            ["version"] = 1,
            ["root"] = new JsonObject
            {
                ["id"] = "flow",
                ["type"] = "Elsa.Flowchart",
                ["activities"] = new JsonArray([.. ids.Select(id => Activity(id, declared.GetValueOrDefault(id)))]),
                ["connections"] = new JsonArray([
                    .. connections.Select(connection => Connection(connection.From[0], connection.From.ElementAtOrDefault(1) ?? "Done", connection.To)),
                ]),
            },
        };
    }

    public static JsonObject Input(string type, JsonNode value) =>
        new()
        {
            ["typeName"] = "String",
            ["expression"] = new JsonObject { ["type"] = type, ["value"] = value },
        };

    private static JsonObject Activity(string id, string? declaration)
    {
        var words = (declaration ?? Default(id)).Split(' ', 2);
        var argument = words.ElementAtOrDefault(1);
        var type = words[0] is "Start" or "End" or "Finish" or "FlowFork" or "FlowJoin" or "FlowDecision" ? $"Elsa.{words[0]}" : $"HaiDuong.{words[0]}";
        var activity = new JsonObject
        {
            ["id"] = id,
            ["type"] = type,
            ["version"] = 1,
        };
        if (words[0] == "FlowFork" && argument is not null)
            activity["branches"] = Input("Object", JsonSerializer.Serialize(argument.Split(' ')));
        else if (words[0] == "FlowJoin")
            activity["mode"] = Input("Literal", argument ?? "WaitAll");
        else if (words[0] == "FlowDecision")
            activity["condition"] = Input("Dossier", argument ?? "true");
        else if (argument is not null)
            activity["outcomes"] = Input("Object", JsonSerializer.Serialize(argument.Split(' ')));
        if (type.StartsWith("HaiDuong.", StringComparison.Ordinal))
            activity["role"] = Input("Literal", "specialist");
        return activity;
    }

    private static string Default(string id) =>
        id == "start" ? "Start"
        : id.StartsWith("end", StringComparison.Ordinal) ? "End"
        : "HumanTask";

    private static JsonObject Connection(string source, string port, string target) =>
        new()
        {
            ["source"] = new JsonObject { ["activity"] = source, ["port"] = port },
            ["target"] = new JsonObject { ["activity"] = target, ["port"] = "In" },
        };
}
