using System.Net;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Counter;

/// <summary>More people at once than the database has connections for.</summary>
public sealed class CrowdTests
{
    [Test]
    public async Task Pages_AskedForThreeHundredTimesAtOnce_AllAnswer()
    {
        await using var office = await CounterOffice.OpenAsync();
        var clerk = await office.LogInAsync(CounterOffice.Clerk);

        var pages = await Task.WhenAll(Enumerable.Range(0, 300).Select(_ => Task.Run(() => clerk.OpenAsync("/mot-cua"))));

        Assert.That(pages.Select(page => page.Status), Is.All.EqualTo(HttpStatusCode.OK));
    }
}
