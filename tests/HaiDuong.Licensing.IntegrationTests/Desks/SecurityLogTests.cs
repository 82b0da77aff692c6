using System.Net;
using HaiDuong.Licensing.OneStop.Identity;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Desks;

public sealed class SecurityLogTests
{
    private const string Log = "/quan-tri/nhat-ky-an-ninh";
    private DeskHost host = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => host = await DeskHost.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await host.DisposeAsync();

    [Test]
    public async Task LogIns_AndTheirFailures_AreNoted_WithoutWhatWasTyped()
    {
        var stranger = host.Browser("203.0.113.50");
        await stranger.GetAsync("/dang-nhap");
        await stranger.PostAsync("/dang-nhap", new() { ["Name"] = "mật khẩu gõ nhầm ô", ["Password"] = "bon con voi" });
        await stranger.PostAsync("/dang-nhap", new() { ["Name"] = "ke-toan", ["Password"] = "bon con voi" });
        await host.AsAsync("ke-toan");

        var administrator = await host.AsAsync("quan-tri");
        var failed = await administrator.GetAsync($"{Log}?loai={nameof(SecurityEventKind.LogInFailed)}");
        var own = await administrator.GetAsync($"{Log}?ten=ke-toan");

        Assert.That(
            failed.Html,
            Does.Contain("203.0.113.50").And.Contain("Tài khoản ke-toan").And.Contain("Không có tài khoản này").And.Not.Contain("gõ nhầm ô")
        );
        Assert.That(own.Html, Does.Contain("<td data-label=\"Việc\">Đăng nhập</td>").And.Contain("<td data-label=\"Việc\">Đăng nhập sai</td>"));
    }

    [Test]
    public async Task Refusals_Exports_AndChangesOfAccess_AreNoted()
    {
        var clerk = await host.AsAsync("van-thu");
        await clerk.GetAsync("/ky");
        await clerk.GetAsync("/so-giay-phep?handler=Csv");
        var administrator = await host.AsAsync("quan-tri");
        var account = $"/quan-tri/tai-khoan/{host.Actors["phong-khac"].AccountId}";
        await administrator.GetAsync(account);
        await administrator.PostAsync($"{account}?handler=Password", []);

        var kinds = await host.AtDeskAsync(desk =>
            desk.GetRequiredService<OfficeDbContext>()
                .SecurityEvents.Select(one => new
                {
                    one.Kind,
                    one.Name,
                    one.About,
                })
                .ToListAsync()
        );

        Assert.That(
            kinds,
            Has.Some.Matches<object>(one => one!.ToString()!.Contains("Refused, Name = Tài khoản van-thu, About = GET /ky", StringComparison.Ordinal))
        );
        Assert.That(kinds.Select(one => one.Kind), Does.Contain(SecurityEventKind.Exported).And.Contain(SecurityEventKind.AccessChanged));
    }

    [Test]
    public async Task Log_IsForAdministrators_AndIsNeverChanged()
    {
        await host.AsAsync("quan-tri");

        Assert.That((await (await host.AsAsync("truong-phong")).GetAsync(Log)).Location, Does.Contain("/loi/403"));
        Assert.That(
            async () =>
                await host.AtDeskAsync(desk => desk.GetRequiredService<OfficeDbContext>().Database.ExecuteSqlAsync($"UPDATE security_events SET name = ''")),
            Throws.Exception.With.Message.Contains("never changed")
        );
        Assert.That(
            async () => await host.AtDeskAsync(desk => desk.GetRequiredService<OfficeDbContext>().Database.ExecuteSqlAsync($"DELETE FROM security_events")),
            Throws.Exception.With.Message.Contains("kept for a year")
        );
        Assert.That((await (await host.AsAsync("quan-tri")).GetAsync($"{Log}?tu=khong-phai-ngay")).Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
    }
}
