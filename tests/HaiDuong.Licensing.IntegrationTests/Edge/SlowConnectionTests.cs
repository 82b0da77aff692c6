using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using HaiDuong.Licensing.IntegrationTests.Applicant;
using HaiDuong.Licensing.IntegrationTests.Support;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Edge;

/// <summary>Thousands of connections that do nothing, or trickle (fault 62): everybody else is served at once, and who was too slow is told so.</summary>
[Platform("Linux")]
public sealed class SlowConnectionTests
{
    private const int Idle = 2_000;

    /// <summary>More than the program works on at once, and fast enough that none is cut off.</summary>
    private const int Senders = 700;

    private const string BeganToSend =
        "POST "
        + PermitApplication.Start
        + "/to-khai HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000000\r\n\r\na=";

    private static readonly byte[] Chunk = Encoding.ASCII.GetBytes(new string('x', 2048));
    private readonly List<Socket> sockets = [];
    private WholeProgram program = null!;
    private string folder = "";

    [OneTimeSetUp]
    public async Task OpenAsync()
    {
        folder = WholeProgram.NewFolder();
        program = WholeProgram.Start(folder, await TestCluster.CreateDatabaseAsync());
        await program.AskAsync("/health/ready", HttpStatusCode.OK);
    }

    [OneTimeTearDown]
    public void Close()
    {
        sockets.ForEach(socket => socket.Dispose());
        program.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Test, CancelAfter(60_000)]
    public async Task ThousandsOfConnections_IdleOrTrickling_KeepNobodyElseOut(CancellationToken cancel)
    {
        var slowHeaders = await ConnectAsync("127.0.0.2", 50, "GET / HTTP/1.1\r\nHost: local");
        var slowBodies = await ConnectAsync("127.0.0.2", 50, BeganToSend);
        var idle = await ConnectAsync("127.0.0.3", Idle, "");
        await ConnectAsync("127.0.0.4", Idle, "");
        var senders = await ConnectAsync("127.0.0.5", Senders, BeganToSend);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var trickle = TrickleAsync([.. slowHeaders, .. slowBodies], [(byte)'x'], enough.Token);
        var sending = TrickleAsync(senders, Chunk, enough.Token);

        var slowest = await ServeOthersAsync(TimeSpan.FromSeconds(5));
        var toldToGo = await Task.WhenAll(slowHeaders.Concat(slowBodies).Select(socket => AnswerAsync(socket, cancel)));
        var refused = await AnswerAsync(idle[^1], cancel);
        await enough.CancelAsync();
        await Task.WhenAll(trickle, sending);

        Assert.That(slowest, Is.LessThan(TimeSpan.FromSeconds(5)), "the slowest page of the others");
        Assert.That(toldToGo, Is.All.StartsWith("HTTP/1.1 408"));
        Assert.That(refused, Does.StartWith("HTTP/1.1 503").And.Contain("Retry-After: 10"), "one address has its share and no more");
        Assert.That(program.Log, Does.Not.Contain("fail:").And.Not.Contain("   at "));
    }

    /// <summary>Somebody from elsewhere reads and writes; gives how long they waited at most.</summary>
    private async Task<TimeSpan> ServeOthersAsync(TimeSpan howLong)
    {
        using var applicant = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = program.Address };
        await PermitApplication.DeclareAsync(new PageVisitor(applicant));
        var slowest = TimeSpan.Zero;
        for (var begin = Stopwatch.StartNew(); begin.Elapsed < howLong; )
        {
            using var fresh = new HttpClient { BaseAddress = program.Address };
            var one = Stopwatch.StartNew();
            using var page = await fresh.GetAsync("/thu-tuc/publishing-permit");
            page.EnsureSuccessStatusCode();
            slowest = one.Elapsed > slowest ? one.Elapsed : slowest;
        }

        return slowest;
    }

    private async Task<Socket[]> ConnectAsync(string from, int count, string begins)
    {
        var here = new IPEndPoint(IPAddress.Parse(from), 0);
        var there = new IPEndPoint(IPAddress.Loopback, program.Address.Port);
        var opened = new Socket[count];
        for (var i = 0; i < count; i++)
        {
            sockets.Add(opened[i] = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp));
            opened[i].Bind(here);
            await opened[i].ConnectAsync(there);
            if (begins.Length > 0)
                await opened[i].SendAsync(Encoding.ASCII.GetBytes(begins));
        }

        return opened;
    }

    private static async Task TrickleAsync(IReadOnlyList<Socket> senders, byte[] bytes, CancellationToken enough)
    {
        while (!enough.IsCancellationRequested)
        {
            foreach (var socket in senders)
            {
                try
                {
                    socket.Send(bytes);
                }
                catch (SocketException)
                {
                    // It was told to go.
                }
            }

            await Task.Delay(1000, CancellationToken.None);
        }
    }

    private static async Task<string> AnswerAsync(Socket socket, CancellationToken cancel)
    {
        var buffer = new byte[1024];
        return Encoding.ASCII.GetString(buffer, 0, await socket.ReceiveAsync(buffer, cancel));
    }
}
