using HaiDuong.Licensing.IntegrationTests.Support;
using NUnit.Framework;

namespace HaiDuong.Licensing.BrowserTests.Support;

public sealed class OfficeServerTests : OfficePageTest
{
    private OfficeServer server = null!;

    protected override string Address => server.Address;

    [OneTimeSetUp]
    public async Task StartAsync() => server = OfficeServer.Start(await TestCluster.CreateDatabaseAsync());

    [OneTimeTearDown]
    public async Task StopAsync() => await server.DisposeAsync();

    [Test]
    public async Task Start_OverAnEmptyDatabase_AnswersARealBrowser()
    {
        var answer = await Page.GotoAsync("/emblem.svg");

        Assert.That(answer!.Status, Is.EqualTo(200));
    }
}
