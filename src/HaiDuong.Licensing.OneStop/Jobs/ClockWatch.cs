using HaiDuong.Licensing.OneStop.Storage;

namespace HaiDuong.Licensing.OneStop.Jobs;

/// <summary>Looks at the database's clock each minute, and moves the office's mark on.</summary>
internal sealed class ClockWatch(DatabaseClock clock, ClockGuard guard, ILogger<ClockWatch> log) : SupervisedService(log)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    protected override async Task RunAsync(CancellationToken stop)
    {
        while (true)
        {
            await clock.LookAsync(stop);
            await guard.LookAsync(stop);
            await Task.Delay(Minute, stop);
        }
    }
}
