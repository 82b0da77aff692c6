using System.Diagnostics;
using System.Globalization;
using System.Net;
using HaiDuong.Licensing.Demo;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Settings;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace HaiDuong.Licensing.IntegrationTests.Crashes;

/// <summary>
/// Carries dossiers the whole way over HTTP through the whole program, jobs and mail on, kills it and its PostgreSQL at random, and looks at what is left.
/// By hand it leaves the office unharmed, at work, for a minute after every kill: <c>dotnet exec HaiDuong.Licensing.IntegrationTests.dll kill-run 100
/// [seed] [seconds]</c>.
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
    private KillRunDiary diary = null!;
    private WholeProgram program = null!;
    private int selfEnded;
    private int stuck;

    public static async Task<int> MainAsync(IReadOnlyList<string> asked)
    {
        var numbers = asked.Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToList();
        using var run = new KillRun(numbers[0], numbers.ElementAtOrDefault(1), TimeSpan.FromSeconds(numbers.Count > 2 ? numbers[2] : 60), Console.WriteLine);
        var figures = await run.DoAsync(CancellationToken.None);
        Console.WriteLine(figures);
        return figures.IsClean ? 0 : 1;
    }

    public async Task<KillFigures> DoAsync(CancellationToken cancel)
    {
        program = Start();
        diary = new KillRunDiary(say, () => program.Log);
        await ReadyAsync(cancel);
        var options = new OfficeOptions { DataFolder = folder, WorkflowsFolder = WorkflowsFolder.Find(AppContext.BaseDirectory).Root };
        await using var office = OfficeInTime.Open(options, Connection(), SystemClock.Instance.GetCurrentInstant());
        var ways = await FoundAsync(office, cancel);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        using var latest = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var accounts = DemoPeople.All.ToDictionary(person => person.UserName, person => new KillRunAccount(person.UserName), StringComparer.Ordinal);
        var hands = Enumerable
            .Range(0, Hands)
            .Select(number => new KillRunHand(
                address,
                number,
                ways,
                userName => accounts[userName],
                (reference, token) => IdAsync(office, reference, token),
                diary
            ))
            .ToList();
        var working = hands.Select(hand => Task.Run(() => hand.WorkAsync(end.Token, latest.Token), cancel)).ToList();
        for (var kill = 1; kill <= kills; kill++)
        {
            await WorksAsync(cancel);
            await Task.Delay(random.Next(3000), cancel);
            var what = await KillAsync();
            await ReadyAsync(cancel);
            say($"{kill}: {what}; {diary.Acknowledged} acts, {diary.Finished} dossiers finished, {diary.Faults.Count} faults so far");
            if (watch > TimeSpan.Zero)
                await WatchAsync(cancel);
        }

        await end.CancelAsync();
        latest.CancelAfter(Patience);
        await Task.WhenAll(working);
        hands.ForEach(hand => hand.Dispose());
        await WatchAsync(cancel);
        await MailsLeaveAsync(office, cancel);
        return await KillRunCount.OfAsync(office, folder, diary, mails, new(kills, stuck, selfEnded), cancel);
    }

    public void Dispose()
    {
        program?.Dispose();
        mails.Dispose();
        for (
            var waited = Stopwatch.StartNew();
            WholeProgram.DatabaseProcess(folder) is { } id && Directory.Exists($"/proc/{id}") && waited.Elapsed < Patience;

        )
            Thread.Sleep(100);
        var moved = Path.Combine(folder, "moved-to.txt");
        if (File.Exists(moved))
            Directory.Delete(File.ReadAllText(moved).Trim(), recursive: true);
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Everybody comes from an address of their own, which a proxy would tell.</summary>
    private WholeProgram Start() => WholeProgram.Start(folder, null, address, [.. mails.Settings, ("Office__Proxies__0", "127.0.0.1")]);

    /// <summary>The accounts of the office, and how its work is done.</summary>
    private static async Task<KillRunWays> FoundAsync(OfficeInTime office, CancellationToken cancel)
    {
        await using var desk = office.Desk();
        var today = OfficeClock.ToLocal(office.Clock.Now).Date;
        await DemoPeople.CreateAsync(desk.ServiceProvider, today, today, cancel);
        var people = await DemoPeople.ActorsAsync(desk.ServiceProvider.GetRequiredService<OfficeDbContext>(), cancel);
        var procedure = office.Rulebooks.InForce("publishing-permit", today)!.Procedure;
        return new KillRunWays([.. procedure.Checks.Select(check => check.Key)], people[KillRunWays.Specialist].AccountId!.Value, today);
    }

    private static async Task<Guid> IdAsync(OfficeInTime office, string reference, CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                await using var desk = office.Desk();
                var db = desk.ServiceProvider.GetRequiredService<OfficeDbContext>();
                return await db.Dossiers.Where(dossier => dossier.Reference == reference).Select(dossier => dossier.Id).SingleAsync(cancel);
            }
            catch (Exception away) when (Outage.Of(away) is not OutageKind.None)
            {
                await Task.Delay(200, cancel);
            }
        }
    }

    private string Connection()
    {
        const string Said = "socket in ";
        var socket = program.Log.Split('\n').Last(line => line.Contains(Said, StringComparison.Ordinal)).Split(Said)[1].Trim();
        return $"Host={socket};Port=5432;Username=postgres;Database=licensing;Pooling=false";
    }

    private async Task<string> KillAsync()
    {
        if (HasEnded())
        {
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

    private bool HasEnded()
    {
        if (!program.HasEnded)
            return false;
        selfEnded++;
        diary.Failed($"The program ended by itself with {program.ExitCode}");
        return true;
    }

    private async Task ReadyAsync(CancellationToken cancel, string words = "")
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Patience);
        try
        {
            await program.AskAsync("/health/ready", HttpStatusCode.OK, words, limit.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            stuck++;
            diary.Failed($"Not ready {Patience.TotalSeconds:0} s after a kill");
        }
        catch (InvalidOperationException)
        {
            // It has ended: counted at the next kill.
        }
    }

    /// <summary>After a kill an act is done again before the next one.</summary>
    private async Task WorksAsync(CancellationToken cancel)
    {
        var before = diary.Acknowledged;
        for (var waited = Stopwatch.StartNew(); diary.Acknowledged == before && !program.HasEnded; await Task.Delay(100, cancel))
        {
            if (waited.Elapsed < Patience)
                continue;
            stuck++;
            diary.Wrong($"No act was done in {Patience.TotalSeconds:0} s");
            return;
        }
    }

    /// <summary>Leaves it unharmed for as long as asked: it does not end, and then its jobs run.</summary>
    private async Task WatchAsync(CancellationToken cancel)
    {
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < watch && !program.HasEnded; )
            await Task.Delay(TimeSpan.FromSeconds(1), cancel);
        await ReadyAsync(cancel, "jobs: Healthy");
    }

    /// <summary>After the last act and the last kill every mail leaves.</summary>
    private async Task MailsLeaveAsync(OfficeInTime office, CancellationToken cancel)
    {
        for (var waited = Stopwatch.StartNew(); !HasEnded() && await OwedAsync(office, cancel) is > 0 and var owed; await Task.Delay(500, cancel))
        {
            if (waited.Elapsed < 2 * Patience)
                continue;
            stuck += owed;
            diary.Wrong($"{owed} mails never left");
            return;
        }
    }

    private static async Task<int> OwedAsync(OfficeInTime office, CancellationToken cancel)
    {
        await using var desk = office.Desk();
        return await desk.ServiceProvider.GetRequiredService<OfficeDbContext>().Notices.CountAsync(notice => notice.SentAt == null, cancel);
    }
}
