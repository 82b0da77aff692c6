using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Crashes;

/// <summary>A few kills of the whole program and its PostgreSQL; the long run of a hundred is started by hand.</summary>
[NonParallelizable]
public sealed class KillRunTests
{
    [Test, CancelAfter(600_000)]
    public async Task Office_KilledWithItsDatabaseAtRandom_LosesDoublesAndForgetsNothing(CancellationToken cancel)
    {
        using var run = new KillRun(5, 20_261_129, TimeSpan.FromSeconds(10), TestContext.Out.WriteLine);

        var figures = await run.DoAsync(cancel);

        Assert.That((figures.Lost, figures.Doubled, figures.Stuck, figures.SelfEnded), Is.EqualTo((0, 0, 0, 0)), figures.ToString());
        Assert.That(figures.Faults, Is.Empty, figures.ToString());
        Assert.That(figures.Acknowledged, Is.GreaterThan(2), "Nothing was proved: hardly an act was done.");
        Assert.That(figures.Mails, Is.GreaterThanOrEqualTo(figures.Acknowledged));
    }
}
