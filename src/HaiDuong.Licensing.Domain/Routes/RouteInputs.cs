using System.Globalization;
using System.Text.Json;

namespace HaiDuong.Licensing.Domain.Routes;

/// <summary>The inputs of one activity: Elsa's wrapper with an expression, or a bare value.</summary>
internal sealed class RouteInputs(string nodeId, JsonElement activity, List<RouteFinding> findings)
{
    public string? DisplayText => activity.Member("metadata")?.TextMember("displayText") ?? activity.TextMember("name");

    /// <summary>The expression object of an input (type and value), or the bare value.</summary>
    public JsonElement? Raw(string input) => activity.Member(input) is { } member ? member.Member("expression") ?? member : null;

    /// <summary>A fixed text; null when the input is absent or empty.</summary>
    public string? Text(string input)
    {
        if (Value(input) is not { } value)
            return null;
        if (value.Scalar() is not { } text)
        {
            Unreadable(input);
            return null;
        }

        return text.Length == 0 ? null : text;
    }

    /// <summary>A list of texts, written as an array or as the text of one; null when the input is absent.</summary>
    public List<string>? Texts(string input)
    {
        if (Value(input) is not { } value)
            return null;
        var texts = value.ValueKind == JsonValueKind.String ? FromText(value.GetString()!) : Texts(value);
        if (texts is null || texts.Exists(string.IsNullOrWhiteSpace) || texts.Distinct().Count() != texts.Count)
            Unreadable(input);
        return texts ?? [];
    }

    public StepBudget? Budget()
    {
        var hours = Number("budgetHours");
        var share = Number("budgetShare");
        if (hours is null && share is null)
            return null;
        if (hours is not null && share is not null)
            Unreadable("budgetShare");
        if (hours is <= 0)
            Unreadable("budgetHours");
        if (share is <= 0 or > 1)
            Unreadable("budgetShare");
        return new StepBudget(hours, share);
    }

    public int? NationalStatus()
    {
        if (Number("nationalStatus") is not { } status)
            return null;
        if (status is < 1 or > 10 || status != decimal.Truncate(status))
            Unreadable("nationalStatus");
        return (int)Math.Clamp(status, 1, 10);
    }

    /// <summary>The cases of a switch, which Elsa writes as plain JSON.</summary>
    public IEnumerable<JsonElement> Cases()
    {
        List<JsonElement> cases = [.. activity.Items("cases")];
        var labels = cases.ConvertAll(one => one.TextMember("label"));
        if (labels.Exists(string.IsNullOrWhiteSpace) || labels.Distinct().Count() != labels.Count)
            Unreadable("cases");
        return cases;
    }

    /// <summary>Members written like an input, with an expression, that are not among the known ones.</summary>
    public List<string> Unknown(IReadOnlyCollection<string> known) =>
        [
            .. activity
                .EnumerateObject()
                .Where(member => member.Value.Member("expression") is not null && !known.Contains(member.Name))
                .Select(member => member.Name),
        ];

    private JsonElement? Value(string input)
    {
        var raw = Raw(input);
        if (raw is not { ValueKind: JsonValueKind.Object } expression)
            return raw;
        if (expression.TextMember("type") is "Literal" or "Object" or "Json")
            return expression.Member("value");
        Unreadable(input);
        return null;
    }

    private decimal? Number(string input)
    {
        if (Text(input) is not { } text)
            return null;
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return number;
        Unreadable(input);
        return null;
    }

    private static List<string>? FromText(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Texts(document.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static List<string>? Texts(JsonElement array) =>
        array.ValueKind == JsonValueKind.Array && array.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String)
            ? [.. array.EnumerateArray().Select(item => item.GetString()!)]
            : null;

    private void Unreadable(string input) => findings.Add(RouteFinding.Refused(RouteFindingCode.InputUnreadable, nodeId, input));
}
