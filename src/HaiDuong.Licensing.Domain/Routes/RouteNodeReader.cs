using System.Text.Json;

namespace HaiDuong.Licensing.Domain.Routes;

/// <summary>Reads one activity of a definition file into a node.</summary>
internal sealed class RouteNodeReader(List<RouteFinding> findings, List<RouteConnection> connections, List<RouteVariable> variables)
{
    private readonly RouteExpressionReader expressions = new(findings, variables);

    public RouteNode? Read(string id, string type, JsonElement activity)
    {
        if (!expressions.Admits(id, activity))
            return null;

        var inputs = new RouteInputs(id, activity, findings);
        var custom = activity.Member("customProperties");
        var node = Node(id, type, inputs);
        return node is null
            ? null
            : node with
            {
                Position = Position(activity),
                MergeMode = custom?.TextMember("mergeMode"),
                CanStart = custom?.TextMember("canStartWorkflow") == "true",
                UnknownInputs = node is StepNode ? inputs.Unknown(StepCatalogue.Inputs) : [],
            };
    }

    private RouteNode? Node(string id, string type, RouteInputs inputs)
    {
        var title = inputs.DisplayText ?? id;
        switch (type)
        {
            case "Elsa.Start":
                return new StartNode(id, title);
            case "Elsa.End" or "Elsa.Finish":
                return new EndNode(id, title);
            case "Elsa.FlowFork":
                return new ForkNode(id, title, inputs.Texts("branches") ?? []);
            case "Elsa.FlowJoin":
                return new JoinNode(id, title, inputs.Text("mode") ?? "WaitAny");
            case "Elsa.FlowDecision":
                return new DecisionNode(id, title, expressions.Read(id, inputs.Raw("condition"), "condition"));
            case "Elsa.FlowSwitch":
                return new SwitchNode(id, title, Cases(id, inputs), inputs.Text("mode") is "MatchAny" or "1");
            case "Elsa.SetVariable":
                return new SetVariableNode(id, title, expressions.VariableId(id, inputs.Raw("variable")), expressions.Read(id, inputs.Raw("value"), "value"));
            default:
                return StepCatalogue.KindOf(type) is { } kind ? new StepNode(Step(id, kind, inputs)) : Unknown(id, type);
        }
    }

    private RouteStep Step(string id, StepKind kind, RouteInputs inputs)
    {
        var declared = inputs.Texts("outcomes");
        var isOpen = declared is null && kind == StepKind.HumanTask;
        var outcomes = isOpen ? Connected(id) : declared ?? StepCatalogue.Outcomes(kind);
        return new RouteStep(
            id,
            kind,
            inputs.Text("title") ?? inputs.DisplayText ?? inputs.Text("step") ?? id,
            inputs.Text("role"),
            inputs.Text("unit"),
            inputs.Budget(),
            inputs.NationalStatus() ?? StepCatalogue.NationalStatus(kind),
            outcomes,
            (kind == StepKind.HumanTask ? inputs.Text("step") : null) ?? id,
            inputs.Text("agency"),
            isOpen
        );
    }

    private List<string> Connected(string id) =>
        [.. connections.Where(connection => connection.Source == id).Select(connection => connection.Port).OfType<string>().Distinct()];

    private List<SwitchCase> Cases(string id, RouteInputs inputs) =>
        [.. inputs.Cases().Select(one => new SwitchCase(one.TextMember("label") ?? string.Empty, expressions.Read(id, one.Member("condition"), "condition")))];

    private RouteNode? Unknown(string id, string type)
    {
        findings.Add(RouteFinding.Refused(RouteFindingCode.UnknownActivityType, id, type));
        return null;
    }

    private static DesignerPosition? Position(JsonElement activity)
    {
        var position = activity.Member("metadata")?.Member("designer")?.Member("position");
        return position?.Member("x") is { ValueKind: JsonValueKind.Number } x && position.Value.Member("y") is { ValueKind: JsonValueKind.Number } y
            ? new DesignerPosition(x.GetDouble(), y.GetDouble())
            : null;
    }
}
