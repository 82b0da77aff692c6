using HaiDuong.Licensing.BrowserTests.Support;
using NUnit.Framework;

namespace HaiDuong.Licensing.BrowserTests.Journeys;

/// <summary>The pages beside the whole journey, at the width of a desk and of a phone: no sideways scrolling, and axe finds nothing.</summary>
public sealed class PageWidthTests : JourneyTest
{
    [TestCase("/thu-tuc")]
    [TestCase($"/thu-tuc/{Procedure}")]
    [TestCase("/nop-ho-so")]
    [TestCase($"/nop-ho-so/{Procedure}/to-khai")]
    [TestCase("/nop-ho-so/bts-investment-approval/to-khai")]
    [TestCase("/nop-ho-so/game-point-extension/to-khai")]
    [TestCase("/tiep-tuc")]
    [TestCase("/tra-cuu")]
    [TestCase("/kiem-tra")]
    [TestCase("/ban-do-cong-khai")]
    [TestCase("/tra-cuu-giay-phep")]
    [TestCase("/lay-so")]
    [TestCase("/man-hinh-goi-so/service-centre")]
    [TestCase("/dang-nhap")]
    [TestCase("/dang-ky")]
    [TestCase("/lay-y-kien/khong-co-lien-ket-nay", 404)]
    [TestCase("/khong-co-trang-nay", 404)]
    public async Task PublicPage_FitsAndIsAccessible(string path, int status = 200)
    {
        var answer = await Page.GotoAsync(path);

        Assert.That(answer!.Status, Is.EqualTo(status));
        await AssertFitsAtBothAsync(Page);
    }

    [TestCase("mot-cua", "/mot-cua")]
    [TestCase("mot-cua", "/mot-cua?muc=HandOver")]
    [TestCase("mot-cua", "/mot-cua?muc=Withdrawals")]
    [TestCase("mot-cua", "/mot-cua/tiep-nhan")]
    [TestCase("mot-cua", $"/mot-cua/tiep-nhan/{Procedure}")]
    [TestCase("mot-cua", "/mot-cua/tiep-nhan/game-point-extension")]
    [TestCase("mot-cua", $"/mot-cua/tiep-nhan/{Procedure}?nhanh=true")]
    [TestCase("mot-cua", "/mot-cua/goi-so?quay=3")]
    [TestCase("mot-cua", "/in")]
    [TestCase("mot-cua", "/tim?q=khong+co")]
    [TestCase("chuyen-vien-bao-chi", "/viec-cua-toi")]
    [TestCase("truong-phong-bao-chi", "/viec-cua-toi")]
    [TestCase("giam-doc", "/ky")]
    [TestCase("van-thu", "/phat-hanh")]
    [TestCase("van-thu", "/so-van-ban")]
    [TestCase("thanh-tra", "/so-giay-phep")]
    [TestCase("ke-toan", "/viec-cua-toi")]
    [TestCase("ke-toan", "/ke-toan")]
    [TestCase("ke-toan", "/ke-toan/so-thu?tu=01/01/2020")]
    [TestCase("ke-toan", "/ke-toan/tong-hop?tu=01/01/2020")]
    [TestCase("ke-toan", "/ke-toan/chot-so?tu=01/01/2020")]
    [TestCase("ke-toan", "/ke-toan/doi-soat")]
    [TestCase("ke-toan", "/ke-toan/quyen-bien-lai")]
    [TestCase("chuyen-vien-vien-thong", "/ban-do")]
    [TestCase("thanh-tra", "/ban-do?loai=School&tu-khoa=khong+co")]
    [TestCase("quan-tri", "/quan-tri")]
    [TestCase("quan-tri", "/quan-tri/tai-khoan")]
    [TestCase("quan-tri", "/quan-tri/tai-khoan/moi")]
    [TestCase("quan-tri", "/quan-tri/lich")]
    [TestCase("quan-tri", "/vang-mat")]
    [TestCase("quan-tri", "/vang-mat/ghi")]
    [TestCase("quan-tri", "/quan-tri/to-chuc")]
    [TestCase("quan-tri", "/quan-tri/to-chuc?tai=31/12/2024")]
    [TestCase("giam-doc", "/thong-ke?theo=Person")]
    [TestCase("giam-doc", "/bao-cao?ky=Year-2026-1")]
    [TestCase("giam-doc", "/bao-cao/qua-han")]
    [TestCase("quan-tri", "/quan-tri/thu-tuc")]
    [TestCase("quan-tri", "/quan-tri/thu-tuc/publishing-permit")]
    [TestCase("quan-tri", "/quan-tri/quy-trinh/bts-approval")]
    [TestCase("truong-phong-bao-chi", "/thong-ke/thoi-gian")]
    [TestCase("truong-phong-bao-chi", "/thong-ke/du-bao")]
    [TestCase("giam-doc", "/thong-ke/dung-han?tu=01/01/2024&den=31/12/2025")]
    [TestCase("quan-tri", "/quan-tri/mau-ly-do")]
    [TestCase("quan-tri", "/quan-tri/thong-bao?tinh-trang=All")]
    [TestCase("quan-tri", "/quan-tri/tinh-trang")]
    [TestCase("quan-tri", "/nhat-ky")]
    [TestCase("van-thu", "/so-van-ban/den")]
    [TestCase("chuyen-vien-bao-chi", "/thong-bao")]
    [TestCase("quan-tri", "/ho-so?nhom=All")]
    [TestCase("quan-tri", "/quan-tri/nhap-du-lieu")]
    [TestCase("mot-cua", "/mot-cua/buu-gui?den=true")]
    [TestCase("mot-cua", "/tai-khoan")]
    [TestCase("nguoi-nop", "/ho-so-cua-toi")]
    public async Task DeskPage_FitsAndIsAccessible(string userName, string path)
    {
        await LogInAsync(Page, userName);
        var answer = await Page.GotoAsync(path);

        Assert.That(answer!.Status, Is.EqualTo(200));
        await AssertFitsAtBothAsync(Page);
    }

    [TestCase(1024)]
    [TestCase(1100)]
    public async Task TopBar_BetweenPhoneAndDesk_StaysOneLineHigh(int between)
    {
        await Page.SetViewportSizeAsync(between, 800);
        await LogInAsync(Page, "chuyen-vien-bao-chi");
        await Page.GotoAsync("/viec-cua-toi");

        Assert.That(await Page.Locator(".hd-topbar").EvaluateAsync<int>("bar => bar.offsetHeight"), Is.LessThan(70));
        await AssertFitsAsync(Page);
    }

    /// <summary>On a phone the menu is a strip that is drawn along, and begins where the page is.</summary>
    [TestCase("/viec-cua-toi")]
    [TestCase("/vang-mat")]
    public async Task Menu_OnAPhone_IsAStripWithThePageInSight(string path)
    {
        await Page.SetViewportSizeAsync(390, 844);
        await LogInAsync(Page, "truong-phong-bao-chi");
        await Page.GotoAsync(path);
        var menu = Page.Locator("#hd-menu");
        var (strip, here) = (await menu.BoundingBoxAsync(), await menu.Locator("[aria-current=page]").BoundingBoxAsync());

        Assert.That(strip!.Height, Is.LessThan(64));
        Assert.That((here!.X, here.X + here.Width), Is.EqualTo((Math.Max(here.X, 0), Math.Min(here.X + here.Width, 390))), "in sight without drawing");
        await AssertFitsAsync(Page);
    }

    [Test]
    public async Task WorkTable_BetweenPhoneAndDesk_HasRoomBesideTheMenu()
    {
        await SubmitToDivisionAsync();
        var head = await LoggedInAsync("truong-phong-bao-chi");
        foreach (var between in (int[])[769, 961, 1000, 1023, 1024])
        {
            await head.SetViewportSizeAsync(between, 800);
            await head.GotoAsync("/viec-cua-toi");
            await Expect(head.Locator(".hd-table").First).ToBeVisibleAsync();
            await AssertFitsAsync(head);
            var holder = await head.Locator("td[data-label='Chủ hồ sơ'] > div").First.EvaluateAsync<double>("cell => cell.offsetWidth");
            Assert.That(holder, Is.GreaterThan(110), "room for more than a word a line");
        }
    }

    [TestCase(1024)]
    [TestCase(1100)]
    public async Task Routes_BetweenPhoneAndDesk_FitAlsoWithALongFileName(int between)
    {
        await Page.SetViewportSizeAsync(between, 800);
        await LogInAsync(Page, "quan-tri");
        await Page.GotoAsync("/quan-tri/quy-trinh");
        await Page.EvaluateAsync(
            "document.querySelector('.hd-lead').insertAdjacentHTML('afterend', '<p><code>workflows/' + 'a-long-name/'.repeat(12) + 'procedure.json</code></p>')"
        );

        await AssertFitsAsync(Page);
    }

    [Test]
    public async Task Buttons_AboveAPanel_DoNotTouchIt()
    {
        await Page.GotoAsync($"/thu-tuc/{Procedure}");

        var between = await Page.EvaluateAsync<double>(
            "(row => row.nextElementSibling.getBoundingClientRect().top - row.getBoundingClientRect().bottom)(document.querySelector('main > .hd-actions'))"
        );

        Assert.That(between, Is.GreaterThanOrEqualTo(16));
    }

    private async Task SubmitToDivisionAsync()
    {
        var reference = await SubmitAsync(await VisitorAsync());
        var clerk = await LoggedInAsync("mot-cua");
        await OpenAtCounterAsync(clerk, reference);
        await AcceptAsync(clerk);
    }

    [Test]
    public async Task RefusedForm_FitsAndIsAccessible()
    {
        await Page.GotoAsync($"/nop-ho-so/{Procedure}/to-khai");
        await Page.ClickAsync("button[name=go][value=next]");
        await Expect(Page.Locator(".hd-error-summary")).ToBeVisibleAsync();

        await AssertFitsAtBothAsync(Page);
    }

    [Test]
    public async Task Supplement_FromTheQuestionToTheAnswer_FitsAndIsAccessible()
    {
        var applicant = await VisitorAsync();
        var reference = await SubmitAsync(applicant);
        await LogInAsync(Page, "mot-cua");
        await OpenAtCounterAsync(Page, reference);
        await Page.ClickAsync("main a[href*='/bo-sung/']");
        await Page.CheckAsync("[name=ask][value='Paper:manuscript']");
        await AssertFitsAtBothAsync(Page);
        await Page.FillAsync("[name='reason.Paper.manuscript']", "Bản thảo chưa đóng dấu.");
        await Page.FillAsync("[name=reason]", "Đề nghị bổ sung.");
        await Page.ClickAsync(SendButton);
        await Expect(Page.Locator("section[aria-labelledby=asked]")).ToBeVisibleAsync();
        await AssertFitsAtBothAsync(Page);

        await applicant.GotoAsync($"/theo-doi/{reference}");
        await AssertFitsAtBothAsync(applicant);
        await applicant.GotoAsync($"/theo-doi/{reference}/bo-sung");
        await AssertFitsAtBothAsync(applicant);
    }

    [Test]
    public async Task Withdrawal_FromTheQuestionToTheAnswer_FitsAndIsAccessible()
    {
        var applicant = await VisitorAsync();
        var reference = await SubmitAsync(applicant);
        await LogInAsync(Page, "mot-cua");
        await OpenAtCounterAsync(Page, reference);
        var (_, id) = await AcceptAsync(Page);
        await applicant.GotoAsync($"/theo-doi/{reference}/rut");
        await AssertFitsAtBothAsync(applicant);
        await applicant.ClickAsync("main form .btn-danger");
        await applicant.ArriveAsync($"**/theo-doi/{reference}");

        await Page.GotoAsync($"/rut-ho-so/{id}");
        await AssertFitsAtBothAsync(Page);
        await Page.GotoAsync($"/ho-so/{id}");
        await AssertFitsAtBothAsync(Page);
        await Page.GotoAsync($"/ho-so/{id}/thoi-han");
        await AssertFitsAtBothAsync(Page);
    }
}
