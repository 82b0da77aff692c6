using System.Globalization;
using System.Resources;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Features.Administration;
using HaiDuong.Licensing.OneStop.Jobs;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Ui;

public sealed class SystemStateWordTests
{
    private static readonly ResourceManager Words = new("HaiDuong.Licensing.OneStop.Features.Administration.SystemState", typeof(SystemStateModel).Assembly);

    [TestCase("vi")]
    [TestCase("en")]
    public void EveryJob_AndEveryStateOfIt_HasItsWords(string language)
    {
        var keys = JobSchedule
            .All.SelectMany(job => new[] { $"Job.{job.Id}", $"About.{job.Id}" })
            .Concat(Enum.GetNames<JobState>().Select(state => $"JobState.{state}"));

        Assert.That(keys.Where(key => Words.GetString(key, CultureInfo.GetCultureInfo(language)) is null or ""), Is.Empty);
    }
}
