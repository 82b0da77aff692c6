using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HaiDuong.Licensing.OneStop.Workflows;

/// <summary>Degraded while the office runs by other files than those under <c>workflows/</c>, or without some.</summary>
public sealed class LawHealth(LawFound law) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(
            law.Broken.Count == 0
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Degraded(
                    string.Join(' ', law.Broken.Select(problem => $"{problem.File}:{problem.Line}: {problem.English.ReplaceLineEndings(" ")}"))
                )
        );
}
