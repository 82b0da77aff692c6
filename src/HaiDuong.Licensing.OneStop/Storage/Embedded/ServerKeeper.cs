using System.Diagnostics;

namespace HaiDuong.Licensing.OneStop.Storage.Embedded;

/// <summary>
/// Watches the private server and starts it again when it ends by itself: killed, out of memory, or stopped with the process that owned it.
/// </summary>
/// <param name="server">The server this process started; null when another process did.</param>
/// <param name="begin">Starts a server, or attaches to one that another process has started meanwhile.</param>
/// <param name="lives">Whether the server of another process is there.</param>
/// <param name="logger">Told of every end and every return.</param>
internal sealed class ServerKeeper(ServerProcess? server, Func<CancellationToken, Task<ServerProcess?>> begin, Func<bool> lives, ILogger logger)
    : IAsyncDisposable
{
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(1);
    private readonly CancellationTokenSource ended = new();
    private ServerProcess? owned = server;
    private Task? watch;

    public bool Owns => owned is not null;

    public void Begin() => watch = Task.Run(() => WatchAsync(ended.Token));

    /// <summary>Ends the watch and the server, if it is ours.</summary>
    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        if (watch is not null)
            await watch;
        await StopAsync(owned);
        ended.Dispose();
    }

    public static async Task StopAsync(ServerProcess? server)
    {
        if (server is null)
            return;
        await server.StopAsync(TimeSpan.FromSeconds(30));
        server.Dispose();
    }

    private async Task WatchAsync(CancellationToken stop)
    {
        try
        {
            while (true)
            {
                await GoneAsync(stop);
                await BringBackAsync(stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The program ends.
        }
    }

    private async Task GoneAsync(CancellationToken stop)
    {
        if (owned is { } mine)
        {
            await mine.Exited.WaitAsync(stop);
            return;
        }

        while (lives())
            await Task.Delay(Glance, stop);
    }

    private async Task BringBackAsync(CancellationToken stop)
    {
        logger.LogError("PostgreSQL has ended by itself; it is started again");
        var clock = Stopwatch.StartNew();
        owned?.Dispose();
        owned = null;
        while (true)
        {
            try
            {
                owned = await begin(stop);
                logger.LogWarning("PostgreSQL is back after {Milliseconds} ms", clock.ElapsedMilliseconds);
                return;
            }
#pragma warning disable CA1031 // A full disk, a folder that is away: whatever it is may pass, and the office stays.
            catch (Exception failure) when (!stop.IsCancellationRequested)
#pragma warning restore CA1031
            {
                logger.LogError("PostgreSQL does not start: {Reason}", failure.Message);
                await Task.Delay(Glance, stop);
            }
        }
    }
}
