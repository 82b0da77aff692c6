using HaiDuong.Licensing.Web.Storage;
using HaiDuong.Licensing.Web.Workflows;

namespace HaiDuong.Licensing.Web.Jobs;

/// <summary>
/// Takes in what other processes of this office announced about the calendar and its units or published as routes, when the program starts and again and again.
/// Until a process has heard of an announcement it gives dates by what it knows, and the ledger says so: such a dossier is listed for the head
/// like any other.
/// </summary>
internal sealed partial class OfficeRefresh(IServiceScopeFactory scopes, PublishedRoutes published, Rulebooks rulebooks, ILogger<OfficeRefresh> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        try
        {
            do
            {
                await TryAsync(ReadCalendarAsync, stoppingToken);
                await TryAsync(ReadSuccessionsAsync, stoppingToken);
                await TryAsync(ReadRoutesAsync, stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program ends.
        }
    }

    private async Task ReadCalendarAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AnnouncedCalendar>().RefreshAsync(cancel);
    }

    private async Task ReadSuccessionsAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AnnouncedSuccessions>().RefreshAsync(cancel);
    }

    private async Task ReadRoutesAsync(CancellationToken cancel)
    {
        foreach (var (id, version) in await published.ListAsync(cancel))
            rulebooks.RouteOf(id, version);
    }

    private async Task TryAsync(Func<CancellationToken, Task> read, CancellationToken cancel)
    {
        try
        {
            await read(cancel);
        }
#pragma warning disable CA1031 // A database that is away for a moment must not end the program; the next time tries again.
        catch (Exception failure) when (!cancel.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogFailed(failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What other processes announced or published was not read")]
    private partial void LogFailed(Exception failure);
}
