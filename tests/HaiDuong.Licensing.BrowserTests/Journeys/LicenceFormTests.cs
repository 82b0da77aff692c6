using HaiDuong.Licensing.BrowserTests.Support;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NUnit.Framework;

namespace HaiDuong.Licensing.BrowserTests.Journeys;

/// <summary>
/// Forms about an earlier licence in the demo office, at the width of a desk and of a phone: offered, chosen, looked up, typed at the counter.
/// </summary>
[TestFixture(1280)]
[TestFixture(390)]
public sealed class LicenceFormTests(int width) : JourneyTest
{
    private const string Form = "/nop-ho-so/game-point-extension/to-khai";
    private const string Lookup = "button[name=go][value=licence]";
    private OfficeServer office = null!;
    private (string Number, string Holder) licence;

    protected override string Address => office.Address;

    public override BrowserNewContextOptions ContextOptions() => AtWidth(base.ContextOptions(), width);

    [OneTimeSetUp]
    public async Task OpenAsync()
    {
        office = OfficeServer.Start(await TestCluster.CreateDatabaseAsync(), [KeyValuePair.Create("Office:Demo", (string?)"true")]);
        await using var desk = office.Services.CreateAsyncScope();
        var kept = await desk
            .ServiceProvider.GetRequiredService<OfficeDbContext>()
            .Licences.OrderByDescending(one => one.IssuedOn)
            .FirstAsync(one => one.Kind == "game-point-certificate" && one.DossierId != null);
        licence = (kept.Number, kept.Holder.IdentityNumber);
    }

    [OneTimeTearDown]
    public async Task CloseAsync() => await office.DisposeAsync();

    [Test]
    public async Task OwnLicence_IsOfferedAndChosen()
    {
        await LogInAsync(Page, "nguoi-nop");
        await Page.GotoAsync($"{Form}?kind=Organisation");
        await AssertFitsAsync(Page);

        await Page.ClickAsync("main a[href*='giay-phep=']");

        await Expect(Page.Locator("[name=licenceNumber]")).ToHaveValueAsync(licence.Number);
        await Expect(Page.Locator("[name=pointName]")).Not.ToBeEmptyAsync();
        await AssertFitsAsync(Page);
    }

    [Test]
    public async Task NumberOfSomebodyElse_IsRefusedAtTheFieldWithTheWayOut()
    {
        await Page.GotoAsync(Form);
        await Page.CheckAsync("[name='applicant.kind'][value=Organisation]");
        await Page.FillAsync("[name='applicant.identityNumber']", "0800011018");
        await Page.FillAsync("[name=licenceNumber]", licence.Number);
        await Page.ClickAsync(Lookup);

        await Expect(Page.Locator(".hd-error-summary a[href='#licenceNumber']")).ToBeVisibleAsync();
        await Expect(Page.Locator("main a[href='/nop-ho-so/game-point-certificate']")).ToBeVisibleAsync();
        await AssertFitsAsync(Page);
    }

    [Test]
    public async Task UnknownNumber_IsToldAndMayGoOn()
    {
        await Page.GotoAsync(Form);
        await Page.FillAsync("[name=licenceNumber]", "2099/GCN-TCCC");
        await Page.ClickAsync(Lookup);

        await Expect(Page.Locator("main .hd-note-warn[role=status]")).ToBeVisibleAsync();
        await AssertFitsAsync(Page);
    }

    [Test]
    public async Task Counter_FromTheNumberToTheFilledForm_WithoutAMouse()
    {
        await LogInAsync(Page, "mot-cua");
        await Page.GotoAsync("/mot-cua/tiep-nhan/game-point-extension");
        await Expect(Page.Locator("[name='intake.number']")).ToBeFocusedAsync();
        await Page.Keyboard.TypeAsync(licence.Holder);
        foreach (var key in (string[])["Tab", "Space", "Tab", "Space", "Tab", "ArrowRight", "Enter"])
            await Page.Keyboard.PressAsync(key);

        await Expect(Page.Locator("[name=licenceNumber]")).ToHaveValueAsync(licence.Number);
        await Expect(Page.Locator("[name=extensionMonths]")).ToBeFocusedAsync();
        await AssertFitsAsync(Page);
    }

    [Test]
    public async Task Counter_WithAnAnswerAgainst_IsLedToTheOtherProcedure()
    {
        await LogInAsync(Page, "mot-cua");
        await Page.GotoAsync("/mot-cua/tiep-nhan/game-point-extension");
        foreach (var question in (string[])["valid", "twentyDays", "once"])
            await Page.CheckAsync($"[name={question}][value=no]");
        await Page.ClickAsync("button[name=go][value=begin]");

        await Expect(Page.Locator("main a[href='/mot-cua/tiep-nhan/game-point-certificate']").First).ToBeVisibleAsync();
        await AssertFitsAsync(Page);
    }
}
