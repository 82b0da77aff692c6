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

    [Test]
    public async Task AssertFits_OnAPictureThatSaysNothing_NamesIt()
    {
        await Page.SetContentAsync("""<html lang="vi"><head><title>Thử</title></head><body><main><img src="/emblem.svg"></main></body></html>""");

        var failure = await Assert.ThrowsAsync<AssertionException>(() => AssertFitsAsync(Page));

        Assert.That(failure?.Message, Does.Contain("image-alt: <img"));
    }
}
