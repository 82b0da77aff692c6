using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using HaiDuong.Licensing.Demo;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.IntegrationTests.Acts;
using HaiDuong.Licensing.OneStop.Identity;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HaiDuong.Licensing.Benchmarks;

/// <summary>The main pages, asked one after the other over HTTP from the web program in a process of its own.</summary>
internal static partial class PageBench
{
    private const int Requests = 200;
    private const string Password = "benchmarks only";

    public static async Task RunAsync(IServiceProvider services, string connectionString, string folder, ClusterCpu cluster, Report report)
    {
        var journey = new DossierDriver(services, OfficeStaff.All, "publishing-permit");
        var appraised = await journey.ReachAsync(DossierAct.Assign);
        var closed = (await journey.FindAsync(await journey.ReachAsync(DossierAct.HandOver)))!;
        await SetPasswordsAsync(services);
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        using var web = Start(address, connectionString, folder);
        try
        {
            using var visitor = await ReadyAsync(address);
            using var clerk = await LogInAsync(address, "staff1");
            using var specialist = await LogInAsync(address, "staff4");
            (string Name, HttpClient Who, string Path)[] pages =
            [
                ("start page", visitor, "/"),
                ("procedures", visitor, "/thu-tuc"),
                ("one procedure", visitor, "/thu-tuc/publishing-permit"),
                ("tracking form", visitor, "/tra-cuu"),
                ("counter", clerk, "/mot-cua"),
                ("take in, first page", clerk, "/mot-cua/tiep-nhan/publishing-permit"),
                ("search", clerk, "/tim?q=khuyen+hoc"),
                ("closed dossier with proof and history", clerk, $"/ho-so/{closed.Id}"),
                ("my work", specialist, "/viec-cua-toi"),
                ("appraisal", specialist, $"/tham-dinh/{appraised}"),
            ];
            foreach (var (name, who, path) in pages)
                await MeasureAsync(report, name, who, path, web, cluster);
        }
        finally
        {
            web.Kill();
            await web.WaitForExitAsync();
        }
    }

    private static async Task MeasureAsync(Report report, string name, HttpClient who, string path, Process web, ClusterCpu cluster)
    {
        for (var warm = 0; warm < 20; warm++)
            using (var first = await who.GetAsync(new Uri(path, UriKind.Relative)))
            {
                if (first.StatusCode != HttpStatusCode.OK)
                {
                    report.Add($"page: {name}", $"not measured, answers {(int)first.StatusCode}");
                    return;
                }
            }

        web.Refresh();
        var (cpu, theirs, times) = (web.TotalProcessorTime, cluster.Used(), new List<double>());
        for (var request = 0; request < Requests; request++)
        {
            var clock = Stopwatch.StartNew();
            await who.GetStringAsync(new Uri(path, UriKind.Relative));
            times.Add(clock.Elapsed.TotalMilliseconds);
        }

        web.Refresh();
        cpu = web.TotalProcessorTime - cpu;
        theirs = cluster.Used() - theirs;
        report.Add(
            $"page: {name}, p50 / p95 ms, CPU ms program + PostgreSQL",
            $"{Report.Percentile(times, 0.5):0.0} / {Report.Percentile(times, 0.95):0.0}, {cpu.TotalMilliseconds / Requests:0.0} + {theirs.TotalMilliseconds / Requests:0.0}"
        );
    }

    private static async Task SetPasswordsAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OfficeDbContext>();
        foreach (var account in await db.Users.ToListAsync())
            account.PasswordHash = new PasswordHasher<Account>().HashPassword(account, Password);
        await db.SaveChangesAsync();
    }

    private static Process Start(Uri address, string connectionString, string folder)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "HaiDuong.Licensing.Web.dll")])
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        start.Environment["Urls"] = address.ToString();
        start.Environment["ConnectionStrings__Default"] = connectionString;
        start.Environment["Office__DataFolder"] = folder;
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Console.Error.WriteLine(line.Data);
        process.BeginOutputReadLine();
        return process;
    }

    private static async Task<HttpClient> ReadyAsync(Uri address)
    {
        var client = new HttpClient { BaseAddress = address };
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                using var health = await client.GetAsync(new Uri("/health", UriKind.Relative));
                return client;
            }
            catch (HttpRequestException) when (attempt < 600)
            {
                await Task.Delay(100);
            }
        }
    }

    private static async Task<HttpClient> LogInAsync(Uri address, string name)
    {
        var client = new HttpClient { BaseAddress = address };
        var path = new Uri("/dang-nhap", UriKind.Relative);
        var token = Token().Match(await client.GetStringAsync(path)).Groups["token"].Value;
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["Name"] = name,
                ["Password"] = Password,
                ["xsrf"] = token,
            }
        );
        using var answer = await client.PostAsync(path, form);
        return answer.RequestMessage!.RequestUri!.AbsolutePath != "/dang-nhap" ? client : throw new InvalidOperationException($"{name} could not log in.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex("name=\"xsrf\"[^>]*value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
