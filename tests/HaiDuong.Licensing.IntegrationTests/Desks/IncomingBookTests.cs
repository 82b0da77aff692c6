using System.Net;
using HaiDuong.Licensing.Domain.Books;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Features.Books;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Desks;

/// <summary>The book of incoming documents: numbered without a gap, struck and never changed, found with its dossier.</summary>
public sealed class IncomingBookTests
{
    private const string Page = "/so-van-ban/den";

    private DeskHost host = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => host = await DeskHost.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await host.DisposeAsync();

    private Organisation Organisation => host.Services.GetRequiredService<ProcedureCatalogue>().Organisation;

    private Office Office => RegisterIncoming.OfficeOf(host.Actors["van-thu"], Organisation, DeskHost.Morning.Date)!;

    /// <summary>Somebody of a role in the department.</summary>
    private string InIt(StaffRole role) =>
        host
            .Actors.First(person =>
                person.Value.Roles.Any(held => held.Role == role && Organisation.OfficeWith(Organisation.KeyOn(held.Unit, DeskHost.Morning.Date)) == Office)
            )
            .Key;

    private Dictionary<string, string> Entry(string summary, string code = "") =>
        new()
        {
            ["ReceivedOn"] = "08/09/2025",
            ["Sender"] = "Công an tỉnh",
            ["Number"] = "125/CAT-PA03",
            ["DatedOn"] = "05/09/2025",
            ["Summary"] = summary,
            ["Unit"] = Office.Units[0].Key,
            ["Code"] = code,
        };

    [Test]
    public async Task Document_IsNumberedInItsOrder_StruckWithAReason_AndReadByTheDepartmentAlone()
    {
        var id = await new DueOffice(host).AcceptedAsync();
        var clerk = await host.AsAsync("van-thu");
        await clerk.GetAsync(Page);
        var entered = await clerk.PostAsync(Page, Entry("Công văn thứ nhất", (await host.DossierAsync(id)).Code!));
        Assert.That(entered.Status, Is.EqualTo(HttpStatusCode.Redirect), entered.Html);
        var second = new Dictionary<string, string>(Entry("Công văn thứ hai")) { ["Sender"] = "công an tỉnh " };
        await clerk.GetAsync(Page);
        var asked = await clerk.PostAsync(Page, second);
        Assert.That(asked.Html, Does.Contain("đã vào sổ với số đến 1").And.Contain("truoc=2#den-1").And.Contain("Công văn thứ hai"));
        var meant = await clerk.PostAsync(Page, new(second) { ["SeenQuestion"] = "IncomingDuplicate:2025:1" });
        Assert.That(meant.Status, Is.EqualTo(HttpStatusCode.Redirect), meant.Html);
        Assert.That((await clerk.GetAsync($"/ho-so/{id}")).Html, Does.Match("(?s)Văn bản đến của hồ sơ.*125/CAT-PA03.*Công văn thứ nhất"));

        await clerk.GetAsync(Page);
        var unread = await clerk.PostAsync(Page, new(Entry("Công văn giữ lại")) { ["DatedOn"] = "31/02/2025", ["Sender"] = "" });
        await clerk.GetAsync(Page);
        var strange = await clerk.PostAsync(Page, Entry("Công văn giữ lại", "999999"));
        await clerk.GetAsync(Page);
        await clerk.PostAsync(
            $"{Page}?handler=Strike",
            new()
            {
                ["year"] = "2025",
                ["serial"] = "1",
                ["Reason"] = "Vào sổ hai lần",
            }
        );

        Assert.That(unread.Html, Does.Contain("Hãy ghi cơ quan hoặc người gửi văn bản.").And.Contain("31/02/2025").And.Contain("Công văn giữ lại"));
        Assert.That(strange.Html, Does.Contain("Không tìm thấy hồ sơ 999999").And.Contain("Công văn giữ lại"));
        var book = (await (await host.AsAsync(InIt(StaffRole.Leader))).GetAsync(Page)).Html;
        Assert.That(book, Does.Match("(?s)<strong>2</strong>.*Công văn thứ hai.*<s>1</s>.*Công văn thứ nhất.*gạch bỏ lúc.*Vào sổ hai lần"));
        Assert.That(book, Does.Contain($"/ho-so/{id}").And.Not.Contain("Vào sổ một văn bản"));
        Assert.That(await (await clerk.GetAsync($"{Page}?handler=Csv")).Raw.Content.ReadAsStringAsync(), Does.Contain("Công văn thứ hai"));
        var refused = await (await host.AsAsync(InIt(StaffRole.Leader))).PostAsync(Page, Entry("Không phải văn thư"));
        Assert.That(refused.Html, Does.Contain("Chỉ văn thư của cơ quan"));
        Assert.That(
            async () => await host.AtDeskAsync(desk => desk.GetRequiredService<OfficeDbContext>().Database.ExecuteSqlAsync($"DELETE FROM incoming_documents")),
            Throws.Exception.With.Message.Contains("never changed")
        );
    }

    [Test]
    public async Task Numbers_TakenAtOnce_AreGivenOnceEach()
    {
        var before = await SerialsAsync();
        var today = DeskHost.Morning.Date;
        await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(number => new IncomingEntry(today, "Công an tỉnh", "", null, $"Công văn cùng lúc {number}", Office.Units[0].Key, null, null))
                .Select(entry =>
                    host.AtDeskAsync(desk =>
                        desk.GetRequiredService<RegisterIncoming>()
                            .DoAsync(new RegisterIncomingRequest(entry, ""), host.Actors["van-thu"], CancellationToken.None)
                    )
                )
        );

        var after = await SerialsAsync();
        Assert.That(after, Is.EqualTo(Enumerable.Range(1, before.Count + 8).Select(serial => (long)serial)));
    }

    /// <summary>What is in no list is said, and nothing is shown as if it had been asked for.</summary>
    [Test]
    public async Task AddressThatNamesNothing_IsToldSo()
    {
        var (clerk, leader) = (await host.AsAsync("van-thu"), await host.AsAsync(InIt(StaffRole.Leader)));

        foreach (
            var (desk, address) in new[]
            {
                (clerk, $"{Page}?co-quan=abc"),
                (clerk, "/so-van-ban?so=abc"),
                (leader, "/bao-cao?don-vi=abc"),
                (leader, "/bao-cao?bieu=abc"),
                (leader, "/bao-cao/qua-han?don-vi=abc"),
            }
        )
        {
            var html = (await desk.GetAsync(address)).Html;
            Assert.That(html, Does.Contain("không có lựa chọn “abc”"), address);
            Assert.That(html, Does.Not.Contain("<caption"), address);
        }

        Assert.That((await clerk.GetAsync($"{Page}?truoc=abc")).Html, Does.Contain("phần không đọc được").And.Not.Contain("số tiền"));
        Assert.That((await clerk.GetAsync($"{Page}?nam=abc")).Html, Does.Contain("Hãy nhập số nguyên").And.Not.Contain("12,5"));
    }

    private Task<List<long>> SerialsAsync() =>
        host.AtDeskAsync(desk => desk.GetRequiredService<OfficeDbContext>().IncomingDocuments.Select(line => line.Serial).Order().ToListAsync());
}
