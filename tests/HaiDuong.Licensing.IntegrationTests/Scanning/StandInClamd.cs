using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace HaiDuong.Licensing.IntegrationTests.Scanning;

/// <summary>
/// Speaks the protocol of clamd on a port of its own; away, hanging or answering as the test says. The real one is tried in <see cref="RealClamdTests"/>.
/// </summary>
internal sealed class StandInClamd : IAsyncDisposable
{
    private readonly TcpListener door = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Task serving;

    private StandInClamd()
    {
        door.Start();
        serving = ServeAsync();
    }

    public static StandInClamd Open() => new();

    public int Port => ((IPEndPoint)door.LocalEndpoint).Port;

    /// <summary>What it says of a file; null: it takes the connection and closes it without a word.</summary>
    public string? Answer { get; set; } = "stream: OK";

    /// <summary>It takes connections and never says anything.</summary>
    public bool Hangs { get; set; }

    /// <summary>How often it was asked about a file.</summary>
    public int Asked { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        door.Stop();
        await serving;
        stop.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
                _ = TalkAsync(await door.AcceptTcpClientAsync(stop.Token));
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                var first = new byte["zPING\0".Length];
                await stream.ReadExactlyAsync(first, stop.Token);
                if (first.AsSpan().SequenceEqual("zPING\0"u8))
                {
                    await stream.WriteAsync(Answer is null || Hangs ? [] : "PONG\0"u8.ToArray(), stop.Token);
                    return;
                }

                Asked++;
                if (Hangs)
                    await Task.Delay(Timeout.Infinite, stop.Token);
                if (Answer is null)
                    return;
                await stream.ReadExactlyAsync(new byte["zINSTREAM\0".Length - first.Length], stop.Token);
                var length = new byte[4];
                do
                {
                    await stream.ReadExactlyAsync(length, stop.Token);
                    await stream.ReadExactlyAsync(new byte[BinaryPrimitives.ReadInt32BigEndian(length)], stop.Token);
                } while (BinaryPrimitives.ReadInt32BigEndian(length) > 0);
                await stream.WriteAsync(Encoding.ASCII.GetBytes(Answer + "\0"), stop.Token);
            }
            catch (Exception end) when (end is OperationCanceledException or IOException or SocketException)
            {
                // The program hung up.
            }
        }
    }
}
