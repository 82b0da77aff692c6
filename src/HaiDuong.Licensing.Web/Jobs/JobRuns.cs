using HaiDuong.Licensing.Web.Features.Calendars;
using HaiDuong.Licensing.Web.Features.DataChecks;
using HaiDuong.Licensing.Web.Features.Succession;
using Hangfire;

namespace HaiDuong.Licensing.Web.Jobs;

/// <summary>
/// The recurring jobs as the job server calls them, each in a scope of its own. Every one may run twice or on two servers without harm; the
/// locks only save needless work. A failed run is not repeated: the next one comes soon.
/// </summary>
[AutomaticRetry(Attempts = 0)]
public sealed class JobRuns(IServiceProvider services)
{
    private const int Patience = 1;

    [DisableConcurrentExecution(Patience)]
    public Task SendOutboxAsync(CancellationToken cancel) => services.GetRequiredService<OutboxSender>().SendAsync(cancel);

    [DisableConcurrentExecution(Patience)]
    public Task WatchDeadlinesAsync(CancellationToken cancel) => services.GetRequiredService<DeadlineWatch>().WatchAsync(cancel);

    /// <summary>Reviews the due dates after a change of the calendar and once a day, and does what the head decided.</summary>
    [DisableConcurrentExecution(Patience)]
    public async Task ReviewDueDatesAsync(CancellationToken cancel)
    {
        await services.GetRequiredService<ReviewDueDates>().DoAsync(cancel);
        await services.GetRequiredService<ApplyDueDates>().DoAsync(int.MaxValue, cancel);
    }

    /// <summary>Hands the work of units that have ended to their successors.</summary>
    [DisableConcurrentExecution(Patience)]
    public Task MoveToSuccessorsAsync(CancellationToken cancel) => services.GetRequiredService<MoveToSuccessors>().DoAsync(cancel);

    [DisableConcurrentExecution(Patience)]
    public Task ExpireSupplementsAsync(CancellationToken cancel) => services.GetRequiredService<SupplementExpiry>().ExpireAsync(cancel);

    [DisableConcurrentExecution(Patience)]
    public Task WarnOfExpiryAsync(CancellationToken cancel) => services.GetRequiredService<LicenceExpiry>().WarnAsync(cancel);

    [DisableConcurrentExecution(Patience)]
    public Task SweepOrphansAsync(CancellationToken cancel) => services.GetRequiredService<OrphanSweep>().SweepAsync(cancel);

    /// <summary>Looks at everything that the office keeps; the administrator's page shows what it found.</summary>
    [DisableConcurrentExecution(Patience)]
    public Task CheckDataAsync(CancellationToken cancel) => services.GetRequiredService<CheckData>().DoAsync(_ => { }, cancel);
}
