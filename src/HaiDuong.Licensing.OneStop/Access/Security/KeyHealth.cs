using HaiDuong.Licensing.OneStop.Settings;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HaiDuong.Licensing.OneStop.Access.Security;

/// <summary>Whether the keys in the data folder are encrypted. A demo office says so and goes on; a real one needs its administrator.</summary>
public sealed class KeyHealth(OfficeOptions options) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(
            options.HasOpenKeys
                ? options.Demo == true
                    ? HealthCheckResult.Healthy("They lie open in the data folder (Office__KeyPassphrase is not set), which is good for a demo office only.")
                    : HealthCheckResult.Degraded(
                        "They lie open: whoever reads the data folder can log in as anybody and sign with its certificates. Set Office__KeyPassphrase and start again."
                    )
                : HealthCheckResult.Healthy()
        );
}
