using System.Net;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Domain.Typed;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Jobs;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Desks;

/// <summary>While the clock stands still, and after an end without a result, no page and no paper gives the date of before.</summary>
public sealed class RestingDateTests
{
    private static readonly SupplementItem[] Items = [new(SupplementTarget.Field, "summary", "Tóm tắt", "Chưa rõ")];

    private DeskHost host = null!;
    private DueOffice office = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        host = await DeskHost.StartAsync(
            settings:
            [
                ("Office:FeeAccounts:vhttdl-hai-phong:Bin", "970403"),
                ("Office:FeeAccounts:vhttdl-hai-phong:Bank", "A bank"),
                ("Office:FeeAccounts:vhttdl-hai-phong:Number", "0011012345678"),
                ("Office:FeeAccounts:vhttdl-hai-phong:Holder", "AN OFFICE"),
            ]
        );
        office = new DueOffice(host);
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await host.DisposeAsync();

    [SetUp]
    public void Morning() => office.Now = DeskHost.Morning;

    [Test]
    public async Task Awaiting_SaysUntilWhenAndThatTheDateIsCountedAnew()
    {
        var dossier = await office.FindAsync(await AskedAsync());

        var last = VietnameseDate.Print(dossier.UnansweredSupplement!.AnswerBy);

        await SaysAsync(dossier, $"chờ bổ sung đến hết ngày {last}; ngày hẹn sẽ tính lại khi nhận được bổ sung");
    }

    [Test]
    public async Task Withdrawn_SaysThatNoDateIsLeft_AndTheLastActStandsFirst()
    {
        var id = await office.AcceptedAsync();
        await office.DoAsync(
            id,
            office.Now.PlusDays(1),
            (dossier, by) => dossier.AskWithdrawal("Đổi kế hoạch", null, by("mot-cua") with { Actor = Actor.ApplicantOf(id, "Người nộp") }),
            (dossier, by) => dossier.ConfirmWithdrawal(by("truong-phong"))
        );
        var dossier = await office.FindAsync(id);

        var tracking = await office.PageAsync(DueOffice.Owner, $"/theo-doi/{dossier.Reference}");
        int At(string act) => tracking.IndexOf(act, StringComparison.Ordinal);

        await SaysAsync(dossier, "Không còn ngày hẹn trả: hồ sơ đã được rút lúc");
        Assert.That(At("Hồ sơ đã được rút"), Is.Positive.And.LessThan(At("Xin rút hồ sơ")), "acts of one moment");
    }

    [Test]
    public async Task Signature_OfALeader_NamesThemOnce()
    {
        var id = await office.SignedAsync(await office.AcceptedAsync(), office.Now.PlusDays(1));
        var dossier = await office.FindAsync(id);

        foreach (var (person, page) in new[] { (DueOffice.Owner, $"/theo-doi/{dossier.Reference}"), ("truong-phong", $"/ho-so/{id}") })
            Assert.That(await office.PageAsync(person, page), Does.Contain("Lãnh đạo Sở").And.Not.Contain("Lãnh đạo Sở, Lãnh đạo Sở"));
    }

    [TestCase(-1, true)]
    [TestCase(0, false)]
    public async Task Supplement_ClosesForPagePostAndJobAtTheSameMinute(int minutes, bool isOpen)
    {
        var dossier = await office.FindAsync(await AskedAsync());
        var address = $"/theo-doi/{dossier.Reference}/bo-sung";
        var owner = await host.AsAsync(DueOffice.Owner);
        await owner.GetAsync(address);
        office.Now = dossier.UnansweredSupplement!.AnswerBy.PlusDays(1).AtMidnight().PlusMinutes(minutes);

        var sent = await owner.PostAsync(address, new() { ["summary"] = "Nội dung vừa gõ", ["go"] = "upload" });
        var tracking = (await owner.GetAsync($"/theo-doi/{dossier.Reference}")).Html;
        var page = await owner.GetAsync(address);
        var ended = await host.AtDeskAsync(desk => ActivatorUtilities.CreateInstance<SupplementExpiry>(desk).ExpireAsync(CancellationToken.None));

        Assert.That(sent.Status, Is.EqualTo(isOpen ? HttpStatusCode.OK : HttpStatusCode.Conflict));
        Assert.That(sent.Html, Does.Contain("Nội dung vừa gõ"), "nothing typed is lost");
        Assert.That(sent.Html.Contains("Đã hết hạn bổ sung", StringComparison.Ordinal), Is.EqualTo(!isOpen));
        Assert.That(page.Status, Is.EqualTo(isOpen ? HttpStatusCode.OK : HttpStatusCode.Redirect));
        Assert.That(tracking.Contains("Đã hết hạn bổ sung", StringComparison.Ordinal), Is.EqualTo(!isOpen));
        Assert.That(tracking.Contains(address, StringComparison.Ordinal), Is.EqualTo(isOpen), "a button that leads nowhere is not offered");
        Assert.That(ended, isOpen ? Is.Zero : Is.Positive);
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task SupplementOver_IsToldAlikeEverywhere_UntilTheDossierIsStopped(bool isEnded)
    {
        var dossier = await office.FindAsync(await AskedAsync());
        office.Now = dossier.UnansweredSupplement!.AnswerBy.PlusDays(3).At(new NodaTime.LocalTime(9, 0));
        if (isEnded)
            await host.AtDeskAsync(desk => ActivatorUtilities.CreateInstance<SupplementExpiry>(desk).ExpireAsync(CancellationToken.None));
        var tracking = $"/theo-doi/{dossier.Reference}";

        foreach (
            var (person, page) in new[]
            {
                (DueOffice.Owner, tracking),
                (DueOffice.Owner, tracking + "/thoi-han"),
                ("chuyen-vien", $"/ho-so/{dossier.Id}"),
                ("mot-cua", $"/mot-cua/bien-nhan/{dossier.Id}"),
            }
        )
            Assert.That(
                await office.PageAsync(person, page),
                Does.Contain("hết hạn bổ sung").IgnoreCase.And.Not.Contain("tạm dừng").IgnoreCase.And.Not.Contain("sẽ tính lại"),
                page
            );
        Assert.That(
            await office.PageAsync(DueOffice.Owner, tracking),
            Does.Not.Contain("Còn phải nộp").And.Not.Contain("chưa thu tiền trực tuyến").And.Not.Contain("hd-lead")
        );
        Assert.That(await office.PageAsync("mot-cua", $"/mot-cua/bien-nhan/{dossier.Id}"), Does.Not.Contain("Phí, lệ phí"));
        Assert.That(await office.PageAsync("chuyen-vien", $"/ho-so/{dossier.Id}"), Does.Contain("Đã hết hạn mà không nhận được bổ sung"));
        foreach (
            var (person, list) in new[] { ("truong-phong", $"/tim?q={Uri.EscapeDataString(dossier.Applicant.Name)}"), (DueOffice.Owner, "/ho-so-cua-toi") }
        )
            Assert.That(await office.BadgeAsync(person, list, dossier.Code!), Is.EqualTo("đã hết hạn bổ sung"), list);
        var json = (await (await host.AsAsync(DueOffice.Owner)).GetAsync(tracking + "/thoi-han/json")).Raw.Content;
        Assert.That(await json.ReadAsStringAsync(), Does.Contain("supplement-over").And.Not.Contain("sẽ tính lại"));
    }

    [Test]
    public async Task Supplement_AskedAfterTheDate_IsSaidToMoveNothing_AskedAnsweredAndOver()
    {
        var (answered, over) = (await AskedLateAsync(), await AskedLateAsync());
        await SaysItAsync(await office.FindAsync(answered), "hồ sơ đã quá hạn");
        await office.DoAsync(answered, office.Now.PlusDays(1), (dossier, by) =>
            dossier.Supply(dossier.Form, by("mot-cua") with { Actor = Actor.ApplicantOf(answered, "Người nộp") })
        );

        await SaysItAsync(await office.FindAsync(answered), "hồ sơ đã quá hạn");
        var dossier = await office.FindAsync(over);
        office.Now = dossier.UnansweredSupplement!.AnswerBy.PlusDays(1).AtMidnight();
        await SaysItAsync(dossier, "hồ sơ đã quá hạn, nay hết hạn bổ sung và chờ dừng xử lý");
    }

    private async Task SaysItAsync(Dossier dossier, string end)
    {
        var tracking = $"/theo-doi/{dossier.Reference}";
        foreach (
            var (person, page) in new[] { (DueOffice.Owner, tracking), (DueOffice.Owner, tracking + "/thoi-han"), ("chuyen-vien", $"/ho-so/{dossier.Id}") }
        )
            Assert.That(
                await office.PageAsync(person, page),
                Does.Contain($"đã qua trước khi yêu cầu bổ sung nên không tính lại; {end}").And.Not.Contain("S-1").And.Not.Contain("Không ghi nhận"),
                page
            );
        Assert.That(await office.PageAsync(DueOffice.Owner, tracking + "/thoi-han"), Does.Contain("Yêu cầu bổ sung khi đã hết thời hạn giải quyết"));
        Assert.That(await office.BadgeAsync(DueOffice.Owner, tracking), Does.StartWith("quá"));
    }

    private async Task<Guid> AskedLateAsync()
    {
        office.Now = DeskHost.Morning;
        var id = await office.AcceptedAsync();
        await office.DoAsync(id, DeskHost.Morning.PlusHours(1), (dossier, by) => dossier.Assign(office.Specialist, null, by("truong-phong")));
        var late = (await office.FindAsync(id)).PromisedDue!.Value.PlusDays(7);
        return await office.DoAsync(id, late, (dossier, by) =>
            dossier.AskSupplement(Items, "Chưa rõ", by("chuyen-vien").Rules.Calendar.OnOrAfter(late.Date.PlusDays(21)), by("chuyen-vien"))
        );
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task Dossier_WhoseSupplementIsOver_WaitsForNobody_AndTheCounterIsToldWhy(bool isEnded)
    {
        var dossier = await office.FindAsync(await AskedAsync());
        office.Now = dossier.UnansweredSupplement!.AnswerBy.PlusDays(1).AtMidnight();
        if (isEnded)
            await host.AtDeskAsync(desk => ActivatorUtilities.CreateInstance<SupplementExpiry>(desk).ExpireAsync(CancellationToken.None));
        var clerk = await host.AsAsync("mot-cua");

        var page = (await clerk.GetAsync($"/ho-so/{dossier.Id}")).Html;
        var taken = await clerk.GetAsync($"/mot-cua/bo-sung/{dossier.Id}");
        var after = (await clerk.GetAsync(taken.Location!)).Html;

        Assert.That(page.Contains("hồ sơ chuyển sang bước dừng giải quyết", StringComparison.Ordinal), Is.EqualTo(!isEnded));
        Assert.That(page, Does.Not.Contain("<p>Đang chờ</p>").And.Not.Contain("hd-sub\">Người nộp hồ sơ<"));
        Assert.That(after, Does.Contain("nên không tiếp nhận bổ sung được nữa"));
    }

    [Test]
    public async Task Withdrawal_WhileTheClockStands_PromisesNoTime_AndRefused_SaysThatTheDossierIsOnlyToBeStopped()
    {
        var running = await office.FindAsync(await office.AcceptedAsync());
        var dossier = await office.FindAsync(await AskedAsync());
        Assert.That(await office.PageAsync(DueOffice.Owner, $"/theo-doi/{running.Reference}/rut"), Does.Contain("thời hạn vẫn được tính"));
        Assert.That(await office.PageAsync(DueOffice.Owner, $"/theo-doi/{dossier.Reference}/rut"), Does.Contain("thời hạn đang dừng"));

        await office.DoAsync(dossier.Id, dossier.UnansweredSupplement!.AnswerBy.PlusDays(1).At(new NodaTime.LocalTime(9, 0)), (asked, by) =>
            asked.AskWithdrawal("Đổi kế hoạch", null, by("mot-cua") with { Actor = Actor.ApplicantOf(asked.Id, "Người nộp") })
        );
        var head = await host.AsAsync("truong-phong");
        var asks = (await head.GetAsync($"/rut-ho-so/{dossier.Id}")).Html;
        var done = await head.PostAsync($"/rut-ho-so/{dossier.Id}?handler=Refuse", new() { ["reason"] = "Đã trình ký" });
        var told = (await head.GetAsync(done.Location!)).Html;

        Assert.That((string[])[asks, told], Is.All.Contains("chỉ còn chờ thông báo dừng giải quyết").And.All.Not.Contains("tiếp tục được giải quyết"));
        Assert.That((await office.FindAsync(dossier.Id)).Status, Is.EqualTo(DossierStatus.AwaitingSupplement));
    }

    [Test]
    public async Task Supplement_OfWhatWasWithdrawn_IsAwaitedNoMore()
    {
        var id = await AskedAsync();
        await office.DoAsync(
            id,
            DeskHost.Morning.PlusDays(1),
            (dossier, by) => dossier.AskWithdrawal("Đổi kế hoạch", null, by("mot-cua") with { Actor = Actor.ApplicantOf(id, "Người nộp") }),
            (dossier, by) => dossier.ConfirmWithdrawal(by("truong-phong"))
        );

        Assert.That(await office.PageAsync("chuyen-vien", $"/ho-so/{id}"), Does.Contain("Hồ sơ kết thúc trước khi bổ sung"));
    }

    [Test]
    public async Task Fee_IsPaidToWhoeverTakesIt_AndAskedOnceItCanBePaid()
    {
        var id = await office.AcceptedAsync();
        var tracking = $"/theo-doi/{(await office.FindAsync(id)).Reference}";
        var before = await office.PageAsync(DueOffice.Owner, tracking);
        await office.DoAsync(
            id,
            DeskHost.Morning.PlusHours(1),
            (dossier, by) => dossier.Assign(office.Specialist, null, by("truong-phong")),
            (dossier, by) =>
                dossier.Appraise(
                    "appraise",
                    [.. by("chuyen-vien").Rules.Procedure.Checks.Select(check => new CheckResult(check.Key, true, null))],
                    "Done",
                    null,
                    by("chuyen-vien")
                )
        );
        var counter = host.Services.GetRequiredService<ProcedureCatalogue>().Organisation.NameOf(Units.Counter);
        var dossier = await office.FindAsync(id);
        var transfer = $"HS {VietnameseText.Bare(dossier.Code!).ToUpperInvariant()}";
        var asked = await office.PageAsync(DueOffice.Owner, tracking);

        Assert.That(before, Does.Contain("Chưa phải nộp bây giờ").And.Not.Contain("Nộp tại"));
        Assert.That(before, Does.Not.Contain("VietQR"), "a fee that may change yet");
        Assert.That(asked, Does.Contain($"Nộp tại {counter} và nói mã hồ sơ"));
        Assert.That(asked, Does.Contain($"{VietnameseNumber.Print(dossier.FeesDue)} đồng, nội dung {transfer}").And.Contain("0011012345678"));
        Assert.That(await office.PageAsync("mot-cua", $"/thu-phi/{id}"), Does.Contain(transfer), "whoever pays at the desk scans it there");
        Assert.That(dossier.Status, Is.EqualTo(DossierStatus.AwaitingPayment));
        Assert.That((await (await host.AsAsync("mot-cua")).GetAsync($"/thu-phi/{id}")).Status, Is.EqualTo(HttpStatusCode.OK), "whom the sentence names");
        Assert.That((await (await host.AsAsync("chuyen-vien")).GetAsync($"/thu-phi/{id}")).Status, Is.Not.EqualTo(HttpStatusCode.OK), "whom it does not");
    }

    [Test]
    public async Task PageAfterSending_PromisesAnAnswerWhileOneIsOwed_AndLeadsToTrackingAfterwards()
    {
        var accepted = await office.FindAsync(await office.AcceptedAsync());
        var waiting = await office.FindAsync(await office.SubmittedAsync());
        var owner = await host.AsAsync(DueOffice.Owner);

        var promise = await owner.GetAsync($"/theo-doi/{waiting.Reference}/da-nop");
        var goneOn = await owner.GetAsync($"/theo-doi/{accepted.Reference}/da-nop");
        office.Now = waiting.AnswerDue!.Value.PlusMinutes(1);
        var late = await owner.GetAsync($"/theo-doi/{waiting.Reference}/da-nop");

        Assert.That(promise.Html, Does.Contain("trả lời chậm nhất lúc " + VietnameseDate.Print(waiting.AnswerDue.Value)));
        Assert.That(goneOn.Location, Is.EqualTo($"/theo-doi/{accepted.Reference}"));
        Assert.That(late.Location, Is.EqualTo($"/theo-doi/{waiting.Reference}"), "a promise that was broken is none");
    }

    private async Task<Guid> AskedAsync() =>
        await office.DoAsync(
            await office.AcceptedAsync(),
            DeskHost.Morning.PlusHours(1),
            (dossier, by) => dossier.Assign(office.Specialist, null, by("truong-phong")),
            (dossier, by) => dossier.AskSupplement(Items, "Chưa rõ", DeskHost.Morning.Date.PlusDays(21), by("chuyen-vien"))
        );

    private async Task SaysAsync(Dossier dossier, string words)
    {
        var date = VietnameseDate.Print(dossier.PromisedDue!.Value);
        foreach (
            var (person, page) in new[]
            {
                (DueOffice.Owner, $"/theo-doi/{dossier.Reference}"),
                (DueOffice.Owner, $"/theo-doi/{dossier.Reference}/thoi-han"),
                ("truong-phong", $"/ho-so/{dossier.Id}"),
                ("mot-cua", $"/mot-cua/bien-nhan/{dossier.Id}"),
            }
        )
            Assert.That(await office.PageAsync(person, page), Does.Contain(words).And.Not.Contain(date), page);
        var list = await office.PageAsync("truong-phong", $"/tim?q={Uri.EscapeDataString(dossier.Applicant.Name)}");
        var row = list[list.IndexOf(dossier.Code!, StringComparison.Ordinal)..];
        Assert.That(row[..row.IndexOf("</tr>", StringComparison.Ordinal)], Does.Contain("hd-due").And.Not.Contain(date), "lists");
    }
}
