using System.CommandLine;
using HaiDuong.Licensing.BrowserTests.Support;
using HaiDuong.Licensing.OneStop.Npm;
using HaiDuong.Licensing.Web.Commands;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NUnit.Framework;

namespace HaiDuong.Licensing.BrowserTests.Journeys;

/// <summary>An administrator draws a step into a route in the real Elsa Studio, publishes it and confirms what moves.</summary>
public sealed class StudioTests : JourneyTest
{
    private const string Step = "Rà soát pháp lý";
    private OfficeServer server = null!;

    protected override string Address => server.Address;

    public override BrowserNewContextOptions ContextOptions()
    {
        var options = base.ContextOptions();
        options.ViewportSize = new ViewportSize { Width = 1900, Height = 1300 };
        return options;
    }

    /// <summary>The package is fetched once a machine, by the office's own command; without it this test fails.</summary>
    [OneTimeSetUp]
    public async Task OpenOfficeWithStudioAsync()
    {
        var cache = Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create),
            "mot-cua-studio"
        );
        if (!Directory.Exists(Path.Combine(cache, StudioPackage.Version)))
        {
            Environment.SetEnvironmentVariable("Office__StudioFolder", cache);
            await using var errors = new StringWriter();
            var exit = await StudioCommand.Create().Parse([]).InvokeAsync(new InvocationConfiguration { Output = TextWriter.Null, Error = errors });
            Environment.SetEnvironmentVariable("Office__StudioFolder", null);
            Assert.That(exit, Is.Zero, errors.ToString());
        }

        server = await WalkedOffice.StartAsync(KeyValuePair.Create("Office:StudioFolder", (string?)cache));
    }

    [OneTimeTearDown]
    public async Task CloseAsync() => await server.DisposeAsync();

    [Test]
    public async Task Step_DrawnAndPublished_IsTheWayOfNewDossiers_AndOfThoseThatWereMoved()
    {
        var (moved, stays) = (await AcceptedAsync(), await AcceptedAsync());
        await LogInAsync(Page, "quan-tri");
        await DrawAsync();
        await Page.ArriveAsync("**/chuyen-phien-ban?**");
        await Page.CheckAsync($"#c-{moved}");
        await Page.ClickAsync(SendButton);
        await Expect(Page.Locator(".hd-flash-good")).ToBeVisibleAsync();
        var young = await AcceptedAsync();

        await Page.GotoAsync("/quan-tri/quy-trinh/chuyen-phien-ban?quy-trinh=standard-licence");
        await Expect(Page.Locator($"#c-{stays}")).ToBeVisibleAsync();
        await Expect(Page.Locator($"#c-{moved}")).ToHaveCountAsync(0);
        var clerk = await LoggedInAsync("mot-cua");
        Assert.That(await DrawnRouteAsync(clerk, young), Does.Contain(Step));
        Assert.That(await DrawnRouteAsync(clerk, moved), Does.Contain(Step));
        Assert.That(await DrawnRouteAsync(clerk, stays), Does.Not.Contain(Step));
        Assert.That(await WaitingAsync(young), Is.EqualTo(Step));
        Assert.That(await WaitingAsync(moved), Is.EqualTo("Phân công thụ lý"));
        Assert.That(await WaitingAsync(stays), Is.EqualTo("Phân công thụ lý"));
    }

    private async Task DrawAsync()
    {
        var studio = await StudioEditor.OpenAsync(Page, "standard-licence");
        await studio.BringAsync("receive");
        var step = await studio.AddAsync("Bước xử lý hồ sơ", "Bước việc khác", above: "assign");
        await studio.DisconnectAsync("receive", "Accepted");
        await studio.ConnectAsync("receive", "Accepted", step);
        await studio.ConnectAsync(step, "Done", "assign");
        await studio.SelectAsync(step);
        await studio.TypeAsync("Tên bước", Step);
        await studio.ChooseAsync("Vai trò xử lý", "Lãnh đạo phòng");
        await studio.ChooseAsync("Đơn vị", "Phòng thụ lý hồ sơ");
        await studio.ChooseAsync("Trạng thái trên Cổng quốc gia", "02 – Được tiếp nhận");
        await Expect(Page.Locator("[data-studio-said]")).ToContainTextAsync("Kiểm tra không thấy lỗi");
        await Page.ScreenshotAsync(
            new PageScreenshotOptions { Path = Path.Combine(TestContext.CurrentContext.WorkDirectory, "screenshots", "studio.png"), FullPage = true }
        );
        await studio.PublishAsync();
    }

    private async Task<string> AcceptedAsync()
    {
        var reference = await SubmitAsync(await VisitorAsync());
        var clerk = await LoggedInAsync("mot-cua");
        await OpenAtCounterAsync(clerk, reference);
        return (await AcceptAsync(clerk)).Id;
    }

    private static async Task<string> DrawnRouteAsync(IPage clerk, string id)
    {
        await clerk.GotoAsync($"/ho-so/{id}");
        return await clerk.ContentAsync();
    }

    private async Task<string> WaitingAsync(string id)
    {
        await using var scope = server.Services.CreateAsyncScope();
        var dossier = await scope.ServiceProvider.GetRequiredService<OneStop.Storage.DossierStore>().ReadAsync(Guid.Parse(id), CancellationToken.None);
        return dossier!.Work.Single().Title;
    }
}
