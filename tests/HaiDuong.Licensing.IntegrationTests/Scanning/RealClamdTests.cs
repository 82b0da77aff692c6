using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using HaiDuong.Licensing.OneStop.Storage.Files;
using HaiDuong.Licensing.Tests.Files;
using Microsoft.Extensions.Logging.Abstractions;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Scanning;

/// <summary>Debian's clamd with a signature of our own: what the stand-in says is what the real one says (fault 35).</summary>
public sealed class RealClamdTests
{
    private const int MostMegabytes = 1;
    private static readonly string Eicar = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";
    private string folder = "";
    private Process? daemon;
    private ClamdScanner scanner = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        folder = Directory.CreateTempSubdirectory("hdl-clamd-").FullName;
        var port = FreePort();
        await File.WriteAllTextAsync(Path.Combine(folder, "own.ndb"), $"Eicar-Test:0:*:{Convert.ToHexStringLower(Encoding.ASCII.GetBytes(Eicar))}\n");
        await File.WriteAllTextAsync(
            Path.Combine(folder, "clamd.conf"),
            $"Foreground yes\nDatabaseDirectory {folder}\nTCPSocket {port}\nTCPAddr 127.0.0.1\nStreamMaxLength {MostMegabytes}M\nTemporaryDirectory {folder}\n"
        );
        daemon = Process.Start(
            new ProcessStartInfo("clamd", ["--config-file", Path.Combine(folder, "clamd.conf")])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        daemon.OutputDataReceived += (_, _) => { };
        daemon.BeginOutputReadLine();
        scanner = new ClamdScanner("127.0.0.1", port, NullLogger<ClamdScanner>.Instance);
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!await scanner.AnswersAsync(patience.Token))
        {
            if (daemon.HasExited)
                throw new InvalidOperationException($"clamd ended: {await daemon.StandardError.ReadToEndAsync(patience.Token)}");
            await Task.Delay(100, patience.Token);
        }
    }

    [OneTimeTearDown]
    public void Stop()
    {
        if (daemon is { HasExited: false })
        {
            daemon.Kill();
            daemon.WaitForExit();
        }

        daemon?.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Test]
    public async Task Scan_OfAPdf_IsClean() => Assert.That((await ScanAsync(SamplePdf.OnePage)).Verdict, Is.EqualTo(ScanVerdict.Clean));

    [Test]
    public async Task Scan_OfTheTestVirusInsideAPdf_IsInfected()
    {
        var reply = await ScanAsync(SamplePdf.With("", $"<< /Length {Eicar.Length} >>\nstream\n{Eicar}\nendstream"));

        Assert.That((reply.Verdict, reply.Answer), Is.EqualTo((ScanVerdict.Infected, "stream: Eicar-Test.UNOFFICIAL FOUND")));
    }

    // It hangs up in the middle of the file; what it said before that is heard every time.
    [Test]
    public async Task Scan_OfWhatIsTooLargeForIt_IsRefusedEveryTime()
    {
        var replies = new List<ScanReply>();
        foreach (var megabytes in Enumerable.Range(MostMegabytes + 1, 10))
            replies.Add(await ScanAsync(new byte[megabytes * 1024 * 1024]));

        Assert.That(replies, Has.All.EqualTo(new ScanReply(ScanVerdict.Refused, "INSTREAM size limit exceeded. ERROR")));
    }

    private Task<ScanReply> ScanAsync(byte[] content) => scanner.ScanAsync(new MemoryStream(content), CancellationToken.None);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
