using System.Net;
using System.Text;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.IntegrationTests.Desks;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Routes;

/// <summary>An administrator writes the next version of a procedure on pages and publishes it from a day on.</summary>
public sealed class ProcedureDraftTests
{
    private const string Slug = "publishing-permit";
    private const string Page = $"/quan-tri/thu-tuc/{Slug}";
    private static readonly LocalDate Tomorrow = DeskHost.Morning.Date.PlusDays(1);
    private DeskHost host = null!;
    private DeskBrowser admin = null!;

    [SetUp]
    public async Task StartAsync()
    {
        host = await DeskHost.StartAsync();
        admin = await host.AsAsync("quan-tri");
    }

    [TearDown]
    public async Task StopAsync() => await host.DisposeAsync();

    [Test]
    public async Task Publish_AChangedFeeAndANewPaper_HoldsFromItsDay()
    {
        await WriteAsync();
        var plan = await admin.GetAsync($"{Page}/cong-bo");

        var published = await admin.PostAsync($"{Page}/cong-bo", new() { ["From"] = "09/09/2025" });
        var before = await host.DossierAsync(await host.AcceptedDossierAsync());
        host.Clock.AdvanceDays(1);
        var after = await host.DossierAsync(await host.AcceptedDossierAsync());

        Assert.That((published.Status, published.Location), Is.EqualTo((HttpStatusCode.Redirect, (string?)Page)), published.Html);
        Assert.That(plan.Html, Does.Contain("15.000").And.Contain("20.000").And.Contain("copyright"));
        var rules = host.Services.GetRequiredService<Rulebooks>();
        Assert.That((before.ProcedureVersion, after.ProcedureVersion), Is.EqualTo((new LocalDate(2025, 7, 1), Tomorrow)));
        Assert.That((Rate(rules.For(before).Procedure), Rate(rules.For(after).Procedure)), Is.EqualTo((15000, 20000)));
        Assert.That((HasPaper(rules.For(before).Procedure), HasPaper(rules.For(after).Procedure)), Is.EqualTo((false, true)));
        Assert.That(rules.Catalogue.Version(Slug, before.ProcedureVersion).InForceTo, Is.EqualTo(DeskHost.Morning.Date));
        Assert.That((await admin.GetAsync(Page)).Html, Does.Contain("từ 09/09/2025").And.Contain(host.Actors["quan-tri"].Name));
        Assert.That((await admin.GetAsync($"{Page}/cong-bo")).Status, Is.EqualTo(HttpStatusCode.Redirect), "the draft is gone");
    }

    // Whatever this process has published is neither in the memory of another one nor on its disk.
    [Test]
    public async Task PublishedVersion_IsReadByEveryProcess_NowAndAtItsStart()
    {
        await WriteAsync();
        await admin.GetAsync($"{Page}/cong-bo");
        await admin.PostAsync($"{Page}/cong-bo", new() { ["From"] = "09/09/2025" });
        var kept = host.Services.GetRequiredService<PublishedProcedures>();
        using var disk = new TemporaryFolder();
        var files = host.Services.GetRequiredService<WorkflowsFolder>() with { Published = disk.Path };

        var running = ProcedureCatalogue.Load(files, kept.Read);
        var taken = running.Version(Slug, Tomorrow);
        var started = ProcedureCatalogue.Load(files);

        Assert.That(await kept.ListAsync(default), Does.Contain((Slug, Tomorrow, 1, false)));
        Assert.That((Rate(taken), Rate(started.InForce(Slug, Tomorrow)!)), Is.EqualTo((20000, 20000)));
        Assert.That(running.InForce(Slug, DeskHost.Morning.Date)!.InForceFrom, Is.EqualTo(new LocalDate(2025, 7, 1)));
        Assert.That(running.Template(taken, "result"), Is.Not.Null);
    }

    [Test]
    public async Task Publish_WithAFault_IsRefused_AndTheFieldSaysWhy()
    {
        await SaveAsync("papers", ("doc.papers[0].originals", "một"));
        await admin.GetAsync($"{Page}/cong-bo");

        var refused = await admin.PostAsync($"{Page}/cong-bo", new() { ["From"] = "09/09/2025" });
        var past = await admin.PostAsync($"{Page}/cong-bo", new() { ["From"] = "01/09/2025", ["ActKey"] = $"{Guid.CreateVersion7()}" });
        var part = await admin.GetAsync($"{Page}/sua?phan=papers");

        Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(refused.Html, Does.Contain("Số bản chính</strong>: Số chưa đọc được"));
        Assert.That(past.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(past.Html, Does.Contain("id=\"From-error\"").And.Contain("phải từ hôm nay trở đi"));
        Assert.That(part.Html, Does.Contain("value=\"một\"").And.Contain("doc_papers_0__originals-error"));
    }

    [Test]
    public async Task Save_OverSomebodyElsesSave_IsToldAndKeepsWhatWasTyped()
    {
        await admin.GetAsync($"{Page}/sua?phan=papers");
        await SaveAsOtherAsync("papers", ("doc.papers[1].name", "Bản của người kia"));

        var late = await admin.PostAsync($"{Page}/sua?phan=papers", new() { ["doc.papers[0].name"] = "Đơn viết lại" });
        await admin.GetAsync($"{Page}/sua?phan=papers");
        await SaveAsOtherAsync("fees", ("doc.feeLines[0].rates[0].amount", "20.000"));
        var beside = await admin.PostAsync($"{Page}/sua?phan=papers", new() { ["doc.papers[0].name"] = "Đơn viết lại" });

        Assert.That(late.Status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(
            late.Html,
            Does.Contain("đã lưu phần này sau khi bạn mở").And.Contain("Đơn viết lại").And.Contain("Bản của người kia").And.Contain("Nay là")
        );
        Assert.That(beside.Status, Is.EqualTo(HttpStatusCode.Redirect), beside.Html);
        Assert.That((await admin.GetAsync($"{Page}/cong-bo")).Html, Does.Contain("3 thay đổi").And.Contain("20.000").And.Contain("Đơn viết lại"));
    }

    // Two administrators at two browsers: the second version begins from the first one, which does not hold yet, and is withdrawn again.
    [Test]
    public async Task FutureVersion_IsWhatTheNextBeginsFrom_AndIsWithdrawnBeforeItHolds()
    {
        await WriteAsync();
        await PublishAsync("15/09/2025");
        var fees = await admin.GetAsync($"{Page}/sua?phan=fees");
        var opened = await admin.GetAsync(Page);
        await SaveAsync("papers", ("doc.papers[0].name", "Đơn viết lại"));
        await admin.GetAsync($"{Page}/cong-bo");
        var early = await admin.PostAsync($"{Page}/cong-bo", new() { ["From"] = "10/09/2025" });
        await admin.GetAsync(Page);
        var unsaid = await WithdrawAsync("");
        await admin.GetAsync(Page);
        var gone = await WithdrawAsync("Nghị quyết chưa ban hành");
        await admin.GetAsync($"{Page}/cong-bo");
        var overtaken = await admin.PostAsync($"{Page}/cong-bo", new() { ["From"] = "15/09/2025" });
        await admin.GetAsync($"{Page}/cong-bo");
        await admin.PostAsync($"{Page}/cong-bo?handler=Continue", []);
        await PublishAsync("15/09/2025");

        var catalogue = host.Services.GetRequiredService<ProcedureCatalogue>();
        Assert.That(fees.Html, Does.Contain("value=\"20.000\""), "the draft begins from the newest version");
        Assert.That(opened.Html, Does.Contain("đã công bố và sẽ áp dụng từ 15/09/2025").And.Contain("chưa áp dụng"));
        Assert.That((early.Status, unsaid.Status), Is.EqualTo((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity)));
        Assert.That(early.Html, Does.Contain("áp dụng từ 15/09/2025; phiên bản này phải áp dụng từ một ngày sau đó"));
        Assert.That((gone.Status, gone.Location), Is.EqualTo((HttpStatusCode.Redirect, (string?)Page)), gone.Html);
        Assert.That(overtaken.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(overtaken.Html, Does.Contain("Bản nháp bắt đầu từ phiên bản áp dụng từ 15/09/2025"));
        Assert.That(catalogue.InForce(Slug, new LocalDate(2025, 9, 15))!.Papers[0].Name, Is.EqualTo("Đơn viết lại"), "the second of the same day");
        Assert.That((await admin.GetAsync(Page)).Html, Does.Contain("đã rút lại").And.Contain("Nghị quyết chưa ban hành"));
        var log = (await admin.GetAsync("/quan-tri/nhat-ky-an-ninh?ten=quan-tri&ve=publishing-permit")).Html;
        Assert.That(log, Does.Contain("Công bố phiên bản thủ tục").And.Contain("Rút lại phiên bản thủ tục").And.Contain("2025-09-15: Nghị quyết"));
        await using var scope = host.Services.CreateAsyncScope();
        var withdrawal = scope.ServiceProvider.GetRequiredService<OfficeDbContext>().WithdrawnVersions;
        Assert.That(async () => await withdrawal.ExecuteDeleteAsync(), Throws.Exception.With.Message.Contains("never changed"));
    }

    [Test]
    public async Task Withdraw_OfAVersionThatHolds_IsRefused()
    {
        await WriteAsync();
        await PublishAsync("09/09/2025");
        await admin.GetAsync(Page);
        host.Clock.AdvanceDays(1);

        var late = await admin.PostAsync(
            $"{Page}?handler=Withdraw",
            new()
            {
                ["version"] = "09/09/2025",
                ["edition"] = "1",
                ["Reason"] = "Nhầm",
            }
        );

        Assert.That(late.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(late.Html, Does.Contain("Không rút lại được phiên bản áp dụng từ 09/09/2025").And.Not.Contain("Rút lại…"));
    }

    [Test]
    public async Task File_IsTakenAsTheDraft_OrRefusedWithWhatIsWrong()
    {
        await admin.GetAsync(Page);
        var broken = await admin.PostFileAsync($"{Page}?handler=File", [], "File", "procedure.json", Encoding.UTF8.GetBytes("{ \"slug\": "));
        await admin.GetAsync(Page);
        var other = await admin.PostFileAsync($"{Page}?handler=File", [], "File", "procedure.json", Encoding.UTF8.GetBytes("{ \"slug\": \"other\" }"));
        var file = await (await admin.GetAsync($"{Page}?handler=File")).Raw.Content.ReadAsByteArrayAsync();
        await admin.GetAsync(Page);

        var taken = await admin.PostFileAsync($"{Page}?handler=File", [], "File", "procedure.json", file);
        var given = await (await admin.GetAsync($"{Page}?handler=File")).Raw.Content.ReadAsByteArrayAsync();
        await admin.GetAsync(Page);
        var dropped = await admin.PostAsync($"{Page}?handler=Drop", []);

        Assert.That((broken.Status, other.Status), Is.EqualTo((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity)));
        Assert.That((taken.Status, dropped.Status), Is.EqualTo((HttpStatusCode.Redirect, HttpStatusCode.Redirect)));
        Assert.That(given, Is.EqualTo(file));
        Assert.That((await admin.GetAsync(Page)).Html, Does.Contain("Chưa có bản nháp"));
    }

    [Test]
    public async Task Preview_ShowsTheDraftWithSamples_WalksItsRoute_AndPrintsItsLetters()
    {
        await SaveAsync("papers", ("doc.papers[0].name", "Đơn viết lại"));

        var first = await admin.GetAsync($"{Page}/xem-thu?ngay=08/09/2025");
        var walked = await admin.GetAsync($"{Page}/xem-thu?ngay=08/09/2025&buoc=receive:Accepted&buoc=assign:Done&buoc=nowhere:Done");
        var letters = await Task.WhenAll(
            admin.GetAsync($"{Page}/xem-thu?handler=Letter&name=result"),
            admin.GetAsync($"{Page}/xem-thu?handler=Letter&name=refusal")
        );

        Assert.That(first.Html, Does.Contain("Đơn viết lại").And.Contain("Đang chờ:").And.Contain("hạn theo quy định"));
        Assert.That(walked.Html, Does.Contain("<ol>").And.Not.Contain(Waiting(first.Html)));
        Assert.That(letters.Select(letter => letter.Raw.Content.Headers.ContentType?.MediaType), Is.All.EqualTo("application/pdf"));
    }

    [Test]
    public async Task Pages_AreForAdministratorsOnly()
    {
        await SaveAsync("papers", ("doc.papers[0].name", "Đơn"));
        var head = await host.AsAsync("truong-phong");
        foreach (
            var path in (string[])
                ["/quan-tri/thu-tuc", Page, $"{Page}/sua?phan=form.sections[0]", $"{Page}/sua?phan=letters", $"{Page}/xem-thu", $"{Page}/cong-bo"]
        )
        {
            Assert.That((await head.GetAsync(path)).Status, Is.EqualTo(HttpStatusCode.Found), path);
            Assert.That((await admin.GetAsync(path)).Status, Is.EqualTo(HttpStatusCode.OK), path);
        }
    }

    /// <summary>Another fee and one paper more.</summary>
    private async Task WriteAsync()
    {
        await SaveAsync("fees", ("doc.feeLines[0].rates[0].amount", "20.000"));
        var parts = $"{Page}/sua?phan=papers";
        await admin.GetAsync(parts);
        var added = await admin.PostAsync(parts, new() { ["lenh"] = "add:papers" });
        Assert.That((await admin.GetAsync($"{Page}?handler=File")).Html, Does.Not.Contain("copyright"), "nothing is saved yet");
        var row = $"doc.papers[{host.Services.GetRequiredService<ProcedureCatalogue>().Newest(Slug)!.Papers.Count}]";
        await SaveAsync(
            "papers",
            ("Shown", Hidden(added.Html, "Shown")),
            ($"{row}.key", "copyright"),
            ($"{row}.name", "Cam kết bản quyền"),
            ($"{row}.originals", "1"),
            ($"{row}.copies", "0"),
            ($"{row}.required", "false"),
            ($"{row}.source", "OK")
        );
    }

    private async Task<DeskAnswer> SaveAsync(string part, params (string Name, string Value)[] typed)
    {
        var address = $"{Page}/sua?phan={part}";
        await admin.GetAsync(address);
        var answer = await admin.PostAsync(address, typed.ToDictionary(one => one.Name, one => one.Value));
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Redirect), answer.Html);
        return answer;
    }

    private async Task SaveAsOtherAsync(string part, params (string Name, string Value)[] typed)
    {
        var (mine, other) = (admin, host.Browser());
        await other.GetAsync("/dang-nhap");
        await other.PostAsync("/dang-nhap", new() { ["Name"] = "quan-tri", ["Password"] = DeskHost.Password });
        admin = other;
        await SaveAsync(part, typed);
        admin = mine;
    }

    private async Task PublishAsync(string day)
    {
        await admin.GetAsync($"{Page}/cong-bo");
        var published = await admin.PostAsync($"{Page}/cong-bo", new() { ["From"] = day });
        Assert.That(published.Status, Is.EqualTo(HttpStatusCode.Redirect), published.Html);
    }

    private Task<DeskAnswer> WithdrawAsync(string reason) => admin.PostAsync($"{Page}?handler=Withdraw", new() { ["Reason"] = reason });

    private static string Hidden(string html, string name) => html.Split($"name=\"{name}\" value=\"")[1].Split('"')[0];

    /// <summary>What the page says that the route waits for.</summary>
    private static string Waiting(string html) => html[html.IndexOf("Đang chờ:", StringComparison.Ordinal)..].Split('<')[0];

    private static long Rate(Procedure procedure) => procedure.FeeLines[0].Rates[0].Amount;

    private static bool HasPaper(Procedure procedure) => procedure.Papers.Any(paper => paper.Key == "copyright");

    private sealed class TemporaryFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("hdl-published-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
