using HaiDuong.Licensing.Web.Storage;

namespace HaiDuong.Licensing.Web.Jobs;

/// <summary>Sends what this process has just committed without waiting for the minute; what it misses the recurring job sends.</summary>
internal sealed partial class OutboxListener(OutboxBell bell, IServiceScopeFactory scopes, ILogger<OutboxListener> log) : BackgroundService
{
    /// <summary>Several acts in a row are sent together.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await bell.WaitAsync(stoppingToken);
                await Task.Delay(Breath, stoppingToken);
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<OutboxSender>().SendAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // A database that is away for a moment must not end the program; the next ring or minute tries again.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                LogFailed(failure);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The notices just owed were not sent")]
    private partial void LogFailed(Exception failure);
}
