using System.Buffers;
using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace HaiDuong.Licensing.Web.Storage.Files;

/// <summary>What the virus scanner said of a file.</summary>
public enum ScanVerdict
{
    Clean,
    Infected,

    /// <summary>The scanner will not look at this file, now or later: it is too large for it.</summary>
    Refused,

    /// <summary>The scanner could not be asked, or did not say: the file goes on waiting.</summary>
    NoAnswer,
}

/// <summary>The verdict, and the scanner's own words; empty when it said nothing.</summary>
public sealed record ScanReply(ScanVerdict Verdict, string Answer);

/// <summary>The scanner of this installation; null where none is configured.</summary>
public sealed record VirusScanner(ClamdScanner? Clamd)
{
    public bool IsConfigured => Clamd is not null;
}

/// <summary>Asks a ClamAV daemon over TCP. It waits as long as its caller does and never throws for the daemon's faults.</summary>
public sealed class ClamdScanner(string host, int port, ILogger<ClamdScanner> logger)
{
    private const int ChunkSize = 64 * 1024;

    public string Address => $"{host}:{port}";

    /// <param name="content">Read from where it stands to its end.</param>
    /// <param name="patience">Ends the waiting; the answer is then that there was none.</param>
    public async Task<ScanReply> ScanAsync(Stream content, CancellationToken patience)
    {
        try
        {
            var answer = await AskAsync(content, patience);
            var verdict = answer.EndsWith(" FOUND", StringComparison.Ordinal) ? ScanVerdict.Infected
                : answer.EndsWith(": OK", StringComparison.Ordinal) ? ScanVerdict.Clean
                : answer.Contains("size limit exceeded", StringComparison.Ordinal) ? ScanVerdict.Refused
                : ScanVerdict.NoAnswer;
            if (verdict is ScanVerdict.NoAnswer or ScanVerdict.Refused)
                logger.LogWarning("The virus scanner gave no verdict but {Answer}; the file is not given out", answer);
            return new ScanReply(verdict, answer);
        }
        catch (Exception problem) when (problem is SocketException or IOException or OperationCanceledException)
        {
            logger.LogWarning("The virus scanner did not answer ({Reason}); the file waits and is not given out", problem.Message);
            return new ScanReply(ScanVerdict.NoAnswer, "");
        }
    }

    /// <summary>Whether the daemon answers.</summary>
    public async Task<bool> AnswersAsync(CancellationToken patience)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(host, port, patience);
            await using var daemon = client.GetStream();
            await daemon.WriteAsync("zPING\0"u8.ToArray(), patience);
            using var reader = new StreamReader(daemon, Encoding.UTF8);
            return (await reader.ReadToEndAsync(patience)).StartsWith("PONG", StringComparison.Ordinal);
        }
        catch (Exception problem) when (problem is SocketException or IOException or OperationCanceledException)
        {
            return false;
        }
    }

    private async Task<string> AskAsync(Stream content, CancellationToken patience)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(host, port, patience);
        await using var daemon = client.GetStream();
        await daemon.WriteAsync("zINSTREAM\0"u8.ToArray(), patience);

        var buffer = ArrayPool<byte>.Shared.Rent(ChunkSize + 4);
        try
        {
            int read;
            do
            {
                // An empty chunk ends the stream.
                read = await content.ReadAsync(buffer.AsMemory(4, ChunkSize), patience);
                BinaryPrimitives.WriteInt32BigEndian(buffer, read);
                await daemon.WriteAsync(buffer.AsMemory(0, read + 4), patience);
            }
            while (read > 0);
        }
        catch (IOException)
        {
            // It closes the connection in the middle when a file is too large for it; its answer can still be read.
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        using var reader = new StreamReader(daemon, Encoding.UTF8);
        return (await reader.ReadToEndAsync(patience)).TrimEnd('\0', '\n');
    }
}
