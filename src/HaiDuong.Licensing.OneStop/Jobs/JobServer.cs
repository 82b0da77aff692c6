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

    private void Schedule()
    {
        foreach (var job in JobSchedule.All)
            recurring.AddOrUpdate(job.Id, job.Run, job.Cron);
        // What became due while the office was closed is told at once.
        recurring.Trigger(JobSchedule.DeadlineWatch);
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
