using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace HaiDuong.Licensing.OneStop.Storage;

/// <summary>Healthy when the database answers; the program serves again by itself when the database comes back.</summary>
public sealed class DatabaseHealth(NpgsqlDataSource source) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var command = source.CreateCommand("SELECT 1");
            await command.ExecuteScalarAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (NpgsqlException)
        {
            return HealthCheckResult.Unhealthy("The database does not answer; the office goes on by itself when it does.");
        }
    }
}
