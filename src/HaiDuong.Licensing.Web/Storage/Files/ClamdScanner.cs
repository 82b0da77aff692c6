using System.Buffers;
using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace HaiDuong.Licensing.Web.Storage.Files;

/// <summary>What the virus scanner said of a file.</summary>
public enum ScanVerdict
{
    /// <summary>This installation has no scanner.</summary>
    NotScanned,
    Clean,
    Infected,

    /// <summary>The scanner did not answer: the file waits and is not delivered.</summary>
    Held,
}

/// <summary>Asks a ClamAV daemon over TCP with its INSTREAM command.</summary>
public sealed class ClamdScanner(string host, int port, ILogger<ClamdScanner> logger)
{
    private const int ChunkSize = 64 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public async Task<ScanVerdict> ScanAsync(Stream content, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            var answer = await AskAsync(content, limit.Token);
            if (answer.EndsWith(" FOUND", StringComparison.Ordinal))
                return ScanVerdict.Infected;
            if (answer.EndsWith(": OK", StringComparison.Ordinal))
                return ScanVerdict.Clean;
            logger.LogWarning("The virus scanner answered {Answer}; the file is held", answer);
            return ScanVerdict.Held;
        }
        catch (Exception problem) when (problem is SocketException or IOException
            || problem is OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            logger.LogWarning(problem, "The virus scanner did not answer; the file is held");
            return ScanVerdict.Held;
        }
    }

    private async Task<string> AskAsync(Stream content, CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(host, port, cancellationToken);
        await using var daemon = client.GetStream();
        await daemon.WriteAsync("zINSTREAM\0"u8.ToArray(), cancellationToken);

        var buffer = ArrayPool<byte>.Shared.Rent(ChunkSize + 4);
        try
        {
            int read;
            do
            {
                // An empty chunk ends the stream.
                read = await content.ReadAsync(buffer.AsMemory(4, ChunkSize), cancellationToken);
                BinaryPrimitives.WriteInt32BigEndian(buffer, read);
                await daemon.WriteAsync(buffer.AsMemory(0, read + 4), cancellationToken);
            }
            while (read > 0);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        using var reader = new StreamReader(daemon, Encoding.UTF8);
        return (await reader.ReadToEndAsync(cancellationToken)).TrimEnd('\0', '\n');
    }
}
