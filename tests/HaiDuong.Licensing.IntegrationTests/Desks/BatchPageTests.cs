using System.Net;
using HaiDuong.Licensing.Demo;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Features.Batches;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Ui.Layout;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Desks;

/// <summary>From the ticked rows of a list to what came of each, over HTTP and without JavaScript.</summary>
public sealed class BatchPageTests
{
    private DeskHost host = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => host = await DeskHost.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await host.DisposeAsync();

    [Test]
    public async Task Review_ApprovesSomeAndSendsOthersBack_EachWithItsReason()
    {
        Guid[] ids = [await DraftedAsync(), await DraftedAsync(), await DraftedAsync()];
        await AddTemplateAsync("Thiếu căn cứ pháp lý");
        var head = await host.AsAsync("truong-phong");
        var page = await ChosenAsync(head, "/ho-so", BatchKind.Review, ids);
        var items = await ItemsAsync(page);
        (string, string)[] sent = [("lam", items[0].ToString()), (StartBatch.ReasonField(items[0]), "Gõ rồi thôi"), ("tra-lai", items[1].ToString())];

        await head.GetAsync(page);
        var without = await head.PostSeveralAsync(page, sent);
        var filled = await head.PostSeveralAsync(page, [.. sent, ("mau.Note", "Sửa phạm vi phát hành")]);
        var with = await head.PostSeveralAsync(page, [.. sent, ("Note", "Sửa phạm vi phát hành")]);
        await RunAsync();
        var ended = await head.GetAsync(page);

        Assert.That(without.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(without.Html, Does.Contain(new Refusal("BatchReasonMissing", null, await CodeAsync(ids[1])).Sentence));
        Assert.That((Ticked(without.Html, "lam").Single(), Ticked(without.Html, "tra-lai").Single()), Is.EqualTo((items[0].ToString(), items[1].ToString())));
        Assert.That((filled.Status, Ticked(filled.Html, "tra-lai").Single()), Is.EqualTo((HttpStatusCode.OK, items[1].ToString())));
        Assert.That(filled.Html, Does.Contain("Sửa phạm vi phát hành").And.Contain("name=\"mau.Note\" value=\"Thiếu căn cứ pháp lý\""));
        Assert.That(with.Location, Is.EqualTo(page));
        Assert.That(ended.Html, Does.Contain("Đã làm 2 trên 2 hồ sơ").And.Contains("Đã trả lại"));
        Assert.That(
            await Task.WhenAll(ids.Select(async id => (await host.DossierAsync(id)).Work.Single().StepId)),
            Is.EqualTo(new[] { "sign", "draft", "review" })
        );
        Assert.That(
            await CountAsync(db =>
                db.History.Where(line => line.DossierId == ids[0] && line.Act == DossierAct.ApproveDraft)
                    .OrderBy(line => line.Id)
                    .Select(line => line.Note)
                    .LastAsync()
            ),
            Is.Null,
            "a reason for what is not sent back is none"
        );
        Assert.That((await host.DossierAsync(ids[1])).ResultDraft!.SentBack!.Reason, Is.EqualTo("Sửa phạm vi phát hành"));
    }

    /// <summary>What was worded for one procedure is offered for its dossiers alone, and is the reason of those that have none of their own.</summary>
    [Test]
    public async Task ReasonOfAProcedure_IsOfferedForItsDossiers_AndGoesBackWithThemAlone()
    {
        const string other = "printing-licence";
        Guid[] ids = [await DraftedAsync(), await DraftedAsync(other)];
        await AddTemplateAsync("Thiếu sơ đồ nhà in", other);
        var head = await host.AsAsync("truong-phong");
        var page = await ChosenAsync(head, "/ho-so", BatchKind.Review, ids);
        var sent = (await ItemsAsync(page)).Select(item => ("tra-lai", item.ToString())).Append(("Note", "Sửa thể thức")).ToList();
        var field = StartBatch.ReasonField(other);

        var offered = await head.GetAsync(page);
        var filled = await head.PostSeveralAsync(page, [.. sent, ($"mau.{field}", "Thiếu sơ đồ nhà in")]);
        await head.PostSeveralAsync(page, [.. sent, (field, "Thiếu sơ đồ nhà in")]);
        await RunAsync();

        Assert.That(offered.Html, Does.Contain($"name=\"mau.{field}\" value=\"Thiếu sơ đồ nhà in\"").And.Not.Contain("name=\"mau.Note\" value=\"Thiếu sơ đồ"));
        Assert.That(filled.Html, Does.Match($"name=\"{field}\"[^>]*>\\s*Thiếu sơ đồ nhà in"));
        Assert.That(
            await Task.WhenAll(ids.Select(async id => (await host.DossierAsync(id)).ResultDraft!.SentBack!.Reason)),
            Is.EqualTo(new[] { "Sửa thể thức", "Thiếu sơ đồ nhà in" })
        );
    }

    [Test]
    public async Task Sign_AsksThePasswordOnce_KeepsWhatWasTicked_AndSignsOnceWhenSentAgain()
    {
        Guid[] ids = [await host.ReadyToSignAsync(), await host.ReadyToSignAsync()];
        var leader = host.Browser();
        await leader.GetAsync("/dang-nhap");
        await leader.PostAsync("/dang-nhap", new() { ["Name"] = "giam-doc", ["Password"] = DeskHost.Password });
        var page = await ChosenAsync(leader, "/ky", BatchKind.Sign, ids);
        (string, string)[] ticked = [.. (await ItemsAsync(page)).Select(item => ("lam", item.ToString()))];

        var desk = (await leader.GetAsync("/ky")).Html;
        var alone = (await leader.GetAsync($"/ky/{ids[0]}")).Html;
        var refused = (await leader.PostAsync($"/ky/{ids[0]}?handler=SendBack", new() { ["Reason"] = " " })).Html;
        var asked = await leader.GetAsync(page);
        var without = await leader.PostSeveralAsync(page, ticked);
        var with = await leader.PostSeveralAsync(page, [.. ticked, ("proof", DeskHost.Password)]);
        var again = await leader.PostSeveralAsync(page, [.. ticked, ("proof", DeskHost.Password)]);
        await RunAsync();

        Assert.That(desk, Does.Contain("data-label=\"Hạn bước\"").And.Contain("data-label=\"Hạn hồ sơ\"").And.Contain("buoc=SignResult"));
        Assert.That(desk, Does.Match(">[0-9]+<span class=\"visually-hidden\"> kết quả chờ ký<"));
        Assert.That(alone, Does.Contain("name=\"attach.files\""));
        Assert.That(refused, Does.Contain($"action=\"/ky/{ids[0]}\""), "the main button signs, whatever was refused");
        Assert.That(asked.Html, Does.Contain("name=\"proof\""));
        Assert.That(without.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(Ticked(without.Html, "lam"), Has.Count.EqualTo(2));
        Assert.That((with.Location, again.Location), Is.EqualTo((page, page)));
        Assert.That((await leader.GetAsync(page)).Html, Does.Contain("Đã làm 2 trên 2 hồ sơ"));
        Assert.That(await CountAsync(db => db.History.CountAsync(line => ids.Contains(line.DossierId) && line.Act == DossierAct.Sign)), Is.EqualTo(2));
    }

    [Test]
    public async Task WhatCannotBeDone_IsSaidBeforeAnythingIsTried_AndIsNotOffered()
    {
        var (accepted, drafted) = (await host.AcceptedDossierAsync(), await DraftedAsync());
        var head = await host.AsAsync("truong-phong");

        var page = await head.GetAsync(await ChosenAsync(head, "/viec-cua-toi", BatchKind.Review, accepted, drafted));
        var none = await head.GetAsync(await ChosenAsync(head, "/viec-cua-toi", BatchKind.Review, accepted));

        Assert.That(page.Html, Does.Contain("1 dự thảo chờ duyệt").And.Contains("1 hồ sơ không làm được").And.Contains("Hồ sơ đang ở bước “Phân công thụ lý”"));
        Assert.That(Ticked(page.Html, "lam"), Has.Count.EqualTo(1));
        Assert.That(none.Html, Does.Contain("Không hồ sơ nào đã chọn làm được việc này lúc này").And.Not.Contains("name=\"lam\""));
    }

    [Test]
    public async Task WhatFailed_IsTriedAgainAsItIsNow()
    {
        var id = await host.AcceptedDossierAsync();
        var head = await host.AsAsync("truong-phong");
        var page = await ChosenAsync(head, "/viec-cua-toi", BatchKind.Assign, id);
        (string, string)[] sent = [.. (await ItemsAsync(page)).Select(item => ("lam", item.ToString())), ("Specialist", Account("chuyen-vien"))];
        await AssignedAsync(id, "chuyen-vien-2");
        await head.GetAsync(page);
        await head.PostSeveralAsync(page, sent);
        await RunAsync();

        var failed = await head.GetAsync(page);
        var again = await head.PostAsync($"{page}?handler=Again", []);
        await head.GetAsync(again.Location!);
        await head.PostSeveralAsync(
            again.Location!,
            [.. (await ItemsAsync(again.Location!)).Select(item => ("lam", item.ToString())), ("Specialist", Account("chuyen-vien"))]
        );
        await RunAsync();

        Assert.That(failed.Html, Does.Contain("Chính bạn đã xử lý hồ sơ này").And.Contains("Làm lại 1 hồ sơ chưa làm được"));
        Assert.That((await host.DossierAsync(id)).Specialist!.AccountId.ToString(), Is.EqualTo(Account("chuyen-vien")));
    }

    [Test]
    public async Task Bar_OffersEachWhatTheirRolesDo()
    {
        await host.AcceptedDossierAsync();
        Assert.That(await OfferedAsync("truong-phong"), Is.EqualTo(new[] { "Assign", "Release", "Review" }));
        Assert.That(await OfferedAsync("giam-doc"), Is.EqualTo(new[] { "Sign" }));
        Assert.That(await OfferedAsync("mot-cua"), Is.Empty);

        async Task<IEnumerable<string>> OfferedAsync(string name) =>
            (await (await host.AsAsync(name)).GetAsync("/ho-so")).Html.Split("name=\"Kind\" value=\"").Skip(1).Select(part => part.Split('"')[0]);
    }

    /// <summary>Each paper as it is kept, in the order chosen; who may not have the receipts gets none; what has no such paper is named.</summary>
    [Test]
    public async Task Print_BindsWhatIsKept_InTheOrderChosen_AndNamesWhatHasNone()
    {
        var (accepted, issued) = (await host.AcceptedDossierAsync(), await host.ReadyToSignAsync());
        await SignedAndIssuedAsync(issued);
        var (codeOfAccepted, codeOfIssued) = (await CodeAsync(accepted), await CodeAsync(issued));
        var (clerk, registry) = (await host.AsAsync("mot-cua"), await host.AsAsync("van-thu"));

        var page = await PrintAsync(clerk, issued, accepted);
        var shown = await clerk.GetAsync(page);
        var receipts = await clerk.GetAsync($"{page}?handler=Pdf&giay=Receipt");
        var results = await clerk.GetAsync($"{page}?handler=Pdf&giay=Result");
        var none = await clerk.GetAsync($"{page}?handler=Pdf&giay=Apology");
        var withoutReceipts = await registry.GetAsync(await PrintAsync(registry, issued, accepted));

        Assert.That(
            shown.Html,
            Does.Contain("2 trên 2 hồ sơ").And.Contains("1 trên 2 hồ sơ").And.Contains("1 hồ sơ không có").And.Contains($"<p>{codeOfAccepted}</p>")
        );
        var printed = await PagesAsync(receipts);
        Assert.That(printed[0], Does.Contain(codeOfIssued));
        Assert.That(printed[printed.Length / 2], Does.Contain(codeOfAccepted), "the other receipt follows, page by page");
        Assert.That((await PagesAsync(results))[0], Does.Contain((await host.DossierAsync(issued)).Decision!.Number!.Split('/')[0]));
        Assert.That(
            (none.Status, none.Html.Contains(new Refusal("PrintNothing").Sentence, StringComparison.Ordinal)),
            Is.EqualTo((HttpStatusCode.UnprocessableEntity, true))
        );
        Assert.That(withoutReceipts.Html, Does.Contain("giay-Result").And.Not.Contain("giay-Receipt"));
        Assert.That((await registry.GetAsync(page)).Status, Is.EqualTo(HttpStatusCode.NotFound), "a choice is its person's alone");
    }

    private static async Task<string> PrintAsync(DeskBrowser browser, params Guid[] ids)
    {
        await browser.GetAsync("/ho-so");
        var answer = await browser.PostSeveralAsync("/in", [.. ids.Select(id => (BatchBar.Chosen, id.ToString()))]);
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Redirect), answer.Html);
        return answer.Location!;
    }

    private static async Task<string[]> PagesAsync(DeskAnswer answer)
    {
        using var pdf = UglyToad.PdfPig.PdfDocument.Open(await answer.Raw.Content.ReadAsByteArrayAsync());
        return [.. pdf.GetPages().Select(page => page.Text)];
    }

    private Task<int> AddTemplateAsync(string text, string? slug = null) =>
        host.AtDeskAsync(desk =>
        {
            var db = desk.GetRequiredService<OfficeDbContext>();
            db.ReasonTemplates.Add(
                new ReasonTemplate
                {
                    Id = Guid.CreateVersion7(),
                    Purpose = ReasonPurpose.SendBack,
                    ProcedureSlug = slug,
                    Office = null,
                    Text = text,
                    SavedAt = Instant.FromUtc(2025, 9, 1, 0, 0),
                    SavedBy = "Quản trị",
                }
            );
            return db.SaveChangesAsync();
        });

    private async Task SignedAndIssuedAsync(Guid id)
    {
        foreach (var (person, page) in new[] { ("giam-doc", $"/ky/{id}"), ("van-thu", $"/phat-hanh/{id}") })
        {
            var browser = await host.AsAsync(person);
            await browser.GetAsync(page);
            Assert.That((await browser.PostAsync(page, [])).Status, Is.EqualTo(HttpStatusCode.Redirect));
        }
    }

    [Test]
    public async Task WholeList_IsTicked_AsMuchOfItAsOneBatchMayHave()
    {
        var waiting = Guid.CreateVersion7();
        DossierDriver.Sure("open", await new DossierDriver(host.Services, [.. host.Actors.Values], Given.Slug).OpenAsync(waiting, SubmissionChannel.Online));
        await host.AtDeskAsync(desk => desk.CopyAsync(waiting, Batch.Most));
        var head = await host.AsAsync("truong-phong");

        var page = await head.GetAsync("/ho-so?buoc=ReceiveDossier");
        var all = await head.GetAsync("/ho-so?buoc=ReceiveDossier&chon-het=true");

        Assert.That(page.Html, Does.Contain("/ho-so?buoc=ReceiveDossier&chon-het=true"));
        Assert.That(Ticked(page.Html, BatchBar.Chosen), Is.Empty);
        Assert.That(Ticked(all.Html, BatchBar.Chosen), Has.Count.EqualTo(Batch.Most));
    }

    /// <summary>Ticks rows of a list and presses the button of the work; gives the address of the confirmation.</summary>
    private static async Task<string> ChosenAsync(DeskBrowser browser, string list, BatchKind kind, params Guid[] ids)
    {
        await browser.GetAsync(list);
        var answer = await browser.PostSeveralAsync("/hang-loat", [("Kind", kind.ToString()), .. ids.Select(id => (BatchBar.Chosen, id.ToString()))]);
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Redirect), answer.Html);
        return answer.Location!;
    }

    private async Task<Guid> DraftedAsync()
    {
        var id = await host.ReadyToSignAsync();
        var leader = await host.AsAsync("giam-doc");
        await leader.GetAsync($"/ky/{id}");
        await leader.PostAsync($"/ky/{id}?handler=SendBack", new() { ["Reason"] = "Soạn lại" });
        var specialist = await host.AsAsync("chuyen-vien");
        await specialist.GetAsync($"/du-thao/{id}");
        var answer = await specialist.PostAsync($"/du-thao/{id}", new() { ["Decision"] = "Refuse", ["Reason"] = "Không đủ điều kiện" });
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Redirect));
        return id;
    }

    private async Task<Guid> DraftedAsync(string slug)
    {
        var (id, driver) = (Guid.CreateVersion7(), new DossierDriver(host.Services, [.. host.Actors.Values], slug));
        DossierDriver.Sure("open", await driver.TakeInAsync(id));
        while ((await host.DossierAsync(id)).Work.All(item => item.StepId != "review"))
            DossierDriver.Sure("next", await driver.NextAsync(id));
        return id;
    }

    private async Task AssignedAsync(Guid id, string specialist)
    {
        var head = host.Browser();
        await head.GetAsync("/dang-nhap");
        await head.PostAsync("/dang-nhap", new() { ["Name"] = "truong-phong", ["Password"] = DeskHost.Password });
        await head.GetAsync($"/phan-cong/{id}");
        await head.PostAsync($"/phan-cong/{id}", new() { ["Specialist"] = Account(specialist) });
    }

    private string Account(string name) => host.Actors[name].AccountId!.Value.ToString();

    private async Task<string> CodeAsync(Guid id) => (await host.DossierAsync(id)).Code!;

    private Task RunAsync() => host.Services.GetRequiredService<BatchRunner>().RunAsync(CancellationToken.None);

    private Task<List<Guid>> ItemsAsync(string page)
    {
        var batch = Guid.Parse(page.Split('/')[^1]);
        return CountAsync(db => db.BatchItems.Where(item => item.BatchId == batch).OrderBy(item => item.Ordinal).Select(item => item.Id).ToListAsync());
    }

    private Task<T> CountAsync<T>(Func<OfficeDbContext, Task<T>> work) => host.AtDeskAsync(desk => work(desk.GetRequiredService<OfficeDbContext>()));

    /// <summary>The values of the boxes of a name that are ticked.</summary>
    private static List<string> Ticked(string html, string name) =>
        [
            .. html.Split("<input ")
                .Select(part => part.Split('>')[0])
                .Where(box => box.Contains($"name=\"{name}\"", StringComparison.Ordinal) && box.Contains("checked=", StringComparison.Ordinal))
                .Select(box => box.Split("value=\"")[1].Split('"')[0]),
        ];
}
