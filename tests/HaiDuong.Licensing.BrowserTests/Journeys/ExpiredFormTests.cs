using HaiDuong.Licensing.BrowserTests.Support;
using HaiDuong.Licensing.Demo;
using Microsoft.Playwright;
using NUnit.Framework;

namespace HaiDuong.Licensing.BrowserTests.Journeys;

/// <summary>A page that lay open too long: what was typed survives, and the page says what to do.</summary>
public sealed class ExpiredFormTests : JourneyTest
{
    private const string Reason = "Không đúng thẩm quyền của Sở.";

    [Test]
    public async Task Declare_WhenTheCookiesAreGone_KeepsWhatWasTypedAndSendsItAgain([Values] bool javaScript)
    {
        var visitor = await VisitorAsync(options => options.JavaScriptEnabled = javaScript);
        await visitor.GotoAsync($"/nop-ho-so/{Procedure}/to-khai");
        await AnswerAsync(visitor, Answers);
        await visitor.Context.ClearCookiesAsync();
        await visitor.ClickAsync("button[name=go][value=next]");

        await Expect(visitor.Locator("section[aria-labelledby=typed]")).ToContainTextAsync(Answers["documentTitle"]);
        await Expect(visitor.Locator("main")).Not.ToContainTextAsync("documentTitle");
        await visitor.ClickAsync("section[aria-labelledby=typed] .btn-primary");
        await visitor.ArriveAsync("**/giay-to/*");
        await visitor.ClickAsync("main a[href*='/to-khai/']");
        Assert.That(await visitor.InputValueAsync("[name=documentTitle]"), Is.EqualTo(Answers["documentTitle"]));
    }

    [Test]
    public async Task Declare_WhenChangedInAnotherWindow_SaysSoAndKeepsBoth()
    {
        var reference = await DeclareAsync(Page);
        await Page.GotoAsync($"/nop-ho-so/{Procedure}/to-khai/{reference}");
        var other = await Context.NewPageAsync();
        await other.GotoAsync($"/nop-ho-so/{Procedure}/to-khai/{reference}");
        await other.FillAsync("[name=purpose]", "Phát cho hội viên.");
        await other.ClickAsync("button[name=go][value=draft]");
        await Expect(other.Locator(".hd-flash-good")).ToBeVisibleAsync();

        await Page.FillAsync("[name=documentTitle]", "Sổ tay gia đình hạnh phúc");
        var answer = await Page.SendAsync(() => Page.ClickAsync("button[name=go][value=next]"));

        Assert.That(answer.Status, Is.EqualTo(409));
        await Expect(Page.Locator(".hd-error-summary")).ToBeVisibleAsync();
        Assert.That(await Page.InputValueAsync("[name=documentTitle]"), Is.EqualTo("Sổ tay gia đình hạnh phúc"));
    }

    [Test]
    public async Task Declare_WhileTyping_SavesByItself()
    {
        var reference = await DeclareAsync(Page);
        await Page.GotoAsync($"/nop-ho-so/{Procedure}/to-khai/{reference}");
        var saved = Page.WaitForResponseAsync(response => response.Request.Method == "POST");
        await Page.FillAsync("[name=documentTitle]", "Sổ tay gia đình hạnh phúc");

        Assert.That((await saved).Status, Is.EqualTo(204));
        await Expect(Page.Locator("[data-saved]")).ToContainTextAsync("Đã lưu");
        await Page.ReloadAsync();
        Assert.That(await Page.InputValueAsync("[name=documentTitle]"), Is.EqualTo("Sổ tay gia đình hạnh phúc"));
    }

    [Test]
    public async Task Refuse_WhenTheClerkIsLoggedOut_KeepsTheReasonThroughANewLogIn()
    {
        var reference = await SubmitAsync(Page);
        var clerk = await LoggedInAsync("mot-cua");
        await OpenAtCounterAsync(clerk, reference);
        await clerk.FillAsync("[name=reason]", Reason);
        await clerk.Context.ClearCookiesAsync();
        await clerk.ClickAsync("section[aria-labelledby=refuse] .btn-outline-danger");
        await Expect(clerk.Locator("section[aria-labelledby=typed]")).ToContainTextAsync(Reason);
        await SendAgainAsync(clerk);
        await Expect(clerk.Locator("h1")).ToHaveTextAsync("Phiên đăng nhập đã hết");

        var newWindow = await clerk.RunAndWaitForPopupAsync(() => clerk.ClickAsync("main a[href^='/dang-nhap']"));
        await newWindow.FillAsync("[name=Name]", "mot-cua");
        await newWindow.FillAsync("[name=Password]", DemoPeople.Password);
        await newWindow.ClickAsync(SendButton);
        await newWindow.ArriveAsync("**/mot-cua");
        await SendAgainAsync(clerk);
        await Expect(clerk.Locator("section[aria-labelledby=typed]")).ToContainTextAsync(Reason);
        await SendAgainAsync(clerk);

        await Expect(clerk.Locator(".hd-flash-good")).ToContainTextAsync(reference);
    }

    private static Task SendAgainAsync(IPage page) => page.ClickAsync("section[aria-labelledby=typed] .btn-primary");
}
