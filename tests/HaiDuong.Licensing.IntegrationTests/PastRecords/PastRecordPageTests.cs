using System.Net;
using System.Text;
using HaiDuong.Licensing.Domain.PastRecords;
using HaiDuong.Licensing.Domain.Typed;
using HaiDuong.Licensing.IntegrationTests.Desks;
using HaiDuong.Licensing.OneStop.Features.PastRecords;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.PastRecords;

/// <summary>The administrator's pages for old records, and the search that finds what entered.</summary>
public sealed class PastRecordPageTests
{
    private const string Address = "/quan-tri/nhap-du-lieu";
    private DeskHost host = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => host = await DeskHost.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await host.DisposeAsync();

    [TestCase("van-thu")]
    [TestCase("giam-doc")]
    [TestCase("mot-cua")]
    public async Task Page_OfSomebodyElse_IsForbidden(string name) =>
        Assert.That((await (await host.AsAsync(name)).GetAsync(Address)).Location, Does.Contain("/loi/403"));

    [Test]
    public async Task Trial_WithoutAFile_SaysSo_AndKeepsWhatWasChosen()
    {
        var administrator = await host.AsAsync("quan-tri");
        await administrator.GetAsync(Address);

        var answer = await administrator.PostAsync(Address, new() { ["kind"] = "Dossiers", ["procedure"] = "publishing-permit" });

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(
            answer.Html,
            Does.Match("<input(?=[^>]*value=\"Dossiers\")[^>]*checked").And.Match("<option(?=[^>]*value=\"publishing-permit\")[^>]*selected")
        );
        Assert.That((await administrator.GetAsync($"{Address}/{Guid.Empty}")).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Trial_OfCellsInAnOldCharset_ShowsBothAndEntersAsUnicode()
    {
        var administrator = await host.AsAsync("quan-tri");
        var import = await host.AtDeskAsync(async desk =>
        {
            using var content = new MemoryStream(
                Encoding.UTF8.GetBytes(
                    "Số giấy phép;Loại giấy phép;Ngày cấp;Tổ chức, cá nhân;Nội dung\n91/GP-STTTT;publishing-permit;12/03/2019;C«ng ty cæ phÇn\u00A0V¨n hãa Thµnh §«ng;Tê r¬i giíi thiÖu H¶i D\u00AD¬ng\n"
                )
            );
            return (
                await desk.GetRequiredService<ReadPastRecords>()
                    .DoAsync(new PastRecordsFile(PastKind.Licences, "sổ cũ.csv", content, null), host.Actors["quan-tri"], default)
            ).Import!;
        });
        var page = $"{Address}/{import.Id}";

        var trial = await administrator.GetAsync(page);
        var confirmed = await administrator.PostAsync($"{page}?handler=Confirm", []);
        var register = await administrator.GetAsync("/so-giay-phep?tu-khoa=van+hoa+thanh+dong");

        Assert.That(import.Repairs[RepairKind.OldCharset], Is.EqualTo(2));
        Assert.That(
            trial.Html,
            Does.Contain("2 ô viết bằng bảng mã cũ")
                .And.Contain("C«ng ty cæ phÇn")
                .And.Contain("“Công ty cổ phần Văn hóa Thành Đông”")
                .And.Contain("“Tờ rơi giới thiệu Hải Dương”")
        );
        Assert.That(confirmed.Location, Is.EqualTo(page));
        Assert.That(register.Html, Does.Contain("Công ty cổ phần Văn hóa Thành Đông"));
    }

    [Test]
    public async Task Trial_ShowsWhatWillEnter_PageByPage_AndNamesTheTotalOnce()
    {
        var administrator = await host.AsAsync("quan-tri");
        var lines = string.Concat(
            Enumerable.Range(1, 60).Select(number => $"{number + 300}/GP-STTTT;publishing-permit;12/03/2019;Công ty Cổ phần {number};Tờ rơi số {number}\n")
        );
        var import = await host.AtDeskAsync(async desk =>
        {
            using var content = new MemoryStream(
                Encoding.UTF8.GetBytes("Số giấy phép;Loại giấy phép;Ngày cấp;Tổ chức, cá nhân;Nội dung\n" + lines + "Tổng cộng;;;60;\n")
            );
            return (
                await desk.GetRequiredService<ReadPastRecords>()
                    .DoAsync(new PastRecordsFile(PastKind.Licences, "sổ cũ.csv", content, null), host.Actors["quan-tri"], default)
            ).Import!;
        });

        var first = (await administrator.GetAsync($"{Address}/{import.Id}")).Html;
        var second = (await administrator.GetAsync($"{Address}/{import.Id}?nhan=51")).Html;

        Assert.That((import.Accepted, import.Rejected), Is.EqualTo((60, 0)));
        Assert.That(first, Does.Contain("1 dòng chỉ cộng các dòng khác").And.Contain("dòng 62 “Tổng cộng · 60”").And.Not.Contain("id=\"bi-loai\""));
        Assert.That(
            first,
            Does.Contain("301/GP-STTTT")
                .And.Contain("Công ty Cổ phần 50")
                .And.Contain("Ngày cấp: 12/03/2019")
                .And.Contain("?nhan=51")
                .And.Not.Contain("351/GP-STTTT")
        );
        Assert.That(second, Does.Contain("351/GP-STTTT").And.Contain("Tờ rơi số 60").And.Not.Contain("350/GP-STTTT"));
    }

    [Test]
    public async Task File_FromTheTrialToTheUndo_OverThePages()
    {
        var administrator = await host.AsAsync("quan-tri");
        var import = await host.AtDeskAsync(async desk =>
        {
            using var content = new MemoryStream(
                Encoding.UTF8.GetBytes(
                    "Mã hồ sơ;Thủ tục;Chủ hồ sơ;Ngày nhận\nSTTTT-2019-00125;publishing-permit;Nhà máy Sứ Hải Dƣơng;04/03/2019\nSTTTT-2019-00126;publishing-permit;;04/03/2019\n"
                )
            );
            return (
                await desk.GetRequiredService<ReadPastRecords>()
                    .DoAsync(new PastRecordsFile(PastKind.Dossiers, "hồ sơ.csv", content, null), host.Actors["quan-tri"], default)
            ).Import!;
        });
        var page = $"{Address}/{import.Id}";

        await administrator.GetAsync(page);
        var rejected = await administrator.GetAsync($"{page}?handler=Rejected");
        await administrator.GetAsync(page);
        var confirmed = await administrator.PostAsync($"{page}?handler=Confirm", []);
        await administrator.GetAsync(page);
        var again = await administrator.PostAsync($"{page}?handler=Confirm", []);
        var found = await (await host.AsAsync("mot-cua")).GetAsync("/tim?q=su+hai+duong");
        await administrator.GetAsync(page);
        var undone = await administrator.PostAsync($"{page}?handler=Undo", []);
        var gone = await (await host.AsAsync("mot-cua")).GetAsync("/tim?q=su+hai+duong");

        Assert.That(await rejected.Raw.Content.ReadAsStringAsync(), Does.Contain("STTTT-2019-00126"));
        Assert.That((confirmed.Location, again.Status, undone.Location), Is.EqualTo((page, HttpStatusCode.UnprocessableEntity, page)));
        Assert.That(found.Html, Does.Contain("STTTT-2019-00125").And.Contain("Nhà máy Sứ Hải Dương"));
        Assert.That(gone.Html, Does.Not.Contain("STTTT-2019-00125"));
    }
}
