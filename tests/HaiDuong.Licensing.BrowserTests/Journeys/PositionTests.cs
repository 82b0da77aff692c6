using HaiDuong.Licensing.BrowserTests.Support;
using Microsoft.Playwright;
using NUnit.Framework;

namespace HaiDuong.Licensing.BrowserTests.Journeys;

/// <summary>"Vị trí của tôi" on a phone: fills in latitude and longitude as the form reads them, or says what to do instead.</summary>
public sealed class PositionTests : JourneyTest
{
    private const string MastForm = "/nop-ho-so/bts-investment-approval/to-khai";
    private const string Offer = "[data-position] button";
    private const string Said = "[data-position] [role=status]";
    private const string NothingFilled = "";

    private static readonly Geolocation AtTheSite = new()
    {
        Latitude = 20.93734f,
        Longitude = 106.3146f,
        Accuracy = 11.5f,
    };
    private static readonly (string, string) Written = ("20,93734", "106,3146");

    public override BrowserNewContextOptions ContextOptions()
    {
        var options = AtWidth(base.ContextOptions(), 390);
        options.Permissions = ["geolocation"];
        options.Geolocation = AtTheSite;
        return options;
    }

    [Test]
    public async Task Row_TakesThePositionOfTheDevice_AndTheFormReadsIt()
    {
        await Page.GotoAsync(MastForm);
        await Page.ClickAsync(".hd-row-add");
        await Expect(Page.Locator(Offer)).ToHaveCountAsync(2);

        await Page.Locator(Offer).Last.ClickAsync();
        await Expect(Page.Locator(Said).Last).ToContainTextAsync("12 m");
        await AssertFitsAsync(Page);

        Assert.That(await FilledAsync(Page, "sites[0].latitude", "sites[0].longitude"), Is.EqualTo((NothingFilled, NothingFilled)));
        await Page.ClickAsync("button[name=go][value=draft]");
        await Page.ArriveAsync("**/to-khai/*");
        // The empty row is gone once the draft is saved.
        Assert.That(await FilledAsync(Page, "sites[0].latitude", "sites[0].longitude"), Is.EqualTo(Written));
    }

    [Test]
    public async Task FormAtTheCounter_TakesThePositionOfTheDevice()
    {
        await LogInAsync(Page, "mot-cua");
        await Page.GotoAsync("/mot-cua/tiep-nhan/game-point-certificate");
        await Page.ClickAsync("button[name=go][value=begin]");

        await Page.ClickAsync(Offer);
        await Expect(Page.Locator(Said)).ToContainTextAsync("12 m");

        Assert.That(await FilledAsync(Page, "latitude", "longitude"), Is.EqualTo(Written));
        await AssertFitsAsync(Page);
    }

    [Test]
    public async Task InaccuratePosition_IsFilledInAndCalledInaccurate()
    {
        await Context.SetGeolocationAsync(
            new Geolocation
            {
                Latitude = AtTheSite.Latitude,
                Longitude = AtTheSite.Longitude,
                Accuracy = 2500,
            }
        );
        await Page.GotoAsync(MastForm);

        await Page.ClickAsync(Offer);

        await Expect(Page.Locator($"{Said}.hd-error")).ToContainTextAsync("2.500 m");
        Assert.That(await FilledAsync(Page, "sites[0].latitude", "sites[0].longitude"), Is.EqualTo(Written));
    }

    [Test]
    public async Task PositionOutsideWhatTheFormTakes_IsToldAndNotFilledIn()
    {
        await Context.SetGeolocationAsync(
            new Geolocation
            {
                Latitude = 21.03125f,
                Longitude = 105.8125f,
                Accuracy = 20,
            }
        );
        await Page.GotoAsync(MastForm);

        await Page.ClickAsync(Offer);

        await AssertToldAsync(Page, "105,8125");
    }

    [Test]
    public async Task PermissionRefused_IsToldWithWhatToDo()
    {
        var visitor = await VisitorAsync(options => options.Permissions = []);
        await visitor.GotoAsync(MastForm);

        await visitor.ClickAsync(Offer);

        await AssertToldAsync(visitor, "cho phép “Vị trí”");
    }

    [Test]
    public async Task DeviceWithoutPosition_IsToldWithWhatToDo()
    {
        await Context.SetGeolocationAsync(null);
        await Page.GotoAsync(MastForm);

        await Page.ClickAsync(Offer);

        await AssertToldAsync(Page, "bật định vị (GPS)");
    }

    [Test]
    public async Task FormWithoutScriptOrWithoutPlaces_OffersNothing()
    {
        var visitor = await VisitorAsync(options => options.JavaScriptEnabled = false);
        await visitor.GotoAsync(MastForm);
        await Page.GotoAsync($"/nop-ho-so/{Procedure}/to-khai");

        await Expect(visitor.Locator(Offer)).ToBeHiddenAsync();
        await Expect(Page.Locator(Offer)).ToHaveCountAsync(0);
    }

    private async Task AssertToldAsync(IPage page, string words)
    {
        await Expect(page.Locator($"{Said}.hd-error")).ToContainTextAsync(words);
        Assert.That(await FilledAsync(page, "sites[0].latitude", "sites[0].longitude"), Is.EqualTo((NothingFilled, NothingFilled)));
        await AssertFitsAsync(page);
    }

    private static async Task<(string Latitude, string Longitude)> FilledAsync(IPage page, string latitude, string longitude) =>
        (await page.InputValueAsync($"[name='{latitude}']"), await page.InputValueAsync($"[name='{longitude}']"));
}
