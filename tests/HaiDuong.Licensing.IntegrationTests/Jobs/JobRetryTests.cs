using System.Reflection;
using HaiDuong.Licensing.Web.Jobs;
using Hangfire;
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
}
