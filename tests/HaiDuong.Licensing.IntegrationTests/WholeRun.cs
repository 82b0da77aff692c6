using HaiDuong.Licensing.IntegrationTests.Support;
using NUnit.Framework;

// Sentences are asserted as a Vietnamese person reads them, whatever the machine speaks.
[assembly: SetUICulture("vi-VN")]

namespace HaiDuong.Licensing.IntegrationTests;

[SetUpFixture]
public sealed class WholeRun
{
    [OneTimeTearDown]
    public Task StopClusterAsync() => TestCluster.StopAsync();
}
