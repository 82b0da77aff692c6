using System.Reflection;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Jobs;
using Hangfire;
using Hangfire.Logging;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Jobs;

/// <summary>A job that fails does not wait for its next schedule, which for a daily one is a day away; a database away for an hour is outlived.</summary>
public sealed class JobRetryTests
{
    [Test]
    public void EveryRun_IsTriedAgainSoon_AndForMoreThanAnHour()
    {
        var retry = typeof(JobRuns).GetCustomAttribute<AutomaticRetryAttribute>()!;

        Assert.That(retry.DelaysInSeconds, Has.Length.EqualTo(retry.Attempts));
        Assert.That((retry.DelaysInSeconds[0], retry.DelaysInSeconds.Sum() > 3600), Is.EqualTo((10, true)));
        Assert.That(typeof(JobRuns).GetMethods().Where(run => run.GetCustomAttribute<AutomaticRetryAttribute>() is not null), Is.Empty);
    }

    /// <summary>The job server's log is one for the whole process: one that outlived its office would fail every job of the next.</summary>
    [Test]
    public async Task OfficeThatEnded_LeavesNoLogBehindThatFailsTheJobsOfTheNext()
    {
        await using (var office = await OfficeHost.StartAsync())
            _ = office.Services.GetRequiredService<JobStorage>();

        Assert.That(() => LogProvider.GetLogger("Hangfire").InfoFormat("after"), Throws.Nothing);
    }
}
