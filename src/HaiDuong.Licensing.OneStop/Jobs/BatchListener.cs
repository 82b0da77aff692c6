using HaiDuong.Licensing.OneStop.Features.Batches;
using HaiDuong.Licensing.OneStop.Storage;

namespace HaiDuong.Licensing.OneStop.Jobs;

/// <summary>Begins what somebody has just started here without waiting for the minute; what it misses the recurring job does.</summary>
internal sealed class BatchListener(BatchBell bell, JobTurn turn, BatchRunner runner, ILogger<BatchListener> log) : SupervisedService(log)
{
    protected override async Task RunAsync(CancellationToken stop)
    {
        while (true)
        {
            await bell.WaitAsync(stop);
            await turn.TakeAsync(JobRuns.Batches, runner.RunAsync, stop);
        }
    }
}
