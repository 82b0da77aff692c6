using HaiDuong.Licensing.BrowserTests.Support;
using HaiDuong.Licensing.Demo;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NUnit.Framework;

namespace HaiDuong.Licensing.BrowserTests.Journeys;

/// <summary>Ten dossiers are assigned, reviewed, signed and numbered by four people, each from a list, with so few pages and presses.</summary>
public sealed class BatchWalkTests : JourneyTest
{
    private const int Many = 10;
    private const int MostPages = 12;
    private const int MostClicks = 40;

    /// <summary>How much waits for whoever reads the menu; gone when nothing does.</summary>
    private const string WaitingInMenu = "#hd-menu a[href='/viec-cua-toi'] .hd-waiting";

    private readonly List<Guid> ids = [];
    private OfficeServer office = null!;
    private DossierDriver driver = null!;
    private int pages;
    private int clicks;

    // An office of its own: whole lists are ticked.
    protected override string Address => office.Address;

    [OneTimeSetUp]
    public async Task OpenAsync()
    {
        office = await WalkedOffice.StartAsync();
        await using var desk = office.Services.CreateAsyncScope();
        var people = await DemoPeople.ActorsAsync(desk.ServiceProvider.GetRequiredService<OfficeDbContext>(), CancellationToken.None);
        driver = new DossierDriver(office.Services, [.. people.Values], Procedure);
        for (var one = 0; one < Many; one++)
            ids.Add(await driver.ReachAsync(DossierAct.Accept));
    }

    [OneTimeTearDown]
    public async Task CloseAsync() => await office.DisposeAsync();

    [Test]
    public async Task TenDossiers_AreAssignedReviewedAndNumbered_InTwelvePagesAndFortyClicks()
    {
        var head = await CountedAsync("truong-phong-bao-chi");
        await TickAsync(head, "/ho-so?buoc=AssignDossier", "Assign");
        await AssertFitsAsync(head);
        await ClickAsync(head.Locator("[name=Specialist]").First);
        await Expect(head.Locator(WaitingInMenu)).ToContainTextAsync($"{Many}");
        await EndAsync(head, Many);
        await Expect(head.Locator(WaitingInMenu)).ToHaveCountAsync(0);
        await OnAsync(DossierAct.DraftResult);

        await TickAsync(head, "/ho-so?buoc=ReviewDraft", "Review");
        await ClickAsync(head.Locator("[name=tra-lai]").First);
        await AssertFitsAsync(head);
        await head.Locator(".hd-send-back .form-control:visible").FillAsync("Sửa phạm vi phát hành");
        await EndAsync(head, Many);
        await AssertFitsAsync(head);
        await Expect(head.Locator("main tbody")).ToContainTextAsync("Đã trả lại");

        var (pagesOfHead, clicksOfHead) = (pages, clicks);
        await TickAsync(await CountedAsync("giam-doc"), "/ky", "Sign", page => page.FillAsync("[name=proof]", DemoPeople.Password), Many - 1);
        (pages, clicks) = (pagesOfHead, clicksOfHead);

        await TickAsync(await CountedAsync("van-thu"), "/phat-hanh", "Issue", null, Many - 1);

        await TestContext.Out.WriteLineAsync($"{pages} pages, {clicks} clicks");
        Assert.That((pages, clicks), Is.EqualTo((Math.Min(pages, MostPages), Math.Min(clicks, MostClicks))));
    }

    /// <summary>A page of somebody whose loads are counted from here on.</summary>
    private async Task<IPage> CountedAsync(string name)
    {
        var page = await LoggedInAsync(name);
        page.Load += (_, _) => pages++;
        return page;
    }

    private async Task TickAsync(IPage page, string list, string kind, Func<IPage, Task>? fill, int done)
    {
        await TickAsync(page, list, kind);
        if (fill is not null)
            await fill(page);
        await EndAsync(page, done);
    }

    /// <summary>All rows of a list, and the button of the work.</summary>
    private async Task TickAsync(IPage page, string list, string kind)
    {
        await page.GotoAsync(list);
        await Expect(page.Locator(".hd-batch-bar")).ToBeHiddenAsync();
        await ClickAsync(page.Locator("thead [data-choose-all]"));
        await Expect(page.Locator(".hd-batch-count")).ToBeVisibleAsync();
        await ClickAsync(page.Locator($".hd-batch-bar button[value={kind}]"));
        await Expect(page.Locator("form.hd-batch")).ToBeVisibleAsync();
    }

    private async Task EndAsync(IPage page, int done)
    {
        await ClickAsync(page.Locator("form.hd-batch .btn-primary"));
        await Expect(page.Locator("#da-lam")).ToContainTextAsync($"Đã làm {done} trên");
    }

    private Task ClickAsync(ILocator target)
    {
        clicks++;
        return target.ClickAsync();
    }

    /// <summary>The work between, by whoever does it.</summary>
    private async Task OnAsync(DossierAct last)
    {
        foreach (var id in ids)
            while (DossierDriver.Sure("next", await driver.NextAsync(id)).History[^1].Act != last) { }
    }
}
