namespace HaiDuong.Licensing.Domain.Routes;

/// <summary>A file that is no route this program can run (tệp quy trình không hợp lệ), with everything that is wrong with it.</summary>
public sealed class RouteFormatException(IReadOnlyList<RouteFinding> findings)
    : FormatException(string.Join(Environment.NewLine, findings.Select(finding => finding.English)))
{
    public IReadOnlyList<RouteFinding> Findings { get; } = findings;
}
