using Microsoft.Playwright;
using NUnit.Framework;

namespace HaiDuong.Licensing.BrowserTests.Journeys;

/// <summary>The main pages at the width of a desk: no sideways scrolling, and axe finds nothing.</summary>
[TestFixture(1280)]
public sealed class PageWidthTests(int width) : JourneyTest
{
    public override BrowserNewContextOptions ContextOptions()
    {
        var options = base.ContextOptions();
        options.ViewportSize = new ViewportSize { Width = width, Height = 800 };
        return options;
    }

    [TestCase("/")]
    [TestCase("/thu-tuc")]
    [TestCase($"/thu-tuc/{Procedure}")]
    [TestCase($"/nop-ho-so/{Procedure}")]
    [TestCase($"/nop-ho-so/{Procedure}/to-khai")]
    [TestCase("/tra-cuu")]
    [TestCase("/kiem-tra")]
    [TestCase("/dang-nhap")]
    [TestCase("/dang-ky")]
    public async Task PublicPage_FitsAndIsAccessible(string path)
    {
        var answer = await Page.GotoAsync(path);

        Assert.That(answer!.Status, Is.EqualTo(200));
        await AssertFitsAsync();
    }

    [TestCase("mot-cua", "/mot-cua")]
    [TestCase("mot-cua", "/mot-cua/tiep-nhan")]
    [TestCase("mot-cua", $"/mot-cua/tiep-nhan/{Procedure}")]
    [TestCase("chuyen-vien-bao-chi", "/viec-cua-toi")]
    public async Task DeskPage_FitsAndIsAccessible(string userName, string path)
    {
        await LogInAsync(Page, userName);
        var answer = await Page.GotoAsync(path);

        Assert.That(answer!.Status, Is.EqualTo(200));
        await AssertFitsAsync();
    }

    [Test]
    public async Task Dossier_OnItsWayToTheHead_FitsAndIsAccessibleToEverybody()
    {
        var reference = await SubmitAsync(await VisitorAsync());
        await LogInAsync(Page, "mot-cua");
        await OpenAtCounterAsync(Page, reference);
        await AssertFitsAsync();
        var (_, id) = await AcceptAsync(Page);
        await AssertFitsAsync();
        await Page.GotoAsync($"/ho-so/{id}");
        await AssertFitsAsync();
    }

    private async Task AssertFitsAsync()
    {
        var tooWide = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.That(tooWide, Is.Zero, $"{Page.Url} scrolls sideways at {width} px.");
        await AssertAccessibleAsync();
    }
}
