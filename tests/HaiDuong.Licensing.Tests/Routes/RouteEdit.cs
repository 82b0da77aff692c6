using System.Text.Json.Nodes;

namespace HaiDuong.Licensing.Tests.Routes;

/// <summary>Changes to a definition file, as somebody at the drawing table would make them.</summary>
internal sealed class RouteEdit(JsonNode file)
{
    private JsonArray Activities => file["root"]!["activities"]!.AsArray();

    private JsonArray Connections => file["root"]!["connections"]!.AsArray();

    public RouteEdit Connect(string from, string to)
    {
        var ends = from.Split(':');
        Connections.Add(
            new JsonObject
            {
                ["source"] = new JsonObject { ["activity"] = ends[0], ["port"] = ends[1] },
                ["target"] = new JsonObject { ["activity"] = to, ["port"] = "In" },
            }
        );
        return this;
    }

    public RouteEdit Disconnect(string from)
    {
        Connections.Remove(Connection(from));
        return this;
    }

    public RouteEdit Lead(string from, string to)
    {
        Connection(from)["target"]!["activity"] = to;
        return this;
    }

    public RouteEdit Port(string from, string? port)
    {
        Connection(from)["source"]!["port"] = port;
        return this;
    }

    public RouteEdit Input(string step, string input, string value, string type = "Literal")
    {
        Activity(step)[input] = RouteSketch.Input(type, value);
        return this;
    }

    public RouteEdit Set(string step, string member, JsonNode? value)
    {
        Activity(step)[member] = value;
        return this;
    }

    public RouteEdit Without(string step, string member)
    {
        Activity(step).Remove(member);
        return this;
    }

    public RouteEdit Add(string id, string type, params (string Input, string Value)[] inputs)
    {
        var activity = new JsonObject
        {
            ["id"] = id,
            ["type"] = type,
            ["version"] = 1,
        };
        foreach (var (input, value) in inputs)
            activity[input] = RouteSketch.Input(
                input is "branches" or "outcomes" ? "Object"
                    : input == "condition" ? "Dossier"
                    : "Literal",
                value
            );
        Activities.Add(activity);
        return this;
    }

    /// <summary>Puts a step of a type into a connection, going on by its outcome.</summary>
    public RouteEdit Insert(string from, string id, string type, string outcome, params (string Input, string Value)[] inputs)
    {
        var target = Connection(from)["target"]!["activity"]!.GetValue<string>();
        return Add(id, type, inputs).Lead(from, id).Connect($"{id}:{outcome}", target);
    }

    public RouteEdit Remove(string step)
    {
        Activities.Remove(Activity(step));
        return this;
    }

    private JsonObject Activity(string id) => Activities.Select(activity => activity!.AsObject()).First(activity => activity["id"]!.GetValue<string>() == id);

    private JsonNode Connection(string from) =>
        Connections.First(connection => $"{connection!["source"]!["activity"]}:{connection["source"]!["port"]}" == from)!;
}
