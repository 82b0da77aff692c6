using HaiDuong.Licensing.BrowserTests.Support;
using NUnit.Framework;

namespace HaiDuong.Licensing.BrowserTests.Journeys;

/// <summary>The applicant's own draft in the browser: its page saves in order, has an address from its first save on, and can be come back to.</summary>
public sealed class OwnDraftTests : JourneyTest
{
    private const string Title = "[name=documentTitle]";
    private const string Next = "button[name=go][value=next]";
    private const string Form = $"/nop-ho-so/{Procedure}/to-khai";

    [Test]
    public async Task Save_WhileItsAutosaveIsOnTheWay_NeverConflicts([Values(0, 150, 600)] int lateBy)
    {
        var reference = await DeclareAsync(Page);
        await Page.GotoAsync($"{Form}/{reference}");
        await Page.RouteAsync("**/to-khai/*", async route =>
        {
            if (route.Request.Headers.ContainsKey("x-autosave"))
                await Task.Delay(lateBy);
            await route.ContinueAsync();
        });
        await Page.RunAndWaitForRequestAsync(() => Page.FillAsync(Title, "Tự lưu"), request => request.Headers.ContainsKey("x-autosave"));
        await Page.FillAsync(Title, "Bấm lưu");
        await Page.ClickAsync(Next);

        await Page.ArriveAsync("**/giay-to/*");
        await Page.GotoAsync($"{Form}/{reference}");
        await Expect(Page.Locator(Title)).ToHaveValueAsync("Bấm lưu");
    }

    [Test]
    public async Task FirstPage_OnceSavedByItself_HasAnAddressThatOpensItAgain()
    {
        await Page.GotoAsync(Form);
        await Page.FillAsync(Title, "Sổ tay");
        await Expect(Page.Locator("[data-saved]")).ToContainTextAsync("Đã lưu");
        var address = Page.Url;
        var reference = new Uri(address).Segments[^1];
        var opened = await VisitorAsync();
        await opened.GotoAsync(address);

        await Expect(Page.Locator("[data-saved]")).ToContainTextAsync(reference);
        await Expect(opened.Locator(Title)).ToHaveValueAsync("Sổ tay");
    }

    [Test]
    public async Task Back_ToTheFirstPage_FindsWhatWasSavedFromIt([Values] bool javaScript)
    {
        var visitor = await VisitorAsync(options => options.JavaScriptEnabled = javaScript);
        await visitor.GotoAsync(Form);
        await Expect(visitor.Locator("main")).Not.ToContainTextAsync("Đã lưu");
        await AnswerAsync(visitor, Answers);
        await visitor.ClickAsync(Next);
        await visitor.ArriveAsync("**/giay-to/*");
        await visitor.GoBackAsync();

        await Expect(visitor.Locator(Title)).ToHaveValueAsync(Answers["documentTitle"]);
    }

    [Test]
    public async Task Back_AfterARefusedForm_OpensThePageAndNotAnErrorOfTheBrowser([Values] bool javaScript)
    {
        var visitor = await VisitorAsync(options => options.JavaScriptEnabled = javaScript);
        await visitor.GotoAsync(Form);
        await AnswerAsync(visitor, Answers.Where(answer => answer.Key != "format").Append(KeyValuePair.Create("format", "khổ nhỏ")));
        await visitor.ClickAsync(Next);
        await Expect(visitor.Locator(".hd-error-summary a[href='#format']")).ToBeVisibleAsync();
        await visitor.FillAsync("[name=format]", Answers["format"]);
        await visitor.ClickAsync(Next);
        await visitor.ArriveAsync("**/giay-to/*");
        await visitor.GoBackAsync();

        await Expect(visitor.Locator("[name=format]")).ToHaveValueAsync(Answers["format"]);
        await Expect(visitor.Locator(Title)).ToHaveValueAsync(Answers["documentTitle"]);
    }

    [TestCase("/tiep-tuc", "[name=code]")]
    [TestCase("/tra-cuu", "main input[type=text]")]
    [TestCase("/dang-nhap", "[name=Name]")]
    public async Task Back_AfterWhateverRefusedForm_ShowsItWithWhatWasTyped(string address, string field)
    {
        await Page.GotoAsync(address);
        await Page.Locator(field).First.FillAsync("ABCD-EFGH-IJKL");
        await Page.ClickAsync(SendButton);
        await Expect(Page.Locator(".hd-error-summary").First).ToBeVisibleAsync();
        await Page.GotoAsync("/thu-tuc");
        await Page.GoBackAsync();

        await Expect(Page.Locator(field).First).ToHaveValueAsync("ABCD-EFGH-IJKL");
    }
}
