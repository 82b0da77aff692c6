using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Microsoft.Playwright.NUnit;
using NUnit.Framework;
using NUnit.Framework.Interfaces;

namespace HaiDuong.Licensing.BrowserTests.Support;

/// <summary>A test with a page of its own in Chromium, in Vietnam's language and time. A failing test leaves a screenshot and the page's text.</summary>
public abstract class OfficePageTest : PageTest
{
    private static readonly string[] WcagTwoTwoAa = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>In the page itself and only what is wrong: to carry all that axe found right out of the browser takes longer than to find it.</summary>
    private const string Violations = """
        tags => axe
          .run({ runOnly: { type: "tag", values: tags }, resultTypes: ["violations"], iframes: false })
          .then(found => found.violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.html} (${rule.helpUrl})`)))
        """;

    private const string MissedCodes = """
        [...document.querySelectorAll('main a.hd-code')].filter(link => {
          const box = link.getBoundingClientRect();
          const at = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
          return at?.contains(link) && at !== link;
        }).map(link => link.textContent.trim())
        """;

    /// <summary>Where the server under test listens; relative addresses in the test begin there.</summary>
    protected abstract string Address { get; }

    public override BrowserNewContextOptions ContextOptions() =>
        new()
        {
            BaseURL = Address,
            Locale = "vi-VN",
            TimezoneId = "Asia/Ho_Chi_Minh",
            ViewportSize = new ViewportSize { Width = 1280, Height = 800 },
        };

    /// <summary>
    /// Fails when the page is wider than its window, and with the rule, the element and the help page of every violation of WCAG 2.2 AA that axe finds.
    /// It is looked at from its top, once it is whole, where it must stay: the bar there lies over whatever scrolls under it, and nobody hits a target that still moves.
    /// </summary>
    protected static async Task AssertFitsAsync(IPage page)
    {
        await page.SettleAsync();
        await page.EvaluateAsync("scrollTo({ top: 0, behavior: 'instant' })");
        var tooWide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.That(tooWide, Is.Zero, $"{page.Url} scrolls sideways at {page.ViewportSize?.Width} px.");
        if (!await page.EvaluateAsync<bool>("'axe' in window"))
            await page.EvaluateAsync(Axe);
        var violations = await page.EvaluateAsync<string[]>(Violations, WcagTwoTwoAa);
        var moved = await page.EvaluateAsync<double>("scrollY");

        Assert.That(moved, Is.Zero, $"{page.Url} moved by itself.");
        Assert.That(await page.EvaluateAsync<string[]>(MissedCodes), Is.Empty, $"Whoever presses on the middle of a code presses beside it, on {page.Url}.");
        Assert.That(violations, Is.Empty, page.Url);
    }

    [TearDown]
    public Task KeepScreenshotOfFailureAsync() => KeepIfFailedAsync(Page, "");

    /// <summary>After a failure, what somebody saw last.</summary>
    protected static async Task KeepIfFailedAsync(IPage page, string suffix)
    {
        if (TestContext.CurrentContext.Result.Outcome.Status != TestStatus.Failed)
            return;
        var folder = Path.Combine(TestContext.CurrentContext.WorkDirectory, "screenshots");
        var name = string.Concat(TestContext.CurrentContext.Test.FullName.Split(Path.GetInvalidFileNameChars()));
        name = Path.Combine(folder, (name.Length > 150 ? name[^150..] : name) + suffix);
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = name + ".png", FullPage = true });
        await File.WriteAllTextAsync(name + ".html", await page.ContentAsync());
        TestContext.AddTestAttachment(name + ".png");
        await TestContext.Out.WriteLineAsync($"Page: {page.Url}, screenshot: {name}.png");
    }
}
