using System.Net;
using System.Text;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Identity;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Desks;

/// <summary>
/// Forms of imports, routes, accounts, dates and facts: sent again they are answered by what they did, with another content they are refused.
/// </summary>
public sealed class RepeatedFormTests
{
    private const string Import = "/quan-tri/nhap-du-lieu";
    private const string Map = "/ban-do/nhap";
    private const string Routes = "/quan-tri/quy-trinh";
    private const string Accounts = "/quan-tri/tai-khoan";
    private DeskHost host = null!;
    private DeskBrowser administrator = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        host = await DeskHost.StartAsync();
        administrator = await host.AsAsync("quan-tri");
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await host.DisposeAsync();

    [Test]
    public async Task OldRecords_EachFormSentAgain_IsOneAct()
    {
        static byte[] File(string number) =>
            Encoding.UTF8.GetBytes(
                $"Số giấy phép;Loại giấy phép;Ngày cấp;Tổ chức, cá nhân;Nội dung\n{number}/GP-STTTT;publishing-permit;12/03/2019;Nhà in Thành Đông;Tờ rơi\n"
            );

        var trial = await UploadedAsync(Import, new() { ["kind"] = "Licences" }, "file", "so-cu.csv", File("91"), File("92"));
        await RepeatedAsync(trial, $"{trial}?handler=Confirm", [], new() { ["pairsSeen"] = "true" });
        Assert.That(await CountAsync(db => db.Licences.CountAsync(licence => licence.Number == "91/GP-STTTT")), Is.EqualTo(1));
        await RepeatedAsync(trial, $"{trial}?handler=Undo", [], new() { ["more"] = "1" });

        var unwanted = await UploadedAsync(Import, new() { ["kind"] = "Licences" }, "file", "so-cu.csv", File("93"), File("94"));
        await administrator.GetAsync(unwanted);
        var first = await administrator.PostAsync($"{unwanted}?handler=Discard", []);
        var again = await administrator.PostAsync($"{unwanted}?handler=Discard", []);

        Assert.That((first.Location, again.Location), Is.EqualTo((Import, Import)));
        Assert.That(await CountAsync(db => db.PastImports.CountAsync()), Is.EqualTo(1));
    }

    [Test]
    public async Task Places_EachFormSentAgain_IsOneAct()
    {
        static byte[] File(string code) =>
            Encoding.UTF8.GetBytes(
                $"Mã trạm;Chủ sở hữu;Địa chỉ;Vĩ độ;Kinh độ;Hết hạn\n{code};Viễn thông Hải Dương;Thị trấn Gia Lộc, huyện Gia Lộc;20,871250;106,291480;31/12/2030\n"
            );

        var trial = await UploadedAsync(Map, new() { ["Kind"] = "Mast" }, "Register", "tram.csv", File("HD-1"), File("HD-2"));
        await RepeatedAsync(trial, $"{trial}?handler=Confirm", [], new() { ["more"] = "1" });
        Assert.That(await CountAsync(db => db.Places.CountAsync(place => place.Code == "HD-1")), Is.EqualTo(1));
        await RepeatedAsync(trial, $"{trial}?handler=Undo", [], new() { ["more"] = "1" });

        Assert.That(await CountAsync(db => db.PlaceImports.CountAsync()), Is.EqualTo(1));
    }

    [Test]
    public async Task Route_UploadedAndDiscardedTwice_IsOneAct()
    {
        var definition = Encoding.UTF8.GetBytes(host.Services.GetRequiredService<Rulebooks>().RouteOf("complaint").ToJson());

        var draft = await UploadedAsync(Routes, [], "File", "complaint.json", definition, [.. definition, (byte)' ']);
        await RepeatedAsync(draft, $"{Routes}/complaint?handler=Discard", [], new() { ["more"] = "1" });

        Assert.That(await CountAsync(db => db.RouteDrafts.CountAsync()), Is.Zero);
    }

    [Test]
    public async Task Account_OpenedAndChangedTwice_IsOneAct()
    {
        Dictionary<string, string> member = new()
        {
            ["Input.UserName"] = "van-thu-9",
            ["Input.Name"] = "Nguyễn Văn Thư",
            ["Input.Role"] = nameof(StaffRole.RegistryClerk),
            ["Input.Unit"] = Units.Bureau,
        };
        await RepeatedAsync($"{Accounts}/moi", $"{Accounts}/moi", member, new(member) { ["Input.Name"] = "Người khác" });
        var id = await host.AtDeskAsync(desk =>
            desk.GetRequiredService<OfficeDbContext>().Users.Where(user => user.UserName == "van-thu-9").Select(user => user.Id).SingleAsync()
        );
        var page = $"{Accounts}/{id}";

        Dictionary<string, string> role = new() { ["Input.Role"] = nameof(StaffRole.Accountant), ["Input.Unit"] = Units.Bureau };
        await administrator.GetAsync(page);
        await administrator.PostAsync($"{page}?handler=Password", []);
        var shown = await administrator.PostAsync($"{page}?handler=Password", []);
        Assert.That(
            (shown.Location, (await administrator.GetAsync(page)).Html.Contains("Lần bấm trước đã làm xong", StringComparison.Ordinal)),
            Is.EqualTo((page, true)),
            "the password itself is kept nowhere"
        );
        await RepeatedAsync(page, $"{page}?handler=Give", role, new(role) { ["Input.Role"] = nameof(StaffRole.Inspector) });
        await RepeatedAsync(page, $"{page}?handler=Lock", [], new() { ["more"] = "1" });
        await RepeatedAsync(page, $"{page}?handler=EndSessions", [], new() { ["more"] = "1" });

        var done = await host.AtDeskAsync(desk =>
            desk.GetRequiredService<OfficeDbContext>().AccessChanges.Where(change => change.AccountId == id).Select(change => change.What).ToListAsync()
        );
        Assert.That(
            done,
            Is.EquivalentTo(
                (AccessChangeKind[])
                    [AccessChangeKind.Opened, AccessChangeKind.RoleGiven, AccessChangeKind.PasswordReset, AccessChangeKind.RoleGiven, AccessChangeKind.Locked]
            )
        );
    }

    [Test]
    public async Task DueDates_DecidedTwice_IsOneDecision()
    {
        var id = await host.AcceptedDossierAsync();
        await administrator.GetAsync("/quan-tri/lich");
        await administrator.PostAsync(
            "/quan-tri/lich?handler=Publish",
            new()
            {
                ["Input.Kind"] = "Closure",
                ["Input.Name"] = "Nghỉ bão số 9",
                ["Input.Source"] = "Công điện số 45/CĐ-UBND",
                ["Input.From"] = "12/9/2025",
            }
        );
        var head = await host.AsAsync("trung-tam");
        await head.GetAsync("/doi-han");
        var chosen = new Dictionary<string, string> { ["Chosen"] = id.ToString() };

        var first = await head.PostAsync("/doi-han?handler=Adopt", chosen);
        var again = await head.PostAsync("/doi-han?handler=Adopt", chosen);
        var other = await head.PostAsync("/doi-han?handler=Keep", new(chosen) { ["Reason"] = "Đã ký" });

        Assert.That((first.Location, again.Location, other.Status), Is.EqualTo(("/doi-han", "/doi-han", HttpStatusCode.Conflict)));
        Assert.That(other.Html, Does.Contain("Đã ghi quyết định cho 1 hồ sơ"), "the sentence of the first answer, shown on the next page");
    }

    [Test]
    public async Task Fact_ConfirmedAndWithdrawnTwice_IsOneLineEach()
    {
        var procedure = host.Services.GetRequiredService<ProcedureCatalogue>().InForce("press-conference", DeskHost.Morning.Date)!;
        var path = procedure.Facts.First(fact => !fact.Verified).Path;
        var page = $"/quan-tri/du-kien?tap={procedure.VersionKey}&muc={Uri.EscapeDataString(path)}";
        Dictionary<string, string> law = new()
        {
            ["Input.DocumentKind"] = "Luật",
            ["Input.DocumentNumber"] = "103/2016/QH13",
            ["Input.DocumentDate"] = "05/04/2016",
        };
        Dictionary<string, string> why = new() { ["Input.Note"] = "Nhập nhầm số điều" };

        await RepeatedAsync(page, page + "&handler=Confirm", law, new(law) { ["Input.DocumentNumber"] = "104/2016/QH13" });
        await RepeatedAsync(page, page + "&handler=Withdraw", why, new(why) { ["Input.Note"] = "Lý do khác" });

        Assert.That(await CountAsync(db => db.FactConfirmations.CountAsync(line => line.FileKey == procedure.VersionKey && line.Path == path)), Is.EqualTo(2));
    }

    [Test]
    public async Task Notices_SentAgainTwice_AnswerAlike()
    {
        // The page has a button only while something failed.
        var key = Guid.CreateVersion7().ToString();

        await RepeatedAsync(
            "/quan-tri/thong-bao",
            "/quan-tri/thong-bao",
            new() { ["ActKey"] = key },
            new() { ["ActKey"] = key, ["id"] = Guid.CreateVersion7().ToString() }
        );
    }

    [Test]
    public async Task Job_RunTwice_AnswersAlike()
    {
        var key = Guid.CreateVersion7().ToString();

        await RepeatedAsync(
            "/quan-tri/tinh-trang",
            "/quan-tri/tinh-trang",
            new() { ["ActKey"] = key, ["id"] = "outbox" },
            new() { ["ActKey"] = key, ["id"] = "other" }
        );
    }

    [Test]
    public async Task List_SavedAndRemovedTwice_AnswersAlike()
    {
        Dictionary<string, string> typed = new() { ["SavedName"] = "Hồ sơ của tháng" };
        await RepeatedAsync("/ho-so?nhom=All", "/ho-so?nhom=All&handler=Save", typed, new() { ["SavedName"] = "Tên khác" });
        var saved = await host.AtDeskAsync(desk => desk.GetRequiredService<OfficeDbContext>().SavedLists.Select(list => list.Id).SingleAsync());
        await RepeatedAsync("/ho-so", "/ho-so?handler=Remove", new() { ["id"] = saved.ToString() }, new() { ["id"] = Guid.CreateVersion7().ToString() });
    }

    [Test]
    public async Task ReasonTemplate_SavedAndRemovedTwice_AnswersAlike()
    {
        const string Page = "/quan-tri/mau-ly-do";
        Dictionary<string, string> typed = new() { ["Purpose"] = "SendBack", ["Text"] = "Thiếu căn cứ" };
        await RepeatedAsync(Page, Page, typed, new(typed) { ["Text"] = "Câu khác" });
        var saved = await host.AtDeskAsync(desk => desk.GetRequiredService<OfficeDbContext>().ReasonTemplates.Select(one => one.Id).SingleAsync());
        await RepeatedAsync(Page, $"{Page}?handler=Remove", new() { ["id"] = saved.ToString() }, new() { ["id"] = Guid.CreateVersion7().ToString() });
    }

    /// <summary>Uploads a file twice, then another by the same form; gives where the first led.</summary>
    private async Task<string> UploadedAsync(string page, Dictionary<string, string> typed, string field, string name, byte[] bytes, byte[] others)
    {
        await administrator.GetAsync(page);
        var first = await administrator.PostFileAsync(page, typed, field, name, bytes);
        var again = await administrator.PostFileAsync(page, typed, field, name, bytes);
        var other = await administrator.PostFileAsync(page, typed, field, name, others);

        Assert.That((first.Status, again.Location), Is.EqualTo((HttpStatusCode.Redirect, first.Location)), first.Html);
        AssertRefused(other);
        return first.Location!;
    }

    private async Task RepeatedAsync(string page, string to, Dictionary<string, string> typed, Dictionary<string, string> other)
    {
        await administrator.GetAsync(page);
        var first = await administrator.PostAsync(to, typed);
        var again = await administrator.PostAsync(to, typed);

        Assert.That(
            (first.Status, again.Status, again.Location),
            Is.EqualTo((HttpStatusCode.Redirect, HttpStatusCode.Redirect, first.Location)),
            to + first.Html
        );
        AssertRefused(await administrator.PostAsync(to, other));
    }

    private static void AssertRefused(DeskAnswer other) =>
        Assert.That(
            (other.Status, other.Html.Contains(new Refusal("ChangedBySameForm").Sentence, StringComparison.Ordinal)),
            Is.EqualTo((HttpStatusCode.Conflict, true)),
            other.Html
        );

    private Task<int> CountAsync(Func<OfficeDbContext, Task<int>> count) => host.AtDeskAsync(desk => count(desk.GetRequiredService<OfficeDbContext>()));
}
