using System.Net;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Desks;

/// <summary>A log-in is kept on the server: its cookie, and any copy of it, is worth as much as the session.</summary>
public sealed class SessionTests
{
    private const string Page = "/viec-cua-toi";
    private DeskHost host = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => host = await DeskHost.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await host.DisposeAsync();

    [Test]
    public async Task LogOut_EndsACopyOfTheCookie()
    {
        var (browser, copy) = await LoggedInTwiceAsync("ke-toan");
        Assert.That((await copy.GetAsync(Page)).Status, Is.EqualTo(HttpStatusCode.OK));

        await browser.GetAsync(Page);
        await browser.PostAsync("/dang-xuat", []);

        Assert.That((await copy.GetAsync(Page)).Location, Does.Contain("/dang-nhap"));
    }

    [TestCase(3, false, Description = "Nothing was asked for during three hours.")]
    [TestCase(13, true, Description = "Used all day long, and over in the evening.")]
    public async Task Session_RunsOut(int hours, bool isUsed)
    {
        var (browser, _) = await LoggedInTwiceAsync("van-thu");

        for (var hour = 0; hour < hours; hour++)
        {
            if (isUsed && hour < 12)
                Assert.That((await browser.GetAsync(Page)).Status, Is.EqualTo(HttpStatusCode.OK), $"hour {hour}");
            host.Machine.Pass(TimeSpan.FromHours(1));
        }

        Assert.That((await browser.GetAsync(Page)).Location, Does.Contain("/dang-nhap"));
    }

    [Test]
    public async Task OwnList_ShowsEverySession_AndEndsAnother()
    {
        var (here, _) = await LoggedInTwiceAsync("chuyen-vien");
        var (there, _) = await LoggedInTwiceAsync("chuyen-vien");
        var list = await here.GetAsync("/tai-khoan");
        var other = list.Html.Split("name=\"session\" value=\"")[1][..36];

        var ended = await here.PostAsync("/tai-khoan?handler=End", new() { ["session"] = other });

        Assert.That(list.Html, Does.Contain("Phiên này"));
        Assert.That(ended.Status, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That((await there.GetAsync(Page)).Location, Does.Contain("/dang-nhap"));
        Assert.That((await here.GetAsync(Page)).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task OwnList_NeverEndsSomebodyElses()
    {
        var (clerk, _) = await LoggedInTwiceAsync("mot-cua");
        var (head, _) = await LoggedInTwiceAsync("truong-phong");
        await LoggedInTwiceAsync("truong-phong");
        var session = (await head.GetAsync("/tai-khoan")).Html.Split("name=\"session\" value=\"")[1][..36];

        await clerk.GetAsync("/tai-khoan");
        await clerk.PostAsync("/tai-khoan?handler=End", new() { ["session"] = session });

        Assert.That((await head.GetAsync("/tai-khoan")).Html, Does.Contain(session));
    }

    [Test]
    public async Task Administrator_EndsEverySessionOfAPerson()
    {
        var (first, copy) = await LoggedInTwiceAsync("phong-khac");
        var administrator = await host.AsAsync("quan-tri");
        var account = $"/quan-tri/tai-khoan/{host.Actors["phong-khac"].AccountId}";
        await administrator.GetAsync(account);

        await administrator.PostAsync($"{account}?handler=EndSessions", []);

        Assert.That((await first.GetAsync(Page)).Location, Does.Contain("/dang-nhap"));
        Assert.That((await copy.GetAsync(Page)).Location, Does.Contain("/dang-nhap"));
    }

    [Test]
    public async Task NewPassword_EndsEveryOtherSession_AndGoesOnHere()
    {
        var (here, copy) = await LoggedInTwiceAsync("chuyen-vien-2");
        await here.GetAsync("/tai-khoan");

        await here.PostAsync(
            "/tai-khoan",
            new()
            {
                ["old"] = DeskHost.Password,
                ["password"] = "cơn mưa đầu mùa hạ",
                ["passwordAgain"] = "cơn mưa đầu mùa hạ",
            }
        );

        Assert.That((await here.GetAsync(Page)).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await copy.GetAsync(Page)).Location, Does.Contain("/dang-nhap"));
    }

    /// <summary>A browser with a session of its own, and a thief's browser with a copy of its cookie.</summary>
    private async Task<(DeskBrowser Browser, DeskBrowser Copy)> LoggedInTwiceAsync(string name)
    {
        var browser = host.Browser();
        await browser.GetAsync("/dang-nhap");
        var answer = await browser.PostAsync("/dang-nhap", new() { ["Name"] = name, ["Password"] = DeskHost.Password });
        var cookies = answer
            .Raw.Headers.GetValues("Set-Cookie")
            .Select(cookie => cookie.Split(';')[0])
            .Where(cookie => cookie.StartsWith("mot-cua=", StringComparison.Ordinal));
        return (browser, host.BrowserWith(string.Join("; ", cookies)));
    }
}
