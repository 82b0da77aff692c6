using System.Net;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Desks;

/// <summary>Who tries passwords is slowed; the owner never is.</summary>
public sealed class LogInSlowingTests
{
    private DeskHost host = null!;

    [SetUp]
    public async Task StartAsync() => host = await DeskHost.StartAsync();

    [TearDown]
    public async Task StopAsync() => await host.DisposeAsync();

    [Test]
    public async Task Stranger_WaitsLongerAfterEachTry_AndTheOwnerGetsInFromElsewhere()
    {
        var stranger = host.Browser("203.0.113.7");
        var tried = new List<HttpStatusCode>();
        for (var guess = 0; guess < 8; guess++)
            tried.Add(await TryAsync(stranger, "giam-doc", $"đoán lần {guess}"));

        Assert.That(tried.Take(5), Has.All.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(tried.Skip(5), Has.All.EqualTo(HttpStatusCode.TooManyRequests));
        Assert.That(await TryAsync(host.Browser("198.51.100.4"), "giam-doc", DeskHost.Password), Is.EqualTo(HttpStatusCode.Redirect));
        host.Machine.Pass(TimeSpan.FromSeconds(1));
        Assert.That(await TryAsync(stranger, "giam-doc", "đoán nữa"), Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        host.Machine.Pass(TimeSpan.FromSeconds(1));
        Assert.That(await TryAsync(stranger, "giam-doc", "đoán nữa"), Is.EqualTo(HttpStatusCode.TooManyRequests), "The second wait is longer.");
    }

    [Test]
    public async Task Owner_OnAKnownDevice_IsNotShutOut_ByTriesFromTheSameAddress()
    {
        var owner = host.Browser("203.0.113.7");
        Assert.That(await TryAsync(owner, "giam-doc", DeskHost.Password), Is.EqualTo(HttpStatusCode.Redirect));
        var stranger = host.Browser("203.0.113.7");
        for (var guess = 0; guess < 30; guess++)
            await TryAsync(stranger, "giam-doc", $"đoán lần {guess}");

        Assert.That(await TryAsync(stranger, "giam-doc", DeskHost.Password), Is.EqualTo(HttpStatusCode.TooManyRequests));
        Assert.That(await TryAsync(owner, "giam-doc", DeskHost.Password), Is.EqualTo(HttpStatusCode.Redirect));
    }

    [Test]
    public async Task Spray_OverManyAccountsFromOneAddress_IsSlowed_AlsoWhenSentAtOnce()
    {
        var browsers = await Task.WhenAll(
            Enumerable
                .Range(0, 60)
                .Select(async _ =>
                {
                    var browser = host.Browser("203.0.113.7");
                    await browser.GetAsync("/dang-nhap");
                    return browser;
                })
        );

        var answers = await Task.WhenAll(
            browsers.Select(
                async (browser, index) => (await browser.PostAsync("/dang-nhap", new() { ["Name"] = $"ten-{index}", ["Password"] = "bon con voi xanh" })).Status
            )
        );

        Assert.That(answers.Count(status => status == HttpStatusCode.UnprocessableEntity), Is.EqualTo(20));
        Assert.That(answers.Count(status => status == HttpStatusCode.TooManyRequests), Is.EqualTo(40));
        Assert.That(await TryAsync(host.Browser("198.51.100.4"), "ke-toan", DeskHost.Password), Is.EqualTo(HttpStatusCode.Redirect));
    }

    [Test]
    public async Task ManyAddresses_OnOneAccount_GetOneTryEach()
    {
        for (var address = 1; address <= 21; address++)
            await TryAsync(host.Browser($"203.0.113.{address}"), "giam-doc", "đoán một lần");

        var late = host.Browser("198.51.100.4");
        Assert.That(await TryAsync(late, "giam-doc", "đoán"), Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(await TryAsync(late, "giam-doc", "đoán"), Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(await TryAsync(late, "giam-doc", "đoán"), Is.EqualTo(HttpStatusCode.TooManyRequests));
        Assert.That(await TryAsync(host.Browser("198.51.100.5"), "giam-doc", DeskHost.Password), Is.EqualTo(HttpStatusCode.Redirect));
    }

    private static async Task<HttpStatusCode> TryAsync(DeskBrowser browser, string name, string password)
    {
        await browser.GetAsync("/dang-nhap");
        return (await browser.PostAsync("/dang-nhap", new() { ["Name"] = name, ["Password"] = password })).Status;
    }
}
