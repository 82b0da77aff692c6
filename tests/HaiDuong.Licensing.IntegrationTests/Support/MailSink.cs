using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace HaiDuong.Licensing.IntegrationTests.Support;

/// <summary>A mail server that takes every mail and remembers its message id.</summary>
public sealed class MailSink : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<string> ids = [];
    private readonly ConcurrentQueue<TcpClient> open = [];

    public MailSink()
    {
        listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>The message id of every mail taken, in order.</summary>
    public IReadOnlyCollection<string> Ids => ids;

    /// <summary>How often somebody connected.</summary>
    public int Connections { get; private set; }

    /// <summary>What the program is told so that it sends its mails here.</summary>
    public IEnumerable<(string Name, string Value)> Settings =>
        [("Mail__Host", "127.0.0.1"), ("Mail__Port", Port.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("Mail__RequireTls", "false")];

    /// <summary>Closes every connection without a word, as servers do after some minutes.</summary>
    public void HangUp()
    {
        while (open.TryDequeue(out var client))
            client.Dispose();
    }

    public void Dispose() => listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync();
                Connections++;
                open.Enqueue(client);
                _ = TalkAsync(client);
            }
        }
        catch (Exception closed) when (closed is ObjectDisposedException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        try
        {
            using var connection = client;
            client.NoDelay = true;
            await using var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.UTF8);
            await using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { AutoFlush = true, NewLine = "\r\n" };
            await writer.WriteLineAsync("220 sink");
            while (await reader.ReadLineAsync() is { } line)
            {
                if (line.StartsWith("DATA", StringComparison.OrdinalIgnoreCase))
                {
                    await writer.WriteLineAsync("354 go on");
                    ids.Enqueue(await MailAsync(reader));
                }
                else if (line.StartsWith("EHLO", StringComparison.OrdinalIgnoreCase))
                {
                    await writer.WriteLineAsync("250-sink\r\n250-PIPELINING\r\n250-8BITMIME");
                    await writer.WriteLineAsync("250 SMTPUTF8");
                    continue;
                }

                await writer.WriteLineAsync(line.StartsWith("QUIT", StringComparison.OrdinalIgnoreCase) ? "221 bye" : "250 ok");
            }
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The sender was killed.
        }
    }

    private static async Task<string> MailAsync(StreamReader reader)
    {
        var id = "";
        while (await reader.ReadLineAsync() is { } line && line != ".")
        {
            if (id.Length == 0 && line.StartsWith("Message-Id:", StringComparison.OrdinalIgnoreCase))
                id = line["Message-Id:".Length..].Trim();
        }

        return id;
    }
}
