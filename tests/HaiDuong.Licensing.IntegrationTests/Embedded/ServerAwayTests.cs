using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Storage.Embedded;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Embedded;

/// <summary>The program with a configured server that is down, or that refuses it.</summary>
public sealed class ServerAwayTests
{
    private static readonly HttpClient Client = new() { Timeout = TimeSpan.FromSeconds(10) };
    private string folder = "";

    [SetUp]
    public void MakeFolder()
    {
        folder = Directory.CreateTempSubdirectory("hdl-away-").FullName;
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder, (UnixFileMode)0b111_101_101);
    }

    [TearDown]
    public void RemoveFolder() => Directory.Delete(folder, recursive: true);

    [Test, CancelAfter(120_000)]
    public async Task Start_WhileTheServerIsDown_SaysSoAndOpensByItselfWhenItIsBack(CancellationToken cancel)
    {
        string connectionString;
        await using (var first = await StartServerAsync())
            connectionString = first.ConnectionString;
        using var program = Start(connectionString, out var address);
        try
        {
            using (var waiting = await AskAsync(new Uri(address, "/"), HttpStatusCode.ServiceUnavailable, cancel))
                Assert.That(await waiting.Content.ReadAsStringAsync(cancel), Does.Contain("chưa kết nối được cơ sở dữ liệu"));
            using var red = await AskAsync(new Uri(address, "/health/ready"), HttpStatusCode.ServiceUnavailable, cancel);
            using var alive = await AskAsync(new Uri(address, "/health/live"), HttpStatusCode.OK, cancel);

            await using var server = await StartServerAsync();

            using var green = await AskAsync(new Uri(address, "/health"), HttpStatusCode.OK, cancel);
            using var home = await AskAsync(new Uri(address, "/"), HttpStatusCode.OK, cancel);
        }
        finally
        {
            program.Kill();
            await program.WaitForExitAsync(CancellationToken.None);
        }
    }

    [Test]
    public async Task Start_WithADatabaseThatIsNotThere_EndsWithASentence()
    {
        var nowhere = new NpgsqlConnectionStringBuilder(await TestCluster.CreateDatabaseAsync()) { Database = "no_such_office" };
        using var program = Start(nowhere.ConnectionString, out _);

        await program.WaitForExitAsync();

        Assert.That(program.ExitCode, Is.EqualTo(1));
        Assert.That(await program.StandardOutput.ReadToEndAsync(), Does.Contain("no_such_office").And.Contain("ConnectionStrings__Default"));
    }

    private Task<EmbeddedPostgres> StartServerAsync() =>
        EmbeddedPostgres.StartAsync(folder, null, NullLogger.Instance, new EmbeddedPostgresOptions { Fsync = false });

    private Process Start(string connectionString, out Uri address)
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        address = new Uri($"http://{free.LocalEndpoint}");
        return Process.Start(
            new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "HaiDuong.Licensing.Web.dll")])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                WorkingDirectory = AppContext.BaseDirectory,
                Environment =
                {
                    ["ConnectionStrings__Default"] = connectionString,
                    ["Office__DataFolder"] = Path.Combine(folder, "office"),
                    ["Urls"] = address.ToString(),
                },
            }
        )!;
    }

    /// <summary>Asks until the answer has the status.</summary>
    private static async Task<HttpResponseMessage> AskAsync(Uri address, HttpStatusCode status, CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                var answer = await Client.GetAsync(address, cancel);
                if (answer.StatusCode == status)
                    return answer;
                answer.Dispose();
            }
            catch (HttpRequestException)
            {
                // Nothing listens yet.
            }

            await Task.Delay(200, cancel);
        }
    }
}
