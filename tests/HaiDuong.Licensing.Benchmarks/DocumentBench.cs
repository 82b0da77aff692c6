using System.Diagnostics;
using HaiDuong.Licensing.Demo;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.IntegrationTests.Acts;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.OneStop.Letters;
using Microsoft.Extensions.DependencyInjection;

namespace HaiDuong.Licensing.Benchmarks;

/// <summary>The documents of one dossier, one after the other on one thread.</summary>
internal static class DocumentBench
{
    private const int Times = 30;

    public static async Task RunAsync(IServiceProvider services, Report report)
    {
        var journey = new DossierDriver(services, OfficeStaff.All, "publishing-permit");
        var drafted = (await journey.FindAsync(await journey.ReachAsync(DossierAct.ApproveDraft)))!;
        var signed = (await journey.FindAsync(await journey.ReachAsync(DossierAct.Sign)))!;
        await using var scope = services.CreateAsyncScope();
        var desk = scope.ServiceProvider.GetRequiredService<ActDesk>();
        var slips = services.GetRequiredService<SlipPress>();
        var press = services.GetRequiredService<DecisionPress>();
        var byClerk = desk.ContextFor(drafted, OfficeStaff.Clerk);
        var byLeader = desk.ContextFor(drafted, OfficeStaff.Leader);
        var byRegistry = desk.ContextFor(signed, OfficeStaff.Registry);

        await MeasureAsync(report, "receipt", () => Task.FromResult(slips.Render(SlipKind.Receipt, drafted, byClerk)));
        await MeasureAsync(report, "licence", () => Task.FromResult(press.Preview(drafted, byLeader)));
        await MeasureAsync(report, "licence with the leader's signature, synced to disk", () => press.SignAsync(drafted, byLeader, default));
        await MeasureAsync(report, "number, date and seal, synced to disk", () =>
            press.SealAsync(signed, "01/GP-STTTT", byRegistry.Local.Date, byRegistry, default)
        );
    }

    private static async Task MeasureAsync<T>(Report report, string what, Func<Task<T>> make)
    {
        await make();
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        var times = new List<double>();
        for (var time = 0; time < Times; time++)
        {
            var clock = Stopwatch.StartNew();
            await make();
            times.Add(clock.Elapsed.TotalMilliseconds);
        }

        cpu = Process.GetCurrentProcess().TotalProcessorTime - cpu;
        report.Add(
            $"PDF: {what}, p50 / p95 ms, CPU ms",
            $"{Report.Percentile(times, 0.5):0.0} / {Report.Percentile(times, 0.95):0.0}, {cpu.TotalMilliseconds / Times:0.0}"
        );
    }
}
