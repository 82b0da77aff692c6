using HaiDuong.Licensing.Domain.Routes;

namespace HaiDuong.Licensing.Web.Commands;

/// <summary>Facts given on the command line as <c>path=value</c>.</summary>
public sealed class SimulateCommandFacts(IEnumerable<string> given) : IRouteFacts
{
    private readonly Dictionary<string, string> values = given
        .Select(fact => fact.Split('=', 2))
        .Where(parts => parts.Length == 2)
        .GroupBy(parts => parts[0], StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.Last()[1], StringComparer.Ordinal);

    public string? Value(string path) => values.GetValueOrDefault(path);
}
