using NUnit.Framework;

namespace HaiDuong.Licensing.BrowserTests.Journeys;

/// <summary>The list of dossiers at a desk: worked through by the keyboard, and dense enough to be worked through.</summary>
public sealed class DossierListWalkTests : JourneyTest
{
    private const string Waiting = "/ho-so?buoc=AssignDossier";

    /// <summary>How many rows of an ordinary height there is room for, each with the same name.</summary>
    private const string RowsInSight = """
        name => {
          const rows = [...document.querySelectorAll('#ho-so > tr')];
          for (const row of rows) row.querySelector('.hd-col-applicant .hd-cut').textContent = name;
          const heights = rows.map(row => row.offsetHeight).sort((one, other) => one - other);
          return (innerHeight - rows[0].getBoundingClientRect().top) / heights[Math.floor(heights.length / 2)];
        }
        """;

    private const string Cut = """
        name => {
          const cell = document.querySelector('#ho-so .hd-col-applicant .hd-cut');
          cell.textContent = name;
          return cell.scrollWidth > cell.clientWidth + 1 || cell.scrollHeight > cell.clientHeight + 1;
        }
        """;

    [Test]
    public async Task Head_AssignsOneAfterAnother_AndIsLedBackToTheRowThatFollows()
    {
        var clerk = await LoggedInAsync("mot-cua");
        foreach (var _ in (int[])[1, 2])
        {
            var reference = await SubmitAsync(await VisitorAsync());
            await OpenAtCounterAsync(clerk, reference);
            await AcceptAsync(clerk);
        }

        var head = await LoggedInAsync("truong-phong-bao-chi");
        await head.GotoAsync(Waiting);
        var rows = head.Locator("#ho-so > tr a.hd-code");
        var before = await rows.CountAsync();
        Assert.That(before, Is.GreaterThanOrEqualTo(2));
        var second = await rows.Nth(1).GetAttributeAsync("id");

        await head.Keyboard.PressAsync("j");
        await head.Keyboard.PressAsync("Enter");
        await head.ClickAsync("section[aria-labelledby=acts] a.btn-primary");
        await head.CheckAsync("[name=Specialist]");
        await head.ClickAsync("main form[method=post] .btn-primary");

        await Expect(head.Locator(".hd-flash-good")).ToBeVisibleAsync();
        Assert.That(new Uri(head.Url).PathAndQuery, Is.EqualTo(Waiting));
        await Expect(rows).ToHaveCountAsync(before - 1);
        await Expect(head.Locator($"#{second}")).ToBeFocusedAsync();
    }

    [Test]
    public async Task List_FilteredAndSaved_IsOpenedByItsNameAndRemoved()
    {
        await LogInAsync(Page, "quan-tri");
        await Page.GotoAsync("/ho-so");
        await Page.ClickAsync(".hd-list-bar summary");
        await Page.SelectOptionAsync("[name=kenh]", "Online");
        await Page.ClickAsync("#loc .btn-primary");
        await Page.ClickAsync(".hd-list-bar summary");
        await Page.FillAsync("[name=SavedName]", "Trực tuyến");
        await Page.ClickAsync("form:has([name=SavedName]) button");
        await Page.GotoAsync("/ho-so");
        await Page.ClickAsync("a.hd-chip:text('Trực tuyến')");
        await Expect(Page.Locator(".hd-list-parts")).ToContainTextAsync("Nộp trực tuyến");

        await Page.ClickAsync(".hd-list-bar summary");
        await Page.CheckAsync("form:has([name=id]) [name=id]");
        await Page.ClickAsync("form:has([name=id]) button");

        await Expect(Page.Locator(".hd-flash-good")).ToBeVisibleAsync();
        await Expect(Page.Locator("a.hd-chip:text('Trực tuyến')")).ToHaveCountAsync(0);
    }

    [TestCase(1366, 768, 15)]
    [TestCase(1024, 768, 8)]
    public async Task List_ShowsAsManyRowsAsADeskNeeds(int width, int height, int least)
    {
        await SubmitAsync(await VisitorAsync());
        await LogInAsync(Page, "quan-tri");
        await Page.SetViewportSizeAsync(width, height);
        await Page.GotoAsync("/ho-so");

        Assert.That(await Page.EvaluateAsync<double>(RowsInSight, "Công ty cổ phần Văn hóa Thành Đông"), Is.GreaterThanOrEqualTo(least));
    }

    /// <summary>What is read in a list is read whole: a title that only a mouse opens helps nobody at a keyboard.</summary>
    [TestCase(1366)]
    [TestCase(1024)]
    public async Task LongName_IsReadWhole(int width)
    {
        await SubmitAsync(await VisitorAsync());
        await LogInAsync(Page, "quan-tri");
        await Page.SetViewportSizeAsync(width, 768);
        foreach (var list in (string[])["/ho-so", "/ho-so?nhom=All"])
        {
            await Page.GotoAsync(list);
            var cut = await Page.EvaluateAsync<bool>(Cut, "Công ty trách nhiệm hữu hạn một thành viên thương mại và dịch vụ viễn thông Hải Dương");

            Assert.That(cut, Is.False, list);
            await AssertFitsAsync(Page);
        }
    }
}
