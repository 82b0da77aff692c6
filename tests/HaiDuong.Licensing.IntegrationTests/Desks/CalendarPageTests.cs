using System.Net;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Desks;

/// <summary>From the administrator's announcement to the head's decision, over the pages.</summary>
public sealed class CalendarPageTests
{
    private static readonly Dictionary<string, string> Storm = new()
    {
        ["Input.Kind"] = "Closure",
        ["Input.Name"] = "Nghỉ để phòng, chống bão số 9",
        ["Input.Source"] = "Công điện số 45/CĐ-UBND ngày 08/9/2025",
        ["Input.From"] = "12/9/2025",
    };

    private DeskHost host = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => host = await DeskHost.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await host.DisposeAsync();

    [Test]
    public async Task Change_IsLookedAt_Published_AndDecided()
    {
        var id = await host.AcceptedDossierAsync();
        var before = (await host.DossierAsync(id)).StatutoryDue!.Value;
        var administrator = await host.AsAsync("quan-tri");
        var head = await host.AsAsync("trung-tam");
        await administrator.GetAsync("/quan-tri/lich");

        var looked = await administrator.PostAsync("/quan-tri/lich?handler=Preview", Storm);
        var nothingYet = await head.GetAsync("/doi-han");
        await administrator.GetAsync("/quan-tri/lich");
        var published = await administrator.PostAsync("/quan-tri/lich?handler=Publish", Storm);
        var waiting = await head.GetAsync("/doi-han");
        var proof = await head.GetAsync($"/ho-so/{id}/thoi-han");
        await head.GetAsync("/doi-han?after=00000000-0000-0000-0000-000000000001");
        var withoutReason = await head.PostAsync("/doi-han?handler=Keep", new() { ["Chosen"] = id.ToString() });
        var stale = await head.PostAsync(
            "/doi-han?handler=Keep",
            new()
            {
                ["Chosen"] = id.ToString(),
                ["KnownAt"] = "2025-09-01T08:00:00",
                ["Reason"] = "Kết quả đã ký",
            }
        );
        var decided = await head.PostAsync("/doi-han?handler=Adopt", new() { ["Chosen"] = id.ToString() });
        var after = await host.DossierAsync(id);

        Assert.That(looked.Html, Does.Contain("17:00 22/09/2025 → 17:00 23/09/2025"));
        Assert.That(nothingYet.Html, Does.Not.Contain($"/ho-so/{id}"));
        Assert.That(published.Status, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That(waiting.Html, Does.Contain($"/ho-so/{id}").And.Contain("17:00 23/09/2025"));
        Assert.That(proof.Html, Does.Contain("17:00 23/09/2025").And.Contain("Hiện chưa đổi"));
        Assert.That(withoutReason.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(withoutReason.Html, Does.Contain("name=\"after\" value=\"00000000-0000-0000-0000-000000000001\"").And.Match($"value=\"{id}\"[^>]*checked"));
        Assert.That(stale.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(stale.Html, Does.Contain("Danh sách đã thay đổi").And.Contain("Kết quả đã ký"));
        Assert.That(decided.Status, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That((before, after.StatutoryDue), Is.EqualTo((new LocalDateTime(2025, 9, 22, 17, 0), (LocalDateTime?)new LocalDateTime(2025, 9, 23, 17, 0))));
        Assert.That((await head.GetAsync($"/ho-so/{id}")).Html, Does.Contain("Đổi hạn theo lịch mới công bố").And.Contain("Công điện số 45/CĐ-UBND"));
    }

    [Test]
    public async Task Change_ThatCannotBeRead_KeepsWhatWasTyped()
    {
        var administrator = await host.AsAsync("quan-tri");
        await administrator.GetAsync("/quan-tri/lich");

        var answer = await administrator.PostAsync(
            "/quan-tri/lich?handler=Preview",
            new()
            {
                ["Input.Kind"] = "Hours",
                ["Input.Name"] = "Giờ mùa hè",
                ["Input.Source"] = "Quyết định 01/QĐ-UBND",
                ["Input.From"] = "01/10/2025",
                ["Input.Sessions"] = "13:30-11:00",
                ["Input.SeasonFrom"] = "31/02",
                ["Input.SeasonTo"] = "31/10",
            }
        );

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(
            answer.Html,
            Does.Contain("Giờ mùa hè").And.Contain("13:30-11:00").And.Contain("Không đọc được giờ làm việc").And.Contain("Không đọc được mùa")
        );
    }

    [TestCase("mot-cua", "/quan-tri/lich")]
    [TestCase("trung-tam", "/quan-tri/lich")]
    [TestCase("quan-tri", "/doi-han")]
    [TestCase("truong-phong", "/doi-han")]
    [TestCase("mot-cua", "/thong-ke/dung-han")]
    [TestCase("chuyen-vien", "/thong-ke")]
    [TestCase("van-thu", "/thong-ke/thoi-gian")]
    [TestCase("ke-toan", "/bao-cao")]
    [TestCase("chuyen-vien", "/bao-cao/qua-han")]
    [TestCase("mot-cua", "/thong-ke/du-bao")]
    public async Task Page_OfSomebodyElse_IsForbidden(string name, string path) =>
        Assert.That((await (await host.AsAsync(name)).GetAsync(path)).Status, Is.EqualTo(HttpStatusCode.Forbidden).Or.EqualTo(HttpStatusCode.Redirect));

    [Test]
    public async Task Statistics_ShowTheDivisions()
    {
        await host.AcceptedDossierAsync();

        var page = await (await host.AsAsync("giam-doc")).GetAsync("/thong-ke/dung-han");

        Assert.That(page.Html, Does.Contain("Phòng Quản lý Báo chí - Xuất bản").And.Contain("Đã hẹn lại"));
    }

    [TestCase("/thong-ke", "Phòng Quản lý Báo chí - Xuất bản", $"/ho-so?don-vi={Units.Press}")]
    [TestCase($"/thong-ke?theo=Person&don-vi={Units.Press}", "chưa giao cho người nào", "noi-giu=")]
    [TestCase("/thong-ke?theo=Step", "Phân công", "o-buoc=assign")]
    [TestCase("/thong-ke/thoi-gian", "giờ làm việc theo lịch của cơ quan", "xong-buoc=receive")]
    [TestCase("/thong-ke/du-bao", "Chưa đủ hồ sơ đã xong", "du-bao=Unknown")]
    [TestCase("/thong-ke/thoi-gian?thu-tuc=publishing-permit&den=khong", "Chọn khoảng thời gian khác", "khong")]
    public async Task Statistics_SayWhatTheyCount_AndOpenTheirLists(string path, string words, string href)
    {
        await host.AcceptedDossierAsync();

        var page = await (await host.AsAsync("giam-doc")).GetAsync(path);

        Assert.That(page.Html, Does.Contain(words).And.Contain(href));
    }

    [TestCase("/bao-cao", "II.06a/VPCP/KSTT", "so-lieu=Received")]
    [TestCase("/bao-cao?bieu=II.06b", "TỔNG HỢP", "linh-vuc=")]
    [TestCase("/bao-cao?bieu=II.08", "SỐ HÓA", "so-lieu=Accepted")]
    [TestCase("/bao-cao?bieu=chi-so", "chưa có dữ liệu", "so-lieu=Kept")]
    [TestCase("/bao-cao?ky=Quarter-2025-7", "Không rõ kỳ báo cáo", "/bao-cao")]
    [TestCase("/bao-cao?ky=Days&tu=02/09/2025&den=01/09/2025", "Không rõ kỳ báo cáo", "/bao-cao")]
    [TestCase("/bao-cao/qua-han", "0 hồ sơ quá hạn", "/bao-cao?bieu=II.07a")]
    public async Task Report_SaysWhatItCounts_AndOpensItsLists(string path, string words, string href)
    {
        await host.AcceptedDossierAsync();

        var page = await (await host.AsAsync("giam-doc")).GetAsync(path);

        Assert.That(page.Html, Does.Contain(words).And.Contain(href));
    }

    private Task<int> ExecuteAsync(string sql) => host.AtDeskAsync(desk => desk.GetRequiredService<OfficeDbContext>().Database.ExecuteSqlRawAsync(sql));

    [TestCase("giam-doc")]
    [TestCase("truong-phong")]
    public async Task Number_OfAReport_OpensAListThatItsReaderMayRead(string reader)
    {
        await host.AcceptedDossierAsync();
        var browser = await host.AsAsync(reader);
        var page = await browser.GetAsync("/bao-cao?bieu=II.06a&ky=Days&tu=01/09/2025&den=30/09/2025");

        var links = page.Html.Split('"').Where(part => part.StartsWith("/ho-so?", StringComparison.Ordinal)).Distinct().ToList();

        Assert.That(links, Is.Not.Empty);
        foreach (var link in links)
            Assert.That((await browser.GetAsync(WebUtility.HtmlDecode(link))).Status, Is.EqualTo(HttpStatusCode.OK), link);
    }

    /// <summary>What is kept of a closed period stays as it was, whatever changes, and nobody changes it past the acts.</summary>
    [Test]
    public async Task Report_ThatIsClosed_KeepsItsFigures_SaysWhatMoved_AndIsReopenedWithAReason()
    {
        const string week = "ky=Days&tu=01/09/2025&den=07/09/2025";
        var id = await host.AcceptedDossierAsync();
        var (leader, head) = (await host.AsAsync("giam-doc"), await host.AsAsync("truong-phong"));
        async Task<DeskAnswer> DoAsync(DeskBrowser who, string handler, string query, string reason = "")
        {
            await who.GetAsync($"/bao-cao?{query}");
            return await who.PostAsync($"/bao-cao?{query}&handler={handler}", new() { ["reason"] = reason });
        }

        var byHead = await DoAsync(head, "Close", week);
        var tooEarly = await DoAsync(leader, "Close", "ky=Days&tu=01/09/2025&den=08/09/2025");
        var closed = await DoAsync(leader, "Close", week);
        var again = await DoAsync(leader, "Close", week);
        await ExecuteAsync($"UPDATE dossier_rows SET accepted_at = '2025-09-05 10:00', book_key = '20250905/x' WHERE dossier_id = '{id}'");
        var moved = await head.GetAsync($"/bao-cao?{week}");
        var csv = await head.GetAsync($"/bao-cao?{week}&handler=Csv");
        var pdf = await head.GetAsync($"/bao-cao?{week}&handler=Pdf");
        var excel = await head.GetAsync($"/bao-cao?{week}&handler=Excel");
        var withoutReason = await DoAsync(leader, "Reopen", week);
        var reopenedByHead = await DoAsync(head, "Reopen", week, "Nhầm");
        var reopened = await DoAsync(leader, "Reopen", week, "Bổ sung hồ sơ tiếp nhận sót");
        var after = await leader.GetAsync($"/bao-cao?{week}");

        Assert.That(byHead.Html, Does.Contain("Chỉ lãnh đạo cơ quan"));
        Assert.That(tooEarly.Html, Does.Contain("chỉ chốt được từ ngày sau 08/09/2025"));
        Assert.That((closed.Status, again.Html.Contains("Kỳ này đã được chốt", StringComparison.Ordinal)), Is.EqualTo((HttpStatusCode.Redirect, true)));
        Assert.That(moved.Html, Does.Contain("Số liệu dưới đây là số đã chốt").And.Contain("khác số đã chốt").And.Contain("so-lieu=Received"));
        Assert.That(csv.Html, Does.Not.Contain("Tổng cộng"), "The file has what was kept.");
        Assert.That((pdf.Status, excel.Status), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.OK)));
        Assert.That(
            (withoutReason.Status, withoutReason.Html.Contains("handler=Reopen", StringComparison.Ordinal)),
            Is.EqualTo((HttpStatusCode.UnprocessableEntity, true))
        );
        Assert.That(reopenedByHead.Html, Does.Contain("Chỉ lãnh đạo cơ quan"));
        Assert.That(reopened.Status, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That(after.Html, Does.Contain("Bổ sung hồ sơ tiếp nhận sót").And.Not.Contain("Số liệu dưới đây là số đã chốt"));
        foreach (var change in (string[])["UPDATE report_closings SET closed_by = ''", "DELETE FROM report_closings", "TRUNCATE report_closings"])
            Assert.That(() => ExecuteAsync(change), Throws.InstanceOf<Npgsql.PostgresException>(), change);
    }

    [Test]
    public async Task Proof_IsForThoseWhoMayReadTheDossier_AlsoAsJson_AndAsOfADay()
    {
        var id = await host.AcceptedDossierAsync();
        var due = (await host.DossierAsync(id)).StatutoryDue!.Value;
        var head = await host.AsAsync("truong-phong");

        var page = await head.GetAsync($"/ho-so/{id}/thoi-han");
        var earlier = await head.GetAsync($"/ho-so/{id}/thoi-han?ngay=07/09/2025");
        var json = await head.GetAsync($"/ho-so/{id}/thoi-han/json");
        var other = await (await host.AsAsync("phong-khac")).GetAsync($"/ho-so/{id}/thoi-han");
        var otherJson = await (await host.AsAsync("phong-khac")).GetAsync($"/ho-so/{id}/thoi-han/json");

        var body = await json.Raw.Content.ReadAsStringAsync();
        Assert.That(page.Html, Does.Contain("Bộ luật Dân sự 2015, Điều 147").And.Contain("ngày thứ 10"));
        Assert.That(earlier.Html, Does.Contain("Chưa tính thời hạn").And.Not.Contain("ngày thứ 10"));
        Assert.That(json.Raw.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/json"));
        Assert.That(body, Does.Contain($"\"statutoryDue\": \"{due:uuuu-MM-dd'T'HH:mm}\"").And.Contain("\"proof\""));
        Assert.That((other.Status, otherJson.Status), Is.EqualTo((HttpStatusCode.NotFound, HttpStatusCode.NotFound)));
    }
}
