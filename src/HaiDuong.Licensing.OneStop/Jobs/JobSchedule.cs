using System.Linq.Expressions;
using Hangfire;

namespace HaiDuong.Licensing.OneStop.Jobs;

/// <summary>A job that runs by the clock: what it is called, what it does, and when (cron).</summary>
public sealed record ScheduledJob(string Id, Expression<Func<JobRuns, Task>> Run, string Cron);

/// <summary>The recurring jobs. Times are UTC; Viet Nam is 7 hours ahead and knows no summer time.</summary>
public static class JobSchedule
{
    public const string DeadlineWatch = "deadline-watch";

    public static IReadOnlyList<ScheduledJob> All { get; } =
    [
        new("outbox", job => job.SendOutboxAsync(CancellationToken.None), Cron.Minutely()),
        new(DeadlineWatch, job => job.WatchDeadlinesAsync(CancellationToken.None), "*/15 * * * *"),
        new("due-date-review", job => job.ReviewDueDatesAsync(CancellationToken.None), "*/5 * * * *"),
        new("unit-succession", job => job.MoveToSuccessorsAsync(CancellationToken.None), "*/5 * * * *"),
        new("supplement-expiry", job => job.ExpireSupplementsAsync(CancellationToken.None), Cron.Daily(17, 10)),
        new("licence-expiry", job => job.WarnOfExpiryAsync(CancellationToken.None), Cron.Daily(23, 0)),
        new("expired-traces", job => job.RemoveExpiredAsync(CancellationToken.None), Cron.Daily(17, 40)),
        new("orphan-sweep", job => job.SweepOrphansAsync(CancellationToken.None), Cron.Weekly(DayOfWeek.Saturday, 18, 30)),
        new("paper-scan", job => job.ScanPapersAsync(CancellationToken.None), Cron.Minutely()),
        new(JobRuns.Batches, job => job.RunBatchesAsync(CancellationToken.None), Cron.Minutely()),
        new("data-check", job => job.CheckDataAsync(CancellationToken.None), Cron.Weekly(DayOfWeek.Saturday, 20, 0)),
    ];
}
