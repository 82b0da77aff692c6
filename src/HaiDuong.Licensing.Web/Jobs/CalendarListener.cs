using HaiDuong.Licensing.Web.Storage;

namespace HaiDuong.Licensing.Web.Jobs;

/// <summary>
/// Reads what has been announced about the calendar when the program starts and again and again. Until a process has heard, it gives dates
/// by what it knows, and the ledger says so: such a dossier is listed for the head like any other.
/// </summary>
internal sealed partial class CalendarListener(IServiceScopeFactory scopes, ILogger<CalendarListener> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        do
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<AnnouncedCalendar>().RefreshAsync(stoppingToken);
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
        while (await GoesOnAsync(timer, stoppingToken));
    }

    private static async Task<bool> GoesOnAsync(PeriodicTimer timer, CancellationToken stop)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stop);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The announcements of the calendar were not read")]
    private partial void LogFailed(Exception failure);
}
