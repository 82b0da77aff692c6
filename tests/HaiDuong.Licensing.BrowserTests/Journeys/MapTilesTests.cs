using System.Collections.Concurrent;
using System.Net;
using HaiDuong.Licensing.BrowserTests.Support;
using HaiDuong.Licensing.IntegrationTests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NUnit.Framework;

namespace HaiDuong.Licensing.BrowserTests.Journeys;

/// <summary>
/// An installation that names a server of tiles: its pictures are behind the places, said whose they are, and no other server's pictures may come.
/// </summary>
public sealed class MapTilesTests : JourneyTest
{
    private const string Attribution = "© Cơ quan bản đồ <thử> & cộng sự";

    private readonly ConcurrentQueue<string> asked = [];
    private WebApplication tiles = null!;
    private OfficeServer office = null!;

    protected override string Address => office.Address;

    private string TilesAddress => tiles.Urls.Single();

    [OneTimeSetUp]
    public async Task OpenAsync()
    {
        tiles = await ServeTilesAsync();
        office = OfficeServer.Start(
            await TestCluster.CreateDatabaseAsync(),
            [
                KeyValuePair.Create("Office:Demo", (string?)"true"),
                KeyValuePair.Create("Map:Tiles", (string?)(TilesAddress + "/{z}/{x}/{y}.png")),
                KeyValuePair.Create("Map:Attribution", (string?)Attribution),
            ]
        );
    }

    [OneTimeTearDown]
    public async Task CloseAsync()
    {
        await office.DisposeAsync();
        await tiles.DisposeAsync();
    }

    [TestCase(1280)]
    [TestCase(390)]
    public async Task Map_WithTiles_ShowsThemWithTheirAttribution(int width)
    {
        await Page.SetViewportSizeAsync(width, 800);
        await LogInAsync(Page, "chuyen-vien-vien-thong");
        await Page.GotoAsync("/ban-do");

        var shown = Page.Locator(".leaflet-tile-loaded");
        await Expect(shown.First).ToBeVisibleAsync();
        // A tile of a scale that the map has left is emptied and stays in the page for a moment.
        await Page.EvaluateAsync(
            "async () => { while (![...document.querySelectorAll('.leaflet-tile-loaded')].some(tile => tile.naturalWidth === 256)) await new Promise(requestAnimationFrame); }"
        );
        await Expect(Page.Locator(".leaflet-control-attribution")).ToHaveTextAsync(Attribution);
        Assert.That(asked, Is.Not.Empty);
        await AssertFitsAsync(Page);
    }

    [Test]
    public async Task Map_WithTiles_TakesNoPictureOfAnotherServer()
    {
        await LogInAsync(Page, "chuyen-vien-vien-thong");
        var answer = await Page.GotoAsync("/ban-do");
        await using var stranger = await ServeTilesAsync();

        Assert.That((await answer!.AllHeadersAsync())["content-security-policy"], Does.Contain($"img-src 'self' {TilesAddress} data: blob:;"));
        Assert.That(await LoadsAsync(TilesAddress + "/8/203/113.png"), Is.True);
        Assert.That(await LoadsAsync(stranger.Urls.Single() + "/8/203/113.png"), Is.False);
    }

    [Test]
    public async Task OtherPage_OfAnOfficeWithTiles_TakesNoneOfTheirPictures()
    {
        await Page.GotoAsync("/dang-nhap");

        Assert.That(await LoadsAsync(TilesAddress + "/8/203/113.png"), Is.False);
    }

    private Task<bool> LoadsAsync(string picture) =>
        Page.EvaluateAsync<bool>(
            "picture => new Promise(done => { const image = new Image(); image.onload = () => done(true); image.onerror = () => done(false); image.src = picture; })",
            picture
        );

    /// <summary>A server of tiles on a free port, each tile a picture of its own colour.</summary>
    private async Task<WebApplication> ServeTilesAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var server = builder.Build();
        server.MapGet("/{z:int}/{x:int}/{y:int}.png", (int x, int y) =>
        {
            asked.Enqueue($"{x}/{y}");
            return Results.Bytes(TilePicture.Of(x, y), "image/png");
        });
        await server.StartAsync();
        return server;
    }
}
