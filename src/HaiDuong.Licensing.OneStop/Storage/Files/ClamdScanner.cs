using System.Buffers;
using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace HaiDuong.Licensing.OneStop.Storage.Files;

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

    /// <summary>Counts as an answer without a verdict: a file with which that happens again and again is given up.</summary>
    private const string HungUp = "(hung up in the middle of the file)";

    public string Address => $"{host}:{port}";

    /// <param name="content">Read from where it stands to its end.</param>
    /// <param name="patience">Ends the waiting; the answer is then that there was none.</param>
    public async Task<ScanReply> ScanAsync(Stream content, CancellationToken patience)
    {
        try
        {
            var answer = await AskAsync(content, patience);
            var verdict =
                answer.EndsWith(" FOUND", StringComparison.Ordinal) ? ScanVerdict.Infected
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
        // It says that a file is too large, and hangs up, before it has heard the whole of it: so it is listened to while the file is sent.
        var heard = HearAsync(daemon, patience);
        var isWhole = await SendAsync(daemon, content, patience);
        return await heard is { Length: > 0 } answer ? answer
            : isWhole ? ""
            : HungUp;
    }

    /// <summary>False when it hung up in the middle.</summary>
    private static async Task<bool> SendAsync(NetworkStream daemon, Stream content, CancellationToken patience)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(ChunkSize + 4);
        try
        {
            await daemon.WriteAsync("zINSTREAM\0"u8.ToArray(), patience);
            int read;
            do
            {
                // An empty chunk ends the stream.
                read = await content.ReadAsync(buffer.AsMemory(4, ChunkSize), patience);
                BinaryPrimitives.WriteInt32BigEndian(buffer, read);
                await daemon.WriteAsync(buffer.AsMemory(0, read + 4), patience);
            } while (read > 0);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>All that it says, also when it hangs up after that.</summary>
    private static async Task<string> HearAsync(NetworkStream daemon, CancellationToken patience)
    {
        using var heard = new MemoryStream();
        var part = new byte[512];
        try
        {
            while (await daemon.ReadAsync(part, patience) is > 0 and var read)
                heard.Write(part, 0, read);
        }
        catch (IOException)
        {
            // What it said before counts.
        }

        return Encoding.UTF8.GetString(heard.ToArray()).TrimEnd('\0', '\n');
    }
}
