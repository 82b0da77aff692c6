using HaiDuong.Licensing.IntegrationTests.Support;
using NUnit.Framework;

// Every fixture has an office and a browser of its own.
[assembly: Parallelizable(ParallelScope.Fixtures)]
[assembly: LevelOfParallelism(4)]

namespace HaiDuong.Licensing.BrowserTests;

[SetUpFixture]
public sealed class WholeRun
{
    [OneTimeTearDown]
    public Task StopClusterAsync() => TestCluster.StopAsync();
}
