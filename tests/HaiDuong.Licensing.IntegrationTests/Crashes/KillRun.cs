using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.Web;
using HaiDuong.Licensing.Web.Demo;
using HaiDuong.Licensing.Web.Storage;
using HaiDuong.Licensing.Web.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace HaiDuong.Licensing.IntegrationTests.Crashes;

/// <summary>What a run came to. Nothing may be lost, doubled, stuck, or ended by itself; a mail that left when its sender was killed may come again with the same id.</summary>
public sealed record KillFigures(
    int Kills, int Acknowledged, int SentAgain, int Lost, int Doubled, int Stuck, int SelfEnded, int Mails, int MailsAgain, IReadOnlyList<string> Faults)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Kills} kills, {Acknowledged} acts acknowledged ({SentAgain} after sending again): lost {Lost}, doubled {Doubled}, stuck {Stuck}, self-ended {SelfEnded}; {Mails} mails, {MailsAgain} with an id that came before; {Faults.Count} faults")
        + string.Concat(Faults.Take(20).Select(fault => $"\n  {fault}"));
}

/// <summary>
/// Drives counter acts over HTTP against the whole program, jobs and mail on, kills it and its PostgreSQL at random, and looks for minutes at what is left:
/// <c>dotnet exec HaiDuong.Licensing.IntegrationTests.dll kill-run 100</c>.
/// </summary>
internal sealed class KillRun(int kills, int seed, TimeSpan watch, Action<string> say) : IDisposable
{
    public const string Command = "kill-run";

    private const int Hands = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly Random random = new(seed);
    private readonly string folder = WholeProgram.NewFolder();
    private readonly Uri address = WholeProgram.FreeAddress();
    private readonly MailSink mails = new();
    private readonly ConcurrentBag<(Guid Dossier, string Applicant)> acknowledged = [];
    private readonly ConcurrentQueue<string> faults = [];
    private WholeProgram program = null!;
    private int sentAgain;
    private int selfEnded;
    private int stuck;

    public static async Task<int> MainAsync(string kills, string? seed)
    {
        using var run = new KillRun(int.Parse(kills, CultureInfo.InvariantCulture), int.Parse(seed ?? "1", CultureInfo.InvariantCulture), TimeSpan.FromMinutes(3), Console.WriteLine);
        var figures = await run.DoAsync(CancellationToken.None);
        Console.WriteLine(figures);
        return figures is { Lost: 0, Doubled: 0, Stuck: 0, SelfEnded: 0, Faults.Count: 0 } ? 0 : 1;
    }

    public async Task<KillFigures> DoAsync(CancellationToken cancel)
    {
        program = Start();
        await ReadyAsync(cancel);
        await using var office = OfficeInTime.Open(new OfficeOptions { DataFolder = folder, WorkflowsFolder = WorkflowsFolder.Find(AppContext.BaseDirectory).Root }, Connection(), SystemClock.Instance.GetCurrentInstant());
        await using (var desk = office.Desk())
            await DemoPeople.CreateAsync(desk.ServiceProvider, OfficeClock.ToLocal(office.Clock.Now).Date, OfficeClock.ToLocal(office.Clock.Now).Date, cancel);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var hands = Enumerable.Range(1, Hands).Select(hand => Task.Run(() => new KillRunHand(address, $"{seed}.{hand}", acknowledged.Add, faults.Enqueue, () => Interlocked.Increment(ref sentAgain)).WorkAsync(end.Token), cancel)).ToList();
        for (var kill = 1; kill <= kills; kill++)
        {
            await Task.Delay(random.Next(500, 5000), cancel);
            var what = await KillAsync();
            await ReadyAsync(cancel);
            say($"{kill}: {what}; {acknowledged.Count} acts so far");
        }

        await Task.Delay(TimeSpan.FromSeconds(3), cancel);
        await end.CancelAsync();
        await Task.WhenAll(hands);
        await WatchAsync(office, cancel);
        return await CountAsync(office, cancel);
    }

    public void Dispose()
    {
        program?.Dispose();
        mails.Dispose();
        for (var waited = Stopwatch.StartNew(); WholeProgram.DatabaseProcess(folder) is { } id && Directory.Exists($"/proc/{id}") && waited.Elapsed < Patience;)
            Thread.Sleep(100);
        var moved = Path.Combine(folder, "moved-to.txt");
        if (File.Exists(moved))
            Directory.Delete(File.ReadAllText(moved).Trim(), recursive: true);
        Directory.Delete(folder, recursive: true);
    }

    private WholeProgram Start() => WholeProgram.Start(folder, null, address, mails.Settings);

    private string Connection()
    {
        const string Said = "socket in ";
        var socket = program.Log.Split('\n').Last(line => line.Contains(Said, StringComparison.Ordinal)).Split(Said)[1].Trim();
        return $"Host={socket};Port=5432;Username=postgres;Database=licensing;Pooling=false";
    }

    private async Task<string> KillAsync()
    {
        if (program.HasEnded)
        {
            Interlocked.Increment(ref selfEnded);
            faults.Enqueue($"The program ended by itself with {program.ExitCode}: {program.Log[^Math.Min(program.Log.Length, 1000)..]}");
            program.Dispose();
            program = Start();
            return "self-ended";
        }

        var what = random.Next(5);
        if (what >= 2)
            program.KillDatabase();
        if (what is >= 2 and < 4)
            return "database killed";
        await program.KillAsync();
        program.Dispose();
        await Task.Delay(random.Next(1500));
        program = Start();
        return what < 2 ? "web killed" : "both killed";
    }

    private async Task ReadyAsync(CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Patience);
        try
        {
            await program.AskAsync("/health/ready", HttpStatusCode.OK, cancel: limit.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            Interlocked.Increment(ref stuck);
            faults.Enqueue($"Not ready {Patience.TotalSeconds:0} s after a kill: {program.Log[^Math.Min(program.Log.Length, 1000)..]}");
        }
        catch (InvalidOperationException)
        {
            // It has ended: counted at the next kill.
        }
    }

    /// <summary>Leaves it alone until every mail is gone and the jobs run, and at least as long as asked.</summary>
    private async Task WatchAsync(OfficeInTime office, CancellationToken cancel)
    {
        for (var waited = Stopwatch.StartNew(); ; await Task.Delay(TimeSpan.FromSeconds(1), cancel))
        {
            if (program.HasEnded)
            {
                selfEnded++;
                faults.Enqueue($"The program ended while it was watched: {program.ExitCode}");
                return;
            }

            var owed = await OwedAsync(office, cancel);
            if (owed == 0 && waited.Elapsed > watch)
            {
                await program.AskAsync("/health/ready", HttpStatusCode.OK, "jobs: Healthy", cancel);
                return;
            }

            if (waited.Elapsed > watch + TimeSpan.FromMinutes(4))
            {
                stuck += owed;
                faults.Enqueue($"{owed} mails never left");
                return;
            }
        }
    }

    private static async Task<int> OwedAsync(OfficeInTime office, CancellationToken cancel)
    {
        await using var desk = office.Desk();
        return await desk.ServiceProvider.GetRequiredService<OfficeDbContext>().Notices.CountAsync(notice => notice.SentAt == null, cancel);
    }

    private async Task<KillFigures> CountAsync(OfficeInTime office, CancellationToken cancel)
    {
        await using var desk = office.Desk();
        var dossiers = await desk.ServiceProvider.GetRequiredService<OfficeDbContext>().Dossiers.AsNoTracking().ToListAsync(cancel);
        var stored = dossiers.Select(dossier => dossier.Id).ToHashSet();
        var lost = acknowledged.Count(act => !stored.Contains(act.Dossier));
        var doubled = dossiers.GroupBy(dossier => dossier.Applicant.Name, StringComparer.Ordinal).Sum(same => same.Count() - 1);
        foreach (var fault in await OfficeInvariants.FaultsAsync(desk.ServiceProvider, folder, mailsLeave: true))
            faults.Enqueue(fault);
        var again = mails.Ids.Count - mails.Ids.Distinct(StringComparer.Ordinal).Count();
        return new KillFigures(kills, acknowledged.Count, sentAgain, lost, doubled, stuck, selfEnded, mails.Ids.Count, again, [.. faults]);
    }
}
