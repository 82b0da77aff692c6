using HaiDuong.Licensing.OneStop.Features.Batches;
using HaiDuong.Licensing.OneStop.Features.Calendars;
using HaiDuong.Licensing.OneStop.Features.DataChecks;
using HaiDuong.Licensing.OneStop.Features.Succession;
using HaiDuong.Licensing.OneStop.Storage;
using Hangfire;

namespace HaiDuong.Licensing.OneStop.Jobs;

/// <summary>
/// The recurring jobs as the job server calls them, each in a scope of its own. Every one may run twice or on two servers without harm; the
/// turns only save needless work. A run that fails, by a database that went away under it for one, is tried again soon: the next of a daily one is far.
/// </summary>
[AutomaticRetry(Attempts = 5, DelaysInSeconds = [10, 30, 120, 600, 3600])]
public sealed class JobRuns(IServiceProvider services, JobTurn turn, ClockGuard guard)
{
    /// <summary>The turn in which batches are done, by the listener or by the job.</summary>
    public const string Batches = "batches";

    public Task SendOutboxAsync(CancellationToken cancel) => turn.TakeAsync("outbox", services.GetRequiredService<OutboxCrew>().SendAsync, cancel);

    public Task WatchDeadlinesAsync(CancellationToken cancel) => OnTimeAsync("deadline-watch", services.GetRequiredService<DeadlineWatch>().WatchAsync, cancel);

    /// <summary>Reviews the due dates after a change of the calendar and once a day, and does what the head decided.</summary>
    public Task ReviewDueDatesAsync(CancellationToken cancel) =>
        turn.TakeAsync(
            "due-date-review",
            async token =>
            {
                await services.GetRequiredService<ReviewDueDates>().DoAsync(token);
                await services.GetRequiredService<ApplyDueDates>().DoAsync(int.MaxValue, token);
            },
            cancel
        );

    /// <summary>Hands the work of units that have ended to their successors.</summary>
    public Task MoveToSuccessorsAsync(CancellationToken cancel) =>
        OnTimeAsync("unit-succession", token => services.GetRequiredService<MoveToSuccessors>().DoAsync(token), cancel);

    public Task ExpireSupplementsAsync(CancellationToken cancel) =>
        OnTimeAsync("supplement-expiry", services.GetRequiredService<SupplementExpiry>().ExpireAsync, cancel);

    public Task WarnOfExpiryAsync(CancellationToken cancel) => OnTimeAsync("licence-expiry", services.GetRequiredService<LicenceExpiry>().WarnAsync, cancel);

    public Task SweepOrphansAsync(CancellationToken cancel) => OnTimeAsync("orphan-sweep", services.GetRequiredService<OrphanSweep>().SweepAsync, cancel);

    /// <summary>Removes drafts without an account whose time is over, with their files, and what log-ins left behind.</summary>
    public Task RemoveExpiredAsync(CancellationToken cancel) =>
        OnTimeAsync(
            "expired-traces",
            async token =>
            {
                if (await services.GetRequiredService<ExpiredTraces>().RemoveAsync(token) > 0)
                    await services.GetRequiredService<OrphanSweep>().SweepAsync(token);
            },
            cancel
        );

    /// <summary>Asks the virus scanner about the papers that wait for it; nothing where none is configured.</summary>
    public Task ScanPapersAsync(CancellationToken cancel) => turn.TakeAsync("paper-scan", services.GetRequiredService<PaperScans>().ScanWaitingAsync, cancel);

    /// <summary>Does what waits in the batches: those that an end of the program cut short, and those that another process started.</summary>
    public Task RunBatchesAsync(CancellationToken cancel) => turn.TakeAsync(Batches, services.GetRequiredService<BatchRunner>().RunAsync, cancel);

    /// <summary>Looks at everything that the office keeps; the administrator's page shows what it found.</summary>
    public Task CheckDataAsync(CancellationToken cancel) =>
        turn.TakeAsync("data-check", token => services.GetRequiredService<CheckData>().DoAsync(_ => { }, token), cancel);

    /// <summary>What a day that has come warns of, ends or removes waits while the clock has jumped.</summary>
    private Task OnTimeAsync(string job, Func<CancellationToken, Task> work, CancellationToken cancel) =>
        turn.TakeAsync(
            job,
            async token =>
            {
                if (await guard.LookAsync(token) is null)
                    await work(token);
            },
            cancel
        );
}
