using System.Collections.Concurrent;
using System.Diagnostics;
using HaiDuong.Licensing.Demo;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.IntegrationTests.Acts;
using HaiDuong.Licensing.OneStop.Acts;

namespace HaiDuong.Licensing.Benchmarks;

/// <summary>Whole publishing permits from the draft to the hand-over, eight people at once.</summary>
internal static class JourneyBench
{
    public const int Workers = 8;
    public const int JourneysAWorker = 6;

    public static async Task RunAsync(IServiceProvider services, StatementTape tape, SeriesHold hold, ClusterCpu cluster, Report report)
    {
        await RoundAsync(services, null, 1);
        hold.Forget();
        for (var number = 0; number < Workers * JourneysAWorker; number++)
            await WalkAsync(new DossierDriver(services, OfficeStaff.All, "publishing-permit"), null, []);
        hold.Tell(report, "one worker");
        var (ours, theirs, clock) = (Process.GetCurrentProcess().TotalProcessorTime, cluster.Used(), Stopwatch.StartNew());
        var acts = await RoundAsync(services, null, JourneysAWorker);
        clock.Stop();
        ours = Process.GetCurrentProcess().TotalProcessorTime - ours;
        theirs = cluster.Used() - theirs;
        hold.Tell(report, $"{Workers} workers");
        var count = acts.Sum(act => act.Value.Count);
        report.Add("acts/s, 8 workers, whole journeys with all PDFs and signatures", $"{count / clock.Elapsed.TotalSeconds:0}");
        report.Add("CPU ms an act, program + PostgreSQL", $"{ours.TotalMilliseconds / count:0.0} + {theirs.TotalMilliseconds / count:0.0}");
        foreach (var (act, times) in acts.OrderBy(act => act.Key, StringComparer.Ordinal))
            report.Add($"{act}, p50 / p95 ms with 8 workers", $"{Report.Percentile(times, 0.5):0} / {Report.Percentile(times, 0.95):0}");
        await RoundAsync(services, tape, JourneysAWorker);
    }

    private static async Task<ConcurrentDictionary<string, ConcurrentBag<double>>> RoundAsync(IServiceProvider services, StatementTape? tape, int journeys)
    {
        var times = new ConcurrentDictionary<string, ConcurrentBag<double>>(StringComparer.Ordinal);
        await Task.WhenAll(
            Enumerable
                .Range(0, Workers)
                .Select(_ =>
                    Task.Run(async () =>
                    {
                        for (var number = 0; number < journeys; number++)
                            await WalkAsync(new DossierDriver(services, OfficeStaff.All, "publishing-permit"), tape, times);
                    })
                )
        );
        return times;
    }

    private static async Task WalkAsync(DossierDriver journey, StatementTape? tape, ConcurrentDictionary<string, ConcurrentBag<double>> times)
    {
        tape?.Begin();
        var id = Guid.CreateVersion7();
        await TimedAsync("SaveDraft", () => journey.SaveDraftAsync(id));
        await TimedAsync("AddPaper", () => journey.AddPapersAsync(id));
        for (var status = DossierStatus.Draft; status != DossierStatus.Returned; )
            status = (await TimedAsync(null, () => journey.NextAsync(id))).Status;

        async Task<Dossier> TimedAsync(string? name, Func<Task<ActResult>> act)
        {
            tape?.NextAct();
            var clock = Stopwatch.StartNew();
            var result = await act();
            if (!result.Done)
                throw new InvalidOperationException(string.Join(", ", result.Refusals));
            times.GetOrAdd(name ?? result.Dossier!.History[^1].Act.ToString(), _ => []).Add(clock.Elapsed.TotalMilliseconds);
            return result.Dossier!;
        }
    }
}
