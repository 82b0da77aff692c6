using System.Text;
using HaiDuong.Licensing.BrowserTests.Support;
using HaiDuong.Licensing.Demo;
using Microsoft.Playwright;
using NUnit.Framework;

namespace HaiDuong.Licensing.BrowserTests.Journeys;

/// <summary>What people are told when something is missing, wrong or already done by another.</summary>
public sealed class RefusedJourneyTests : JourneyTest
{
    private const int OverTheLimit = (20 * 1024 * 1024) + 1;

    [Test]
    public async Task Declare_WhenNothingIsTyped_NamesEveryAnswerThatIsMissing()
    {
        await Page.GotoAsync($"/nop-ho-so/{Procedure}/to-khai");
        await AnswerAsync(Page, [KeyValuePair.Create("documentTitle", "Sổ tay")]);
        await Page.ClickAsync("button[name=go][value=next]");

        await Expect(Page.Locator(".hd-error-summary")).ToBeVisibleAsync();
        Assert.That(await Page.Locator("main .hd-field-wrong").CountAsync(), Is.GreaterThan(10));
        Assert.That(await Page.InputValueAsync("[name=documentTitle]"), Is.EqualTo("Sổ tay"));
    }

    [Test]
    public async Task Submit_WhenThePaperIsMissing_SaysWhichAndLeadsToIt()
    {
        var reference = await DeclareAsync(Page);
        await Page.ClickAsync("button[name=go][value=next]");
        await Page.ArriveAsync("**/xem-lai/*");
        await Page.ClickAsync(SendButton);

        await Expect(Page.Locator(".hd-error-summary")).ToContainTextAsync("Bản thảo");
        await Page.ClickAsync(".hd-error-summary a");
        await Page.ArriveAsync($"**/giay-to/{reference}**");
    }

    [Test]
    public async Task Papers_WhenTheFileIsTooLarge_AreRefusedInWords()
    {
        await DeclareAsync(Page);
        var pdf = Manuscript;
        var large = new byte[OverTheLimit];
        pdf.Buffer.CopyTo(large, 0);
        var path = Path.Combine(Directory.CreateTempSubdirectory("hdl-large-").FullName, "qua-lon.pdf");
        await File.WriteAllBytesAsync(path, large);
        await Page.SetInputFilesAsync(FileInput, path);
        await Page.ClickAsync("button[name=go][value=next]");

        await Expect(Page.Locator(".hd-error-summary")).ToContainTextAsync("qua-lon.pdf");
        await Expect(Page.Locator(".hd-error-summary")).ToContainTextAsync("20 MB");
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }

    [Test]
    public async Task Papers_WhenTheFileIsNotWhatItsNameSays_AreRefusedInWords()
    {
        await DeclareAsync(Page);
        await Page.SetInputFilesAsync(
            FileInput,
            new FilePayload
            {
                Name = "ban-thao.pdf",
                MimeType = "application/pdf",
                Buffer = Encoding.UTF8.GetBytes("<!DOCTYPE html><script>alert(1)</script>"),
            }
        );
        await Page.ClickAsync("button[name=go][value=next]");

        await Expect(Page.Locator(".hd-error-summary")).ToContainTextAsync("ban-thao.pdf");
        Assert.That(await Page.Locator(".hd-files li").CountAsync(), Is.Zero);
    }

    [Test]
    public async Task Accept_WhenAnotherClerkWasFirst_TellsTheSecondWho()
    {
        var reference = await SubmitAsync(Page);
        var first = await LoggedInAsync("mot-cua");
        var second = await LoggedInAsync("mot-cua-2");
        await OpenAtCounterAsync(first, reference);
        await OpenAtCounterAsync(second, reference);
        await second.FillAsync("[name=reason]", "Không đúng thẩm quyền của Sở.");
        await AcceptAsync(first);

        var answer = await second.SendAsync(() => second.ClickAsync("section[aria-labelledby=refuse] .btn-outline-danger"));

        Assert.That(answer.Status, Is.EqualTo(409));
        await Expect(second.Locator(".hd-error-summary")).ToContainTextAsync("vừa xử lý hồ sơ này");
        await Expect(second.Locator(".hd-error-summary")).ToContainTextAsync(DemoPeople.All[0].DisplayName);
    }

    [Test]
    public async Task Submit_WithoutJavaScript_GivesTheReference()
    {
        var visitor = await VisitorAsync(options => options.JavaScriptEnabled = false);

        Assert.That(await SubmitAsync(visitor), Does.Match("^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$"));
    }

    [Test]
    public async Task Track_WithAnotherIdentityNumber_ShowsNothing()
    {
        var reference = await SubmitAsync(Page);
        var stranger = await VisitorAsync();
        await stranger.GotoAsync("/tra-cuu");
        await stranger.FillAsync("[name=code]", reference);
        await stranger.FillAsync("[name=number]", "0899526013");
        await stranger.ClickAsync(SendButton);

        await Expect(stranger.Locator(".hd-error-summary")).ToBeVisibleAsync();
        await Expect(stranger.Locator("main")).Not.ToContainTextAsync(ApplicantName);
        await stranger.GotoAsync($"/theo-doi/{reference}");
        await Expect(stranger.Locator("main")).Not.ToContainTextAsync(ApplicantName);
    }
}
