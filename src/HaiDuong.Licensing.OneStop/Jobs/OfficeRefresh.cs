using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;

namespace HaiDuong.Licensing.OneStop.Jobs;

/// <summary>
/// Takes in what other processes of this office announced about the calendar and its units, or published and withdrew as routes and procedures, when the
/// program starts and again and again.
/// Until a process has heard of an announcement it gives dates by what it knows, and the ledger says so: such a dossier is listed for the head
/// like any other.
/// </summary>
internal sealed class OfficeRefresh(
    IServiceScopeFactory scopes,
    PublishedRoutes published,
    PublishedProcedures procedures,
    Rulebooks rulebooks,
    ILogger<OfficeRefresh> log
) : SupervisedService(log)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    protected override async Task RunAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(Pause);
        do
        {
            // One that cannot be read keeps none of the others from being read.
            await Task.WhenAll(ReadCalendarAsync(stop), ReadSuccessionsAsync(stop), ReadRoutesAsync(stop), ReadProceduresAsync(stop));
        } while (await timer.WaitForNextTickAsync(stop));
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

    private Task ReadProceduresAsync(CancellationToken cancel) => procedures.TakeAsync(rulebooks.Catalogue, cancel);
}
