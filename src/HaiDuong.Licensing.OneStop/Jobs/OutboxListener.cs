using HaiDuong.Licensing.OneStop.Storage;

namespace HaiDuong.Licensing.OneStop.Jobs;

/// <summary>Sends what this process has just committed without waiting for the minute; what it misses the recurring job sends.</summary>
internal sealed class OutboxListener(OutboxBell bell, OutboxCrew crew, ILogger<OutboxListener> log) : SupervisedService(log)
{
    /// <summary>Several acts in a row are sent together.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(1);

    protected override async Task RunAsync(CancellationToken stop)
    {
        while (true)
        {
            await bell.WaitAsync(stop);
            await Task.Delay(Breath, stop);
            await crew.SendAsync(stop);
        }
    }
}
