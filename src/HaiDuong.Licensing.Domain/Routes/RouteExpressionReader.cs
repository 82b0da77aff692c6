using System.Text.Json;

namespace HaiDuong.Licensing.Domain.Routes;

/// <summary>Reads expressions of a definition file and refuses scripts.</summary>
internal sealed class RouteExpressionReader(List<RouteFinding> findings, List<RouteVariable> variables)
{
    private static readonly RouteExpression Nothing = new LiteralExpression(string.Empty);
    private static readonly string[] Known = ["Literal", "Object", "Json", "Variable", "Dossier"];

    /// <summary>False, with a finding, if any input of the activity is a script or another expression that does not run here.</summary>
    public bool Admits(string nodeId, JsonElement activity)
    {
        var before = findings.Count;
        Search(nodeId, activity);
        return findings.Count == before;
    }

    /// <summary>Reads an expression object or a bare value.</summary>
    public RouteExpression Read(string nodeId, JsonElement? raw, string input)
    {
        if (raw is not { } expression)
            return Unreadable(RouteFindingCode.InputUnreadable, nodeId, input);
        if (expression.Scalar() is { } bare)
            return new LiteralExpression(bare);

        var value = expression.Member("value");
        return expression.TextMember("type") switch
        {
            "Literal" or "Object" or "Json" when value?.Scalar() is { } text => new LiteralExpression(text),
            "Variable" => new VariableExpression(VariableId(nodeId, value)),
            "Dossier" => Dossier(nodeId, value?.Scalar()),
            _ => Unreadable(RouteFindingCode.InputUnreadable, nodeId, input),
        };
    }

    /// <summary>Id of the variable that a member names by object or by text.</summary>
    public string VariableId(string nodeId, JsonElement? raw)
    {
        var name = raw?.Scalar() ?? raw?.TextMember("id") ?? raw?.TextMember("name") ?? raw?.Member("value")?.Scalar();
        var variable = variables.Find(variable => variable.Id == name) ?? variables.Find(variable => variable.Name == name);
        if (variable is null)
            findings.Add(RouteFinding.Refused(RouteFindingCode.UnknownVariable, nodeId, name ?? "?"));
        return variable?.Id ?? string.Empty;
    }

    private RouteExpression Dossier(string nodeId, string? text)
    {
        try
        {
            return DossierExpressionParser.Parse(text ?? string.Empty);
        }
        catch (FormatException fault)
        {
            return Unreadable(RouteFindingCode.ExpressionUnreadable, nodeId, text ?? string.Empty, fault.Message);
        }
    }

    private void Search(string nodeId, JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
                Search(nodeId, item);
        }

        if (element.ValueKind != JsonValueKind.Object)
            return;
        foreach (var member in element.EnumerateObject().Where(member => member.Name is not ("metadata" or "customProperties")))
        {
            if (member.Name is "expression" or "condition" && member.Value.TextMember("type") is { } type && !Known.Contains(type, StringComparer.Ordinal))
                findings.Add(RouteFinding.Refused(RouteFindingCode.ScriptRefused, nodeId, type));
            else
                Search(nodeId, member.Value);
        }
    }

    private RouteExpression Unreadable(RouteFindingCode code, string nodeId, params IReadOnlyList<string> details)
    {
        findings.Add(RouteFinding.Refused(code, nodeId, details));
        return Nothing;
    }
}
