using HaiDuong.Licensing.BrowserTests.Support;
using Microsoft.Playwright;
using NUnit.Framework;

namespace HaiDuong.Licensing.BrowserTests.Journeys;

/// <summary>With JavaScript off the applicant comes as far as with it, and so does the clerk at the counter.</summary>
public sealed class NoScriptTests : JourneyTest
{
    [Test]
    public async Task ApplicantAndClerk_WithoutJavaScript_GoTheWholeWay()
    {
        var applicant = await VisitorAsync(WithoutScript);
        var clerk = await VisitorAsync(WithoutScript);
        await LogInAsync(clerk, "mot-cua");
        var reference = await SubmitAsync(applicant);
        await OpenAtCounterAsync(clerk, reference);
        await AskAsync(clerk);
        await SupplyAsync(applicant, reference);
        await OpenAtCounterAsync(clerk, reference);
        var (code, _) = await AcceptAsync(clerk);

        await applicant.GotoAsync($"/theo-doi/{reference}");
        await Expect(applicant.Locator("main")).ToContainTextAsync(code);
        await applicant.ClickAsync($"main a[href$='/{reference}/rut']");
        await applicant.FillAsync("[name=reason]", "Đơn vị hoãn việc in.");
        await applicant.ClickAsync("main form .btn-danger");
        await applicant.ArriveAsync($"**/theo-doi/{reference}");
        await Expect(applicant.Locator("main .hd-badge").First).ToContainTextAsync("rút");
    }

    private static void WithoutScript(BrowserNewContextOptions options) => options.JavaScriptEnabled = false;

    private async Task AskAsync(IPage clerk)
    {
        await clerk.ClickAsync("main a[href*='/bo-sung/']");
        await clerk.CheckAsync("[name=ask][value='Paper:manuscript']");
        await clerk.FillAsync("[name='reason.Paper.manuscript']", "Bản thảo chưa đóng dấu.");
        await clerk.FillAsync("[name=reason]", "Đề nghị bổ sung.");
        await clerk.ClickAsync(SendButton);
        await Expect(clerk.Locator("section[aria-labelledby=asked]")).ToBeVisibleAsync();
    }

    private async Task SupplyAsync(IPage applicant, string reference)
    {
        await applicant.GotoAsync("/tra-cuu");
        await applicant.FillAsync("[name=code]", reference);
        await applicant.FillAsync("[name=number]", TaxCode);
        await applicant.ClickAsync(SendButton);
        await applicant.ClickAsync("main a[href$='/bo-sung']");
        await applicant.SetInputFilesAsync(FileInput, Manuscript);
        await applicant.ClickAsync("button[name=go][value=supply]");
        await Expect(applicant.Locator(".hd-status-new")).ToBeVisibleAsync();
    }
}
