using HaiDuong.Licensing.OneStop.Desks;
using Hangfire;
using Hangfire.States;
using Hangfire.Storage;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Jobs;

/// <summary>The recurring jobs as the job server's tables have them.</summary>
public sealed class JobBoard(JobStorage storage, IRecurringJobManager recurring) : IJobBoard
{
    public IReadOnlyList<OfficeJob> Read()
    {
        try
        {
            using var connection = storage.GetConnection();
            return
            [
                .. connection
                    .GetRecurringJobs()
                    .OrderBy(job => job.Id, StringComparer.Ordinal)
                    .Select(job => new OfficeJob(job.Id, StateOf(job), At(job.LastExecution), At(job.NextExecution))),
            ];
        }
#pragma warning disable CA1031 // The page of the state says why; it must open when the jobs' tables do not.
        catch (Exception)
#pragma warning restore CA1031
        {
            return [];
        }
    }

    public bool Run(string id)
    {
        if (Read().All(job => job.Id != id))
            return false;
        recurring.Trigger(id);
        return true;
    }

    private static JobState StateOf(RecurringJobDto job) =>
        job.Error is not null || job.LastJobState == FailedState.StateName ? JobState.Failed
        : job.LastJobState == ScheduledState.StateName ? JobState.TriedAgain
        : job.LastJobState == ProcessingState.StateName ? JobState.Running
        : job.LastJobState == EnqueuedState.StateName || job.LastJobState == AwaitingState.StateName ? JobState.Waiting
        : job.LastJobState is null ? JobState.Never
        : JobState.Done;

    private static Instant? At(DateTime? utc) => utc is { } at ? Instant.FromDateTimeUtc(DateTime.SpecifyKind(at, DateTimeKind.Utc)) : null;
}
