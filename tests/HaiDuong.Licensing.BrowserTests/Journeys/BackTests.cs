using Microsoft.Playwright;
using NUnit.Framework;

namespace HaiDuong.Licensing.BrowserTests.Journeys;

/// <summary>
/// An answer to a form is a page of the browser's history: whoever goes on from there comes back to it with Back, as it was, and is not asked to send it again;
/// with JavaScript and without.
/// </summary>
public sealed class BackTests : JourneyTest
{
    [Test]
    public async Task Back_ToARefusedForm_ShowsItAgain_WithWhatWasTyped()
    {
        var visitor = await VisitorAsync(WithoutScript);
        await visitor.GotoAsync("/tra-cuu");
        await visitor.FillAsync("[name=code]", "HD-khong-co");
        await visitor.FillAsync("[name=number]", TaxCode);

        await SendAndComeBackAsync(visitor, SendButton, ".hd-error-summary");

        Assert.That(await visitor.InputValueAsync("[name=code]"), Is.EqualTo("HD-khong-co"));
    }

    [Test]
    public async Task Back_ToARefusedLogIn_ShowsTheNameAndNoPassword()
    {
        var visitor = await VisitorAsync(WithoutScript);
        await visitor.GotoAsync("/dang-nhap");
        await visitor.FillAsync("[name=Name]", "khong-co-ai");
        await visitor.FillAsync("[name=Password]", "mot mat khau sai");

        await SendAndComeBackAsync(visitor, SendButton, ".hd-error-summary");

        Assert.That(await visitor.InputValueAsync("[name=Name]"), Is.EqualTo("khong-co-ai"));
        Assert.That(await visitor.ContentAsync(), Does.Not.Contain("mot mat khau sai"));
    }

    [Test]
    public async Task Back_ToARefusedActOfTheOffice_ShowsItAgain_UntilLogOut()
    {
        var reference = await SubmitAsync(Page);
        var clerk = await VisitorAsync(WithoutScript);
        await LogInAsync(clerk, "mot-cua");
        await OpenAtCounterAsync(clerk, reference);

        await SendAndComeBackAsync(clerk, "section[aria-labelledby=refuse] .btn-outline-danger", "main .hd-error-summary");

        await clerk.GotoAsync("/");
        var left = await clerk.RunAndWaitForResponseAsync(
            () => clerk.Locator("form[action='/dang-xuat'] button").First.DispatchEventAsync("click"),
            response => response.Url.EndsWith("/dang-xuat", StringComparison.Ordinal)
        );
        Assert.That(await left.HeaderValueAsync("clear-site-data"), Is.EqualTo("\"cache\""), "what was kept for Back goes with its owner");
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Back_ToTheCountersRefusedForm_KeepsWhatWasTyped(bool script)
    {
        var clerk = await VisitorAsync(options => options.JavaScriptEnabled = script);
        await LogInAsync(clerk, "mot-cua");
        await clerk.GotoAsync($"/mot-cua/tiep-nhan/{Procedure}");
        await clerk.FillAsync("[name='intake.number']", TaxCode);
        await clerk.ClickAsync("button[name=go][value=begin]");
        await clerk.FillAsync("[name='applicant.name']", "Hội Làm vườn huyện Thanh Hà");

        await SendAndComeBackAsync(clerk, "main .hd-actions button.btn-primary", ".hd-error-summary");

        Assert.That(await clerk.InputValueAsync("[name='applicant.name']"), Is.EqualTo("Hội Làm vườn huyện Thanh Hà"));
    }

    [Test]
    public async Task Back_ToThePageOfAFault_ShowsItAgain()
    {
        var visitor = await VisitorAsync(WithoutScript);
        await visitor.GotoAsync($"/nop-ho-so/{Procedure}/to-khai");
        await AnswerAsync(visitor, Answers);
        await visitor.Context.ClearCookiesAsync();

        await SendAndComeBackAsync(visitor, "button[name=go][value=next]", "section[aria-labelledby=typed]");

        await Expect(visitor.Locator("section[aria-labelledby=typed]")).ToContainTextAsync(Answers["documentTitle"]);
    }

    private static void WithoutScript(BrowserNewContextOptions options) => options.JavaScriptEnabled = false;

    /// <summary>Sends the form, is shown why it was not taken, goes on by an address and comes back to the same.</summary>
    private async Task SendAndComeBackAsync(IPage page, string button, string shown)
    {
        await page.ClickAsync(button);
        await Expect(page.Locator(shown)).ToBeVisibleAsync();
        await page.GotoAsync("/thu-tuc");
        await page.GoBackAsync();
        await Expect(page.Locator(shown)).ToBeVisibleAsync();
    }
}
