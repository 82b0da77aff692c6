using HaiDuong.Licensing.Web.Storage;
using HaiDuong.Licensing.Web.Workflows;

namespace HaiDuong.Licensing.Web.Jobs;

/// <summary>Takes in what another process of this office has published; this process's own publications it has at once.</summary>
internal sealed partial class RouteRefresh(PublishedRoutes published, Rulebooks rulebooks, ILogger<RouteRefresh> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                foreach (var (id, version) in await published.ListAsync(stoppingToken))
                    rulebooks.RouteOf(id, version);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // A database that is away for a moment must not end the program; the next time tries again.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                LogFailed(failure);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The published routes were not read")]
    private partial void LogFailed(Exception failure);
}
