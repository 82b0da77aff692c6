using Hangfire;
using Hangfire.States;
using Hangfire.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Jobs;

/// <summary>Whether the recurring jobs run: their server beats, none is long overdue, and none failed last time.</summary>
public sealed class JobHealth(JobStorage storage, IClock clock) : IHealthCheck
{
    private static readonly Duration Late = Duration.FromMinutes(3);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.Run(Look, cancellationToken);

    private HealthCheckResult Look()
    {
        try
        {
            using var connection = storage.GetConnection();
            var jobs = connection.GetRecurringJobs();
            var before = (clock.GetCurrentInstant() - Late).ToDateTimeUtc();
            if (jobs.Count == 0)
                return HealthCheckResult.Degraded("No job is scheduled yet; if this lasts longer than a minute, look at the log.");
            if (!storage.GetMonitoringApi().Servers().Any(server => server.Heartbeat > before))
                return HealthCheckResult.Degraded("No job server is alive: mails, warnings and reviews wait.");
            string[] troubles =
            [
                .. jobs.Where(job => job.NextExecution < before).Select(job => $"'{job.Id}' is overdue"),
                .. jobs.Where(job => job.LastJobState == FailedState.StateName).Select(job => $"'{job.Id}' failed at its last run"),
                .. jobs.Where(job => job.LastJobState == ScheduledState.StateName).Select(job => $"'{job.Id}' failed and is tried again"),
                .. jobs.Where(job => job.Error is not null).Select(job => $"'{job.Id}' cannot be scheduled"),
            ];
            return troubles.Length == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded($"Stalled: {string.Join(", ", troubles)}.");
        }
#pragma warning disable CA1031 // Whatever keeps the jobs from being looked at keeps them from running.
        catch (Exception)
#pragma warning restore CA1031
        {
            return HealthCheckResult.Degraded("The jobs' tables cannot be read; the jobs go on when the database answers.");
        }
    }
}
