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

    [Test]
    public async Task LogOfActs_OfWhoWatchesNobody_IsTheirOwn_WhoeverIsAskedFor()
    {
        var office = new DueOffice(host);
        await office.AcceptedAsync();
        var clerk = host.Actors["mot-cua"].AccountId;

        var own = (await (await host.AsAsync("mot-cua")).GetAsync($"/nhat-ky?nguoi={host.Actors["chuyen-vien"].AccountId}")).Html;
        var other = (await (await host.AsAsync("chuyen-vien")).GetAsync($"/nhat-ky?nguoi={clerk}")).Html;
        var watched = (await (await host.AsAsync("truong-phong")).GetAsync($"/nhat-ky?nguoi={clerk}&viec=Accept")).Html;

        Assert.That(own, Does.Contain("Việc tôi đã làm").And.Contain("Tiếp nhận hồ sơ").And.Not.Contain("name=\"nguoi\""));
        Assert.That(other, Does.Contain("Việc tôi đã làm").And.Not.Contain("Tài khoản mot-cua"));
        Assert.That(watched, Does.Contain("Tài khoản mot-cua").And.Contain("name=\"nguoi\""));
    }

    [Test]
    public async Task LogOfActs_NotReadable_SaysSo_AndShowsNothing()
    {
        var head = await host.AsAsync("truong-phong");

        var backwards = await head.GetAsync("/nhat-ky?tu=02/09/2025&den=01/09/2025");
        var unknown = await head.GetAsync("/nhat-ky?nguoi=ai-do");

        Assert.That(backwards.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(backwards.Html, Does.Contain("Ngày cuối phải từ ngày đầu trở đi."));
        Assert.That(unknown.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(unknown.Html, Does.Contain("Không có người này trong danh sách."));
    }

    [Test]
    public async Task StateOfTheSystem_SaysEachPart_InWords()
    {
        var page = (await (await host.AsAsync("quan-tri")).GetAsync("/quan-tri/tinh-trang")).Html;

        Assert.That(page, Does.Contain("Cơ sở dữ liệu").And.Contain("Quét vi-rút").And.Contain("Đặt Clamd__Host để nối."));
        Assert.That(page, Does.Not.Contain("Part.").And.Not.Contain("Do.").And.Not.Contain("Note."));
    }
}
