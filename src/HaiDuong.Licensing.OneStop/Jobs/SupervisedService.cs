namespace HaiDuong.Licensing.OneStop.Jobs;

/// <summary>
/// A service in the background that outlives every fault: what fails is said in one line and begun again after a pause, so that the pages
/// never end because of it. Every background service of the office is one.
/// </summary>
public abstract partial class SupervisedService(ILogger log) : BackgroundService
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);

    /// <summary>Does the service's work until it is told to stop. It may throw whatever it likes.</summary>
    protected abstract Task RunAsync(CancellationToken stop);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The start of the office waits for nothing that happens here.
        await Task.Yield();
        await InsistAsync(RunAsync, stoppingToken);
    }

    /// <summary>Does one thing until it has worked; comes back early only when the program ends.</summary>
    protected async Task InsistAsync(Func<CancellationToken, Task> work, CancellationToken stop)
    {
        for (var pause = ShortestPause; !stop.IsCancellationRequested; pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, LongestPause.Ticks)))
        {
            try
            {
                await work(stop);
                return;
            }
            catch (Exception) when (stop.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // Whatever fails here must not end the program.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                LogFailed(GetType().Name, pause.TotalSeconds, failure);
            }

            await Task.Delay(pause, stop).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Service} failed and begins again in {Seconds} s")]
    private partial void LogFailed(string service, double seconds, Exception failure);
}
