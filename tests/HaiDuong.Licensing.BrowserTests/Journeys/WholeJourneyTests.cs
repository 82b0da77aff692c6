using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using HaiDuong.Licensing.BrowserTests.Support;
using HaiDuong.Licensing.Demo;
using HaiDuong.Licensing.IntegrationTests.Support;
using Microsoft.Playwright;
using NUnit.Framework;

namespace HaiDuong.Licensing.BrowserTests.Journeys;

/// <summary>
/// The permit from the applicant's first word to the decision in the hand, every role at its own page with its own account, at a phone's width, where every
/// page on the way fits its window and is accessible; at a desk's width these pages are looked at one by one (<see cref="StepPageTests"/>).
/// </summary>
[TestFixture(390)]
public sealed class WholeJourneyTests(int width) : JourneyTest
{
    private const string Receiver = "Người được Hội cử đến nhận";
    private const string ReceiverNumber = "030085001234";
    private const string LastWord = "Đề nghị rà soát lại số lượng in.";

    private readonly RoleSteps steps = new(AssertFitsAsync);
    private IPage head = null!;
    private IPage specialist = null!;

    public override BrowserNewContextOptions ContextOptions() => AtWidth(base.ContextOptions(), width);

    [Test]
    public async Task PublishingPermit_FromTheFormToTheDecision_PassesThroughEveryRole()
    {
        var reference = await ApplyAsync();
        var (code, id) = await ReceiveAsync(reference);
        await AppraiseAsync(id);
        await DecideAsync(id);
        await steps.HandOverAsync(await LoggedInAsync("mot-cua-2"), code, Receiver, ReceiverNumber);
        var decision = await FollowAsync(reference, code);

        await AssertDecisionAsync(decision);
    }

    /// <summary>Begins without an account, leaves, comes back elsewhere by the code, brings papers and submits.</summary>
    private async Task<string> ApplyAsync()
    {
        await Page.GotoAsync("/");
        await AssertFitsAsync(Page);
        await Page.GetByRole(AriaRole.Link, new() { Name = "Nộp hồ sơ" }).First.ClickAsync();
        await Page.ClickAsync($"main a[href$='/nop-ho-so/{Procedure}']");
        await AssertFitsAsync(Page);
        await Page.ClickAsync("main form .btn-primary");
        await AnswerAsync(Page, Answers);
        await Page.ClickAsync("button[name=go][value=draft]");
        var code = (await Page.Locator(".hd-flash-good .hd-code").InnerTextAsync()).Trim();
        await AssertFitsAsync(Page);
        await Context.ClearCookiesAsync();

        var elsewhere = await VisitorAsync();
        await elsewhere.GotoAsync("/tiep-tuc");
        await elsewhere.FillAsync("[name=code]", code);
        await elsewhere.FillAsync("[name=number]", TaxCode);
        await elsewhere.ClickAsync(SendButton);
        Assert.That(await elsewhere.InputValueAsync("[name=documentTitle]"), Is.EqualTo(Answers["documentTitle"]));
        await elsewhere.ClickAsync("button[name=go][value=next]");
        await elsewhere.SetInputFilesAsync(FileInput, [Manuscript, Photograph]);
        await elsewhere.ClickAsync("button[name=go][value=stay]");
        await Expect(elsewhere.Locator(".hd-files li")).ToHaveCountAsync(2);
        await AssertFitsAsync(elsewhere);
        await elsewhere.ClickAsync("button[name=go][value=next]");
        await elsewhere.ArriveAsync("**/xem-lai/*");
        await AssertFitsAsync(elsewhere);
        await elsewhere.ClickAsync(SendButton);
        await elsewhere.ArriveAsync("**/da-nop");
        await AssertFitsAsync(elsewhere);
        return (await elsewhere.Locator(".hd-reference").InnerTextAsync()).Trim();
    }

    /// <summary>The clerk accepts: code, date and the receipt with its words; then the dossier lies with the division's head.</summary>
    private async Task<(string Code, string Id)> ReceiveAsync(string reference)
    {
        var clerk = await LoggedInAsync("mot-cua");
        await OpenAtCounterAsync(clerk, reference);
        await Expect(clerk.Locator(".hd-papers a[target=giay-to]")).ToHaveCountAsync(2);
        await AssertFitsAsync(clerk);
        var (code, id) = await AcceptAsync(clerk);
        await AssertFitsAsync(clerk);

        Assert.That(code, Does.Match(@"^000\.00\.13\.H23-\d{6}-\d{4}$"));
        var receipt = await DownloadAsync(clerk, (await clerk.GetAttributeAsync("main a.btn-primary", "href"))!);
        var text = await TextOfAsync(receipt);
        Assert.That(text, Does.Contain("GIẤY TIẾP NHẬN HỒ SƠ").And.Contain(code).And.Contain(ApplicantName));
        var promised = (await clerk.Locator("dd strong:not(.hd-code)").InnerTextAsync()).Trim();
        Assert.That(text, Does.Contain(promised[^4..]), "The year of the promised date is on the receipt.");
        return (code, id);
    }

    private async Task AppraiseAsync(string id)
    {
        head = await LoggedInAsync("truong-phong-bao-chi");
        specialist = await LoggedInAsync("chuyen-vien-bao-chi");
        await steps.AssignAsync(head, id, NameOf("chuyen-vien-bao-chi"));
        await steps.ConsultAsync(specialist, id, "propaganda");
        await steps.AppraiseAsync(specialist, id);
        await steps.CollectFeeAsync(await LoggedInAsync("ke-toan"), id);
    }

    /// <summary>The head sends the draft back once; the second one is approved, signed, numbered, dated and sealed.</summary>
    private async Task DecideAsync(string id)
    {
        await steps.DraftAsync(specialist, id, "1000");
        await steps.SendBackAsync(head, id, LastWord);
        await specialist.GotoAsync($"/ho-so/{id}");
        await AssertFitsAsync(specialist);
        await Expect(specialist.Locator("main")).ToContainTextAsync(LastWord);
        await steps.DraftAsync(specialist, id, "900");
        await steps.ApproveAsync(head, id);
        await steps.SignAsync(await LoggedInAsync("giam-doc"), id);
        await steps.IssueAsync(await LoggedInAsync("van-thu"), id);
    }

    /// <summary>The applicant follows by the reference of the receipt and the tax code, sees who took the result and fetches it.</summary>
    private async Task<byte[]> FollowAsync(string reference, string code)
    {
        var applicant = await VisitorAsync();
        await applicant.GotoAsync($"/tra-cuu/{reference}");
        Assert.That(await applicant.InputValueAsync("[name=code]"), Is.EqualTo(reference), "The address behind the receipt's QR code.");
        await Expect(applicant.Locator("[name=number]")).ToBeFocusedAsync();
        await applicant.FillAsync("[name=number]", TaxCode);
        await applicant.ClickAsync(SendButton);
        await applicant.ArriveAsync("**/theo-doi/*");
        await AssertFitsAsync(applicant);

        await Expect(applicant.Locator("main")).ToContainTextAsync(code);
        await Expect(applicant.Locator(".hd-status-returned")).ToBeVisibleAsync();
        await Expect(applicant.Locator(".hd-facts").First).ToContainTextAsync(Receiver);
        await Expect(applicant.Locator("main")).Not.ToContainTextAsync(LastWord);
        var file = await applicant.GetAttributeAsync("main a[href*='/tep/']", "href");
        return await DownloadAsync(applicant, file!);
    }

    private static async Task AssertDecisionAsync(byte[] decision)
    {
        var signatures = await WithFileAsync(decision, path => Tool.ReadAsync("pdfsig", "-nocert", path));
        Assert.That(Regex.Count(signatures, "Signature is Valid"), Is.EqualTo(2), signatures);
        var text = await TextOfAsync(decision);
        Assert.That(text, Does.Contain("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM").And.Contain(ApplicantName).And.Contain(Answers["documentTitle"]));
        Assert.That(text, Does.Contain("900 bản").And.Not.Contain("1.000 bản"), "The second draft was signed.");
        Assert.That(text, Does.Match(@"Số: ?\d+/GP-STTTT"));
        var today = WalkedOffice.Today;
        Assert.That(
            text,
            Does.Contain(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"ngày {today.Day:D2} tháng {(today.Month < 3 ? today.Month.ToString("D2", CultureInfo.InvariantCulture) : today.Month)} năm {today.Year}"
                )
            )
        );
        Assert.That(text.IsNormalized(NormalizationForm.FormC));
    }

    private static string NameOf(string userName) => DemoPeople.All.Single(person => person.UserName == userName).DisplayName;
}
