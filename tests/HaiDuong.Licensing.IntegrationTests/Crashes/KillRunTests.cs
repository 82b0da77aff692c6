using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Crashes;

/// <summary>A few kills of the whole program and its PostgreSQL; the long run of a hundred, watched for a minute after each, is started by hand.</summary>
public sealed class KillRunTests
{
    [Test, CancelAfter(600_000)]
    public async Task Office_KilledWithItsDatabaseAtRandom_LosesDoublesAndForgetsNothing(CancellationToken cancel)
    {
        using var run = new KillRun(5, 20_261_161, TimeSpan.Zero, TestContext.Out.WriteLine);

        var figures = await run.DoAsync(cancel);

        Assert.That(figures.IsClean, figures.ToString());
        Assert.That(
            figures.Acts.Keys,
            Is.SupersetOf(KillRunWays.All.Take(3).SelectMany(way => way.Acts).Union(KillRunWays.TakenIn)),
            "Nothing was proved of an act that was not done."
        );
        Assert.That(figures.Mails, Is.GreaterThan(figures.Dossiers));
    }
}
