using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using NodaTime;
using Npgsql;

namespace HaiDuong.Licensing.OneStop.Storage;

/// <summary>Whether the clock has jumped, and whether this machine's clock and the database's agree.</summary>
public sealed class ClockHealth(DatabaseClock clock, ClockGuard guard) : IHealthCheck
{
    private static readonly Duration Little = Duration.FromMinutes(2);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            if (await guard.LookAsync(cancellationToken) is { } jump)
                return HealthCheckResult.Degraded(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"It says {jump.Now:uuuu-MM-dd HH:mm} UTC, while {jump.Seen:uuuu-MM-dd HH:mm} was the last moment the office has seen: no reminder is sent and nothing expires or is removed until the clock is put right, or an administrator confirms it at /quan-tri/kiem-tra-du-lieu."
                    )
                );
            var skew = clock.Skew;
            return skew > Little || skew < -Little
                ? HealthCheckResult.Degraded(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"This machine's clock is {Math.Abs(skew.TotalMinutes):0} minutes {(skew > Duration.Zero ? "ahead of" : "behind")} the database's. The office counts by the database's; set this machine's clock (NTP)."
                    )
                )
                : HealthCheckResult.Healthy();
        }
        catch (NpgsqlException)
        {
            return HealthCheckResult.Degraded("The database's clock cannot be read; the office goes on by the last look at it.");
        }
    }
}
