using System.Globalization;
using System.Resources;

namespace HaiDuong.Licensing.Domain.Routes;

/// <summary>Something wrong with a route file (phát hiện khi kiểm tra quy trình): where, what to do, and a way that leads to the trouble.</summary>
/// <param name="Code">What it is.</param>
/// <param name="Severity">Whether it keeps the route from being published.</param>
/// <param name="NodeId">Id of the step or node; null when the whole file is meant.</param>
/// <param name="Details">What the sentence names besides the node: an outcome, an input, a type.</param>
/// <param name="Path">Example of how a dossier gets into the trouble, as <c>step:Outcome</c>; empty when the file itself shows it.</param>
public sealed record RouteFinding(
    RouteFindingCode Code,
    RouteFindingSeverity Severity,
    string? NodeId,
    IReadOnlyList<string> Details,
    IReadOnlyList<string> Path
)
{
    private static readonly ResourceManager Sentences = new("HaiDuong.Licensing.Domain.Routes.RouteFindings", typeof(RouteFinding).Assembly);

    public string Vietnamese => Sentence(CultureInfo.GetCultureInfo("vi"));

    public string English => Sentence(CultureInfo.GetCultureInfo("en"));

    /// <summary>The finding as a sentence that says where and what to do, in Vietnamese or English.</summary>
    public string Sentence(CultureInfo culture)
    {
        var pattern = Sentences.GetString(Code.ToString(), culture) ?? Code.ToString();
        object?[] arguments = [NodeId, .. Details];
        return string.Format(culture, pattern, arguments);
    }

    internal static RouteFinding Refused(RouteFindingCode code, string? nodeId, params IReadOnlyList<string> details) =>
        new(code, RouteFindingSeverity.Refused, nodeId, details, []);

    internal static RouteFinding Advice(RouteFindingCode code, string? nodeId, params IReadOnlyList<string> details) =>
        new(code, RouteFindingSeverity.Advice, nodeId, details, []);
}

/// <summary>How serious a finding is (mức độ).</summary>
public enum RouteFindingSeverity
{
    /// <summary>Good to know; the route may be published.</summary>
    Advice,

    /// <summary>The route may not be published.</summary>
    Refused,
}
