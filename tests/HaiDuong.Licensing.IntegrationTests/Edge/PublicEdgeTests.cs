using System.Net;
using System.Runtime.Versioning;
using HaiDuong.Licensing.IntegrationTests.Support;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Edge;

/// <summary>What is believed of a request: the host only of the configuration, the visitor's address only from a known proxy.</summary>
public sealed class PublicEdgeTests
{
    private const string Site = "mot-cua.example";
    private const string Proxy = "10.1.2.3";
    private OfficeHost host = null!;

    [OneTimeSetUp]
    public async Task StartAsync() =>
        host = await OfficeHost.StartAsync(
            ("Office:PublicAddress", $"https://{Site}"),
            ("Office:Proxies:0", "10.1.2.0/24"),
            ("Office:KeyPassphrase", "câu khoá của máy chủ")
        );

    [OneTimeTearDown]
    public async Task StopAsync() => await host.DisposeAsync();

    [TestCase("evil.example", HttpStatusCode.BadRequest)]
    [TestCase("mot-cua.example.evil.example", HttpStatusCode.BadRequest)]
    [TestCase(Site, HttpStatusCode.OK)]
    [TestCase("localhost", HttpStatusCode.OK)]
    public async Task Host_IsBelieved_OnlyOfTheConfiguration(string name, HttpStatusCode status) =>
        Assert.That((await host.ClientFrom("203.0.113.7", name).GetAsync("/")).StatusCode, Is.EqualTo(status));

    [Test]
    public async Task BehindAProxy_CookiesAreSecure_AndHttpsIsAskedForAYear()
    {
        var answer = await ThroughProxy("203.0.113.9", "http").GetAsync("/dang-nhap");

        Assert.That(answer.Headers.GetValues("Strict-Transport-Security").Single(), Does.StartWith("max-age=31536000"));
        Assert.That(answer.Headers.GetValues("Set-Cookie"), Has.All.Contains("secure").IgnoreCase);
    }

    [Test]
    public async Task BehindAProxy_EachVisitorHasALimitOfTheirOwn()
    {
        var spray = new PageVisitor(ThroughProxy("203.0.113.20"));
        for (var guess = 0; guess < 20; guess++)
            await TryAsync(spray, $"ten-{guess}");

        Assert.That(await TryAsync(spray, "ten-nua"), Is.EqualTo(HttpStatusCode.TooManyRequests));
        Assert.That(await TryAsync(new PageVisitor(ThroughProxy("203.0.113.21")), "ten-nua"), Is.EqualTo(HttpStatusCode.UnprocessableEntity));
    }

    [Test]
    public async Task Stranger_CannotNameAnotherAddress()
    {
        for (var guess = 0; guess < 20; guess++)
            await TryAsync(new PageVisitor(host.ClientFrom("198.51.100.8", Site, "https", ("X-Forwarded-For", $"203.0.113.{guess}"))), $"ten-{guess}");

        var answer = await TryAsync(new PageVisitor(host.ClientFrom("198.51.100.8", Site, "https", ("X-Forwarded-For", "203.0.113.99"))), "ten-nua");

        Assert.That(answer, Is.EqualTo(HttpStatusCode.TooManyRequests));
    }

    [TestCase("/")]
    [TestCase("/tra-cuu")]
    [TestCase("/giay-phep?xuat=csv")]
    public async Task Answer_ThatTellsOfPeople_IsKeptByNoCache(string path) =>
        Assert.That((await host.ClientFrom("203.0.113.30", Site).GetAsync(path)).Headers.CacheControl!.NoStore);

    [Test]
    [UnsupportedOSPlatform("windows")]
    public async Task KeysAndMails_AreForTheProgramAlone_AndEncrypted()
    {
        await host.ClientFrom("203.0.113.31", Site).GetAsync("/dang-nhap");
        var keys = Path.Combine(host.DataFolder, "keys");

        foreach (
            var folder in new[]
            {
                keys,
                Path.Combine(keys, "cookies"),
                Path.Combine(host.DataFolder, "mail"),
                Path.Combine(host.DataFolder, "papers"),
                Path.Combine(host.DataFolder, "documents"),
            }
        )
            Assert.That(File.GetUnixFileMode(folder), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute), folder);
        var ring = Directory.GetFiles(Path.Combine(keys, "cookies"), "*.xml");
        Assert.That(ring, Is.Not.Empty);
        foreach (var file in ring)
            Assert.That(await File.ReadAllTextAsync(file), Does.Contain("EncryptedData").And.Not.Contain("<masterKey"), file);
    }

    private HttpClient ThroughProxy(string visitor, string scheme = "https") =>
        host.ClientFrom(Proxy, Site, scheme, ("X-Forwarded-For", visitor), ("X-Forwarded-Proto", "https"));

    private static async Task<HttpStatusCode> TryAsync(PageVisitor visitor, string name)
    {
        await visitor.OpenAsync("/dang-nhap");
        return (await visitor.SendAsync("/dang-nhap", ("Name", name), ("Password", "bon con voi xanh"))).Status;
    }
}
