using Hangfire;

namespace HaiDuong.Licensing.Web.Jobs;

/// <summary>Runs the recurring jobs inside the web program. It starts after the pages are served, so that starting does not wait for it.</summary>
internal sealed class JobServer(JobStorage storage, IRecurringJobManager recurring, JobActivator activator, IHostApplicationLifetime lifetime) : BackgroundService
{
    private const int Workers = 2;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!await StartedAsync(stoppingToken))
            return;
        Schedule();
        using var server = new BackgroundJobServer(new BackgroundJobServerOptions { WorkerCount = Workers, Activator = activator, ShutdownTimeout = TimeSpan.FromSeconds(5) }, storage);
        await StoppedAsync(stoppingToken);
        server.SendStop();
        await server.WaitForShutdownAsync(CancellationToken.None);
    }

    /// <summary>Times are UTC; Viet Nam is 7 hours ahead and knows no summer time.</summary>
    private void Schedule()
    {
        recurring.AddOrUpdate<JobRuns>("outbox", job => job.SendOutboxAsync(CancellationToken.None), Cron.Minutely());
        recurring.AddOrUpdate<JobRuns>("deadline-watch", job => job.WatchDeadlinesAsync(CancellationToken.None), "*/15 * * * *");
        recurring.AddOrUpdate<JobRuns>("due-date-review", job => job.ReviewDueDatesAsync(CancellationToken.None), "*/5 * * * *");
        recurring.AddOrUpdate<JobRuns>("unit-succession", job => job.MoveToSuccessorsAsync(CancellationToken.None), "*/5 * * * *");
        recurring.AddOrUpdate<JobRuns>("supplement-expiry", job => job.ExpireSupplementsAsync(CancellationToken.None), Cron.Daily(17, 10));
        recurring.AddOrUpdate<JobRuns>("licence-expiry", job => job.WarnOfExpiryAsync(CancellationToken.None), Cron.Daily(23, 0));
        recurring.AddOrUpdate<JobRuns>("orphan-sweep", job => job.SweepOrphansAsync(CancellationToken.None), Cron.Weekly(DayOfWeek.Saturday, 18, 30));
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
