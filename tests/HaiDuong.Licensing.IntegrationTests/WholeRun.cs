using HaiDuong.Licensing.IntegrationTests.Support;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests;

[SetUpFixture]
public sealed class WholeRun
{
    [OneTimeTearDown]
    public Task StopClusterAsync() => TestCluster.StopAsync();
}
