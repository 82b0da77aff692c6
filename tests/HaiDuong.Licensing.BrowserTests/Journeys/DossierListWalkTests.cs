using NUnit.Framework;

namespace HaiDuong.Licensing.BrowserTests.Journeys;

/// <summary>The list of dossiers at a desk: worked through by the keyboard, and dense enough to be worked through.</summary>
public sealed class DossierListWalkTests : JourneyTest
{
    private const string Waiting = "/ho-so?buoc=AssignDossier";

    [Test]
    public async Task Head_AssignsOneAfterAnother_AndIsLedBackToTheRowThatFollows()
    {
        var clerk = await LoggedInAsync("mot-cua");
        foreach (var _ in (int[])[1, 2])
        {
            var reference = await SubmitAsync(await VisitorAsync());
            await OpenAtCounterAsync(clerk, reference);
            await AcceptAsync(clerk);
        }

        var head = await LoggedInAsync("truong-phong-bao-chi");
        await head.GotoAsync(Waiting);
        var rows = head.Locator("#ho-so > tr a.hd-code");
        var before = await rows.CountAsync();
        Assert.That(before, Is.GreaterThanOrEqualTo(2));
        var second = await rows.Nth(1).GetAttributeAsync("id");

        await head.Keyboard.PressAsync("j");
        await head.Keyboard.PressAsync("Enter");
        await head.ClickAsync("section[aria-labelledby=acts] a.btn-primary");
        await head.CheckAsync("[name=Specialist]");
        await head.ClickAsync("main form[method=post] .btn-primary");

        await Expect(head.Locator(".hd-flash-good")).ToBeVisibleAsync();
        Assert.That(new Uri(head.Url).PathAndQuery, Is.EqualTo(Waiting));
        await Expect(rows).ToHaveCountAsync(before - 1);
        await Expect(head.Locator($"#{second}")).ToBeFocusedAsync();
    }

    [Test]
    public async Task List_FilteredAndSaved_IsOpenedByItsNameAndRemoved()
    {
        await LogInAsync(Page, "quan-tri");
        await Page.GotoAsync("/ho-so");
        await Page.ClickAsync(".hd-list-bar summary");
        await Page.SelectOptionAsync("[name=kenh]", "Online");
        await Page.ClickAsync("#loc .btn-primary");
        await Page.ClickAsync(".hd-list-bar summary");
        await Page.FillAsync("[name=SavedName]", "Trực tuyến");
        await Page.ClickAsync("form:has([name=SavedName]) button");
        await Page.GotoAsync("/ho-so");
        await Page.ClickAsync("a.hd-chip:text('Trực tuyến')");
        await Expect(Page.Locator(".hd-list-parts")).ToContainTextAsync("Nộp trực tuyến");

        await Page.ClickAsync(".hd-list-bar summary");
        await Page.CheckAsync("form:has([name=id]) [name=id]");
        await Page.ClickAsync("form:has([name=id]) button");

        await Expect(Page.Locator(".hd-flash-good")).ToBeVisibleAsync();
        await Expect(Page.Locator("a.hd-chip:text('Trực tuyến')")).ToHaveCountAsync(0);
    }

    [TestCase(1366, 768, 15)]
    [TestCase(1024, 768, 8)]
    public async Task List_ShowsAsManyRowsAsADeskNeeds(int width, int height, int least)
    {
        await SubmitAsync(await VisitorAsync());
        await LogInAsync(Page, "quan-tri");
        await Page.SetViewportSizeAsync(width, height);
        await Page.GotoAsync("/ho-so");
        var shown = await Page.Locator("#ho-so > tr").First.EvaluateAsync<double>("row => (innerHeight - row.getBoundingClientRect().top) / row.offsetHeight");

        Assert.That(shown, Is.GreaterThanOrEqualTo(least));
    }
}
