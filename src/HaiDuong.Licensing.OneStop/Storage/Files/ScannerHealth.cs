using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HaiDuong.Licensing.OneStop.Storage.Files;

/// <summary>Asks the virus scanner whether it is there; says so as well when this installation has none.</summary>
public sealed class ScannerHealth(VirusScanner scanner) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (scanner.Clamd is not { } clamd)
            return HealthCheckResult.Healthy("None is configured (Clamd__Host): uploaded files are not scanned.");
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        return await clamd.AnswersAsync(patience.Token)
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded("It does not answer: uploaded files wait unscanned.");
    }
}
