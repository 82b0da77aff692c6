using HaiDuong.Licensing.IntegrationTests.Doors;
using HaiDuong.Licensing.IntegrationTests.Support;
using NUnit.Framework;

// Sentences are asserted as a Vietnamese person reads them, whatever the machine speaks.
[assembly: SetUICulture("vi-VN")]

// Every fixture has a database and a data folder of its own.
[assembly: Parallelizable(ParallelScope.Fixtures)]
[assembly: LevelOfParallelism(4)]

namespace HaiDuong.Licensing.IntegrationTests;

[SetUpFixture]
public sealed class WholeRun
{
    [OneTimeTearDown]
    public async Task StopClusterAsync()
    {
        await DoorsOpen.CloseAsync();
        await TestCluster.StopAsync();
        TestOffice.ForgetDemo();
    }
}
