using HaiDuong.Licensing.OneStop.Storage;
using Hangfire;
using Hangfire.PostgreSql;
using Npgsql;

namespace HaiDuong.Licensing.OneStop.Jobs;

/// <summary>
/// Runs the recurring jobs inside the web program. It starts after the pages are served, so that starting waits neither for it nor for the
/// lock that a killed process left behind.
/// </summary>
internal sealed class JobServer(
    JobStorage storage,
    IRecurringJobManager recurring,
    JobActivator activator,
    NpgsqlDataSource source,
    IHostApplicationLifetime lifetime,
    ILogger<JobServer> log
) : SupervisedService(log)
{
    public const string Schema = "hangfire";

    private const long SchemaLock = 4_023_002;

    protected override async Task RunAsync(CancellationToken stop)
    {
        if (!await StartedAsync(stop))
            return;
        await InsistAsync(PrepareAsync, stop);
        if (stop.IsCancellationRequested)
            return;
        using var server = new BackgroundJobServer(
            new BackgroundJobServerOptions
            {
                WorkerCount = ConnectionBudget.JobWorkers,
                Activator = activator,
                ShutdownTimeout = TimeSpan.FromSeconds(5),
            },
            storage
        );
        // What was scheduled at an earlier start runs already.
        await InsistAsync(token => Task.Run(Schedule, CancellationToken.None).WaitAsync(token), stop);
        await StoppedAsync(stop);
        server.SendStop();
        await server.WaitForShutdownAsync(CancellationToken.None);
    }

    /// <summary>
    /// The log that the job server was given is the whole process's and ends with this office: the next office in the process must not write to it.
    /// </summary>
    public override void Dispose()
    {
        GlobalConfiguration.Configuration.UseNoOpLogProvider();
        base.Dispose();
    }

    /// <summary>The jobs' own tables; two processes that start at once make them one after the other.</summary>
    private async Task PrepareAsync(CancellationToken stop)
    {
        await using var connection = await source.OpenConnectionAsync(stop);
        await using (var turn = new NpgsqlCommand($"SELECT pg_advisory_lock({SchemaLock})", connection))
            await turn.ExecuteNonQueryAsync(stop);
        try
        {
            PostgreSqlObjectsInstaller.Install(connection, Schema);
        }
        finally
        {
            await using var over = new NpgsqlCommand($"SELECT pg_advisory_unlock({SchemaLock})", connection);
            await over.ExecuteNonQueryAsync(CancellationToken.None);
        }
    }

    /// <summary>Times are UTC; Viet Nam is 7 hours ahead and knows no summer time.</summary>
    private void Schedule()
    {
        recurring.AddOrUpdate<JobRuns>("outbox", job => job.SendOutboxAsync(CancellationToken.None), Cron.Minutely());
        recurring.AddOrUpdate<JobRuns>("deadline-watch", job => job.WatchDeadlinesAsync(CancellationToken.None), "*/15 * * * *");
        // What became due while the office was closed is told at once.
        recurring.Trigger("deadline-watch");
        recurring.AddOrUpdate<JobRuns>("due-date-review", job => job.ReviewDueDatesAsync(CancellationToken.None), "*/5 * * * *");
        recurring.AddOrUpdate<JobRuns>("unit-succession", job => job.MoveToSuccessorsAsync(CancellationToken.None), "*/5 * * * *");
        recurring.AddOrUpdate<JobRuns>("supplement-expiry", job => job.ExpireSupplementsAsync(CancellationToken.None), Cron.Daily(17, 10));
        recurring.AddOrUpdate<JobRuns>("licence-expiry", job => job.WarnOfExpiryAsync(CancellationToken.None), Cron.Daily(23, 0));
        recurring.AddOrUpdate<JobRuns>("expired-traces", job => job.RemoveExpiredAsync(CancellationToken.None), Cron.Daily(17, 40));
        recurring.AddOrUpdate<JobRuns>("orphan-sweep", job => job.SweepOrphansAsync(CancellationToken.None), Cron.Weekly(DayOfWeek.Saturday, 18, 30));
        recurring.AddOrUpdate<JobRuns>("paper-scan", job => job.ScanPapersAsync(CancellationToken.None), Cron.Minutely());
        recurring.AddOrUpdate<JobRuns>(JobRuns.Batches, job => job.RunBatchesAsync(CancellationToken.None), Cron.Minutely());
        recurring.AddOrUpdate<JobRuns>("data-check", job => job.CheckDataAsync(CancellationToken.None), Cron.Weekly(DayOfWeek.Saturday, 20, 0));
    }

    private async Task<bool> StartedAsync(CancellationToken stop)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var onStarted = lifetime.ApplicationStarted.Register(() => started.TrySetResult());
        await using var onStopped = stop.Register(() => started.TrySetCanceled(stop));
        return await started.Task.ContinueWith(task => task.IsCompletedSuccessfully, TaskScheduler.Default);
    }

    private static async Task StoppedAsync(CancellationToken stop)
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var onStop = stop.Register(() => stopped.TrySetResult());
        await stopped.Task;
    }
}
