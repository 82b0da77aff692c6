using HaiDuong.Licensing.Domain;
using NUnit.Framework;

namespace HaiDuong.Licensing.BrowserTests.Journeys;

/// <summary>Two browsers of administrators: one writes the next version of a procedure, the other publishes it, and everybody reads it.</summary>
public sealed class ProcedureEditorTests : JourneyTest
{
    private const string Slug = "postal-licence-reissue";
    private const string Editor = $"/quan-tri/thu-tuc/{Slug}";
    private const string Paper = "Giấy đề nghị theo mẫu mới";

    [Test]
    public async Task FeeAndPaper_AreWritten_Compared_Tried_Published_AndReadByEverybody()
    {
        await LogInAsync(Page, "quan-tri");
        await Page.GotoAsync($"{Editor}/sua?phan=fees");
        await Page.ClickAsync("#doc_feeLines_0_ > summary");
        await Page.ClickAsync("#doc_feeLines_0__rates_0_ > summary");
        await Page.FillAsync("[name='doc.feeLines[0].rates[0].amount']", "765.000");
        await AssertFitsAsync(Page);
        await SaveAsync();

        await Page.GotoAsync($"{Editor}/sua?phan=papers");
        await Page.ClickAsync("button[value='add:papers']");
        await Expect(Page.Locator(".hd-decide")).ToContainTextAsync("Có chỗ chưa lưu");
        await Page.ClickAsync(".hd-decide a");
        await Page.GotoAsync($"{Editor}/sua?phan=papers");
        await Page.ClickAsync("#doc_papers_0_ > summary");
        await Page.FillAsync("[name='doc.papers[0].name']", Paper);
        await SaveAsync();

        await Page.GotoAsync($"{Editor}/xem-thu");
        await Expect(Page.Locator(".hd-facts")).ToContainTextAsync("765.000");
        await Page.Locator("#chay-thu ~ .hd-row a.btn").First.ClickAsync();
        await Expect(Page.Locator("section ol > li")).ToHaveCountAsync(1);

        var other = await LoggedInAsync("quan-tri");
        await other.GotoAsync($"{Editor}/cong-bo");
        await Expect(other.Locator("main table caption")).ToContainTextAsync("2 thay đổi");
        await AssertFitsAsync(other);
        await other.FillAsync("[name=From]", VietnameseDate.Print(WalkedOffice.Today));
        await other.ClickAsync("main form .btn-primary");
        await Expect(other.Locator(".hd-flash-good")).ToBeVisibleAsync();
        await AssertFitsAsync(other);

        await Page.GotoAsync($"/thu-tuc/{Slug}");
        await Expect(Page.Locator("main")).ToContainTextAsync(Paper);
        await Expect(Page.Locator("main")).ToContainTextAsync("765.000");
    }

    private async Task SaveAsync()
    {
        await Page.ClickAsync(".hd-decide .btn-primary");
        await Expect(Page.Locator(".hd-flash-good")).ToBeVisibleAsync();
    }
}
