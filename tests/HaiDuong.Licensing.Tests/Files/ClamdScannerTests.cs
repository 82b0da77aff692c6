using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;
using HaiDuong.Licensing.OneStop.Storage.Files;
using Microsoft.Extensions.Logging.Abstractions;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Files;

public sealed class ClamdScannerTests
{
    [TestCase("stream: OK\0", ScanVerdict.Clean)]
    [TestCase("stream: Eicar-Signature FOUND\0", ScanVerdict.Infected)]
    [TestCase("INSTREAM size limit exceeded. ERROR\0", ScanVerdict.Refused)]
    [TestCase("stream: Can't allocate memory ERROR\0", ScanVerdict.NoAnswer)]
    [TestCase("", ScanVerdict.NoAnswer)]
    public async Task Scan_SendsTheWholeFileAndReadsTheVerdict(string answer, ScanVerdict expected)
    {
        using var daemon = new TcpListener(IPAddress.Loopback, 0);
        daemon.Start();
        var content = new byte[150_000];
        Random.Shared.NextBytes(content);
        var served = ServeAsync(daemon, answer);

        var verdict = await Scanner(daemon).ScanAsync(new MemoryStream(content), default);

        Assert.That((verdict.Verdict, verdict.Answer), Is.EqualTo((expected, answer.TrimEnd('\0'))));
        Assert.That(await served, Is.EqualTo(content));
    }

    [TestCase("INSTREAM size limit exceeded. ERROR\0", ScanVerdict.Refused, "INSTREAM size limit exceeded. ERROR")]
    [TestCase("", ScanVerdict.NoAnswer, "(hung up in the middle of the file)")]
    public async Task Scan_WhenTheDaemonHangsUpInTheMiddle_HearsWhatItSaidBefore(string answer, ScanVerdict expected, string heard)
    {
        using var daemon = new TcpListener(IPAddress.Loopback, 0);
        daemon.Start();
        var served = HangUpAsync(daemon, answer);

        var reply = await Scanner(daemon).ScanAsync(new MemoryStream(new byte[50_000_000]), default);

        await served;
        Assert.That(reply, Is.EqualTo(new ScanReply(expected, heard)));
    }

    [Test]
    public async Task Scan_WhenNobodyListens_HasNoAnswer()
    {
        using var daemon = new TcpListener(IPAddress.Loopback, 0);
        daemon.Start();
        var scanner = Scanner(daemon);
        daemon.Stop();

        Assert.That((await scanner.ScanAsync(new MemoryStream([1]), default)).Verdict, Is.EqualTo(ScanVerdict.NoAnswer));
        Assert.That(await scanner.AnswersAsync(default), Is.False);
    }

    [Test]
    public async Task Scan_WhenTheDaemonHangs_EndsWithTheCallersPatience()
    {
        using var daemon = new TcpListener(IPAddress.Loopback, 0);
        daemon.Start();
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        var reply = await Scanner(daemon).ScanAsync(new MemoryStream([1]), patience.Token);

        Assert.That(reply.Verdict, Is.EqualTo(ScanVerdict.NoAnswer));
    }

    private static ClamdScanner Scanner(TcpListener daemon) => new("127.0.0.1", ((IPEndPoint)daemon.LocalEndpoint).Port, NullLogger<ClamdScanner>.Instance);

    private static async Task HangUpAsync(TcpListener daemon, string answer)
    {
        using var client = await daemon.AcceptTcpClientAsync();
        await using var stream = client.GetStream();
        await stream.ReadExactlyAsync(new byte[100_000]);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(answer));
        // With what it has not heard in its ears, so that the other side is told by a reset.
        client.Close();
    }

    private static async Task<byte[]> ServeAsync(TcpListener daemon, string answer)
    {
        using var client = await daemon.AcceptTcpClientAsync();
        await using var stream = client.GetStream();
        await stream.ReadExactlyAsync(new byte["zINSTREAM\0".Length]);
        var received = new MemoryStream();
        var length = new byte[4];
        while (true)
        {
            await stream.ReadExactlyAsync(length);
            var chunk = new byte[BinaryPrimitives.ReadInt32BigEndian(length)];
            if (chunk.Length == 0)
                break;
            await stream.ReadExactlyAsync(chunk);
            received.Write(chunk);
        }

        await stream.WriteAsync(Encoding.ASCII.GetBytes(answer));
        return received.ToArray();
    }
}
