using System.Net;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.OneStop.Features.Assignment;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Desks;

public sealed partial class StepPageTests
{
    private DeskHost host = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => host = await DeskHost.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await host.DisposeAsync();

    [Test]
    public async Task EachStepPage_DoesItsAct_FromAssignmentToIssue()
    {
        var id = await host.AcceptedDossierAsync();
        await AssignAsync(id, "chuyen-vien");
        var checks = Procedure().Checks.ToDictionary(check => $"checks.{check.Key}", _ => "true");

        await DoneAsync("chuyen-vien", $"/tham-dinh/{id}", checks);
        await DoneAsync(
            "ke-toan",
            $"/thu-phi/{id}",
            new()
            {
                ["Amount"] = "1.500.000",
                ["ReceiptNumber"] = "0000123",
                ["Method"] = "cash",
            }
        );
        await DraftAsync(id);
        await DoneAsync("truong-phong", $"/duyet-du-thao/{id}", []);
        await DoneAsync("giam-doc", $"/ky/{id}", []);
        await DoneAsync("van-thu", $"/phat-hanh/{id}", []);

        var dossier = await host.DossierAsync(id);
        Assert.That(dossier.Status, Is.EqualTo(DossierStatus.ResultReady));
        Assert.That(dossier.Decision!.Number, Does.EndWith("/GP-SVHTTDL"));
        Assert.That(dossier.FeesDue, Is.Zero);
    }

    [Test]
    public async Task Assign_InASecondWindowOfWhoDid_ConflictsSaysSoAndKeepsTheText()
    {
        var id = await host.AcceptedDossierAsync();
        var slow = await host.AsAsync("truong-phong");
        await slow.GetAsync($"/phan-cong/{id}");
        await host.AtDeskAsync(desk =>
            desk.GetRequiredService<AssignDossier>()
                .DoAsync(
                    new AssignDossierRequest(id, null, host.Actors["chuyen-vien-2"].AccountId!.Value, null),
                    host.Actors["truong-phong"],
                    CancellationToken.None
                )
        );

        var answer = await slow.PostAsync($"/phan-cong/{id}", new() { ["Specialist"] = Account("chuyen-vien"), ["Note"] = "Làm trước ngày 12" });

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(answer.Html, Does.Contain("Chính bạn đã xử lý hồ sơ này").And.Contain("Làm trước ngày 12"));
        Assert.That((await host.DossierAsync(id)).Specialist!.AccountId, Is.EqualTo(host.Actors["chuyen-vien-2"].AccountId));
    }

    [Test]
    public async Task Draft_SentBack_ShowsTheReasonWhereTheWorkIsDone_UntilItIsDraftedAgain()
    {
        var id = await host.AcceptedDossierAsync();
        await AssignAsync(id, "chuyen-vien");
        await DoneAsync("chuyen-vien", $"/tham-dinh/{id}", Procedure().Checks.ToDictionary(check => $"checks.{check.Key}", _ => "true"));
        await DoneAsync(
            "ke-toan",
            $"/thu-phi/{id}",
            new()
            {
                ["Amount"] = "1.500.000",
                ["ReceiptNumber"] = id.ToString("N"),
                ["Method"] = "cash",
            }
        );
        await DraftAsync(id);
        var head = await host.AsAsync("truong-phong");
        await head.GetAsync($"/duyet-du-thao/{id}");
        await head.PostAsync($"/duyet-du-thao/{id}?handler=SendBack", new() { ["Reason"] = "Sai số lượng bản in" });

        var drafting = await (await host.AsAsync("chuyen-vien")).GetAsync($"/du-thao/{id}");
        await DraftAsync(id);
        var reviewing = await head.GetAsync($"/duyet-du-thao/{id}");

        Assert.That(drafting.Html, Does.Contain("Sai số lượng bản in").And.Contain(host.Actors["truong-phong"].Name + " trả lại dự thảo"));
        Assert.That(reviewing.Html, Does.Not.Contain("Sai số lượng bản in"));
    }

    [Test]
    public async Task Work_OnADossierThatIsWithdrawn_LeadsItsOwnerToWhyItWaits()
    {
        var id = await host.AcceptedDossierAsync();
        await AssignAsync(id, "chuyen-vien");
        var paper = new Paper(
            Guid.CreateVersion7(),
            WithdrawalRequest.PaperKey,
            new string('0', 64),
            "don.pdf",
            "application/pdf",
            9,
            0,
            0,
            host.Clock.GetCurrentInstant()
        );
        await host.AtDeskAsync(desk =>
            desk.GetRequiredService<ActDesk>()
                .DoAsync(id, null, host.Actors["mot-cua"], (dossier, act) => dossier.AskWithdrawal("Đổi ý", paper, act), CancellationToken.None)
        );
        var specialist = await host.AsAsync("chuyen-vien");

        var list = await specialist.GetAsync("/viec-cua-toi");
        var step = await specialist.GetAsync($"/tham-dinh/{id}");

        Assert.That(list.Html, Does.Contain("Chờ giải quyết yêu cầu rút hồ sơ").And.Not.Contain($"/tham-dinh/{id}"));
        Assert.That((step.Status, step.Location), Is.EqualTo((HttpStatusCode.Redirect, $"/ho-so/{id}")));
        Assert.That((await specialist.GetAsync($"/ho-so/{id}")).Html, Does.Contain("xin rút hồ sơ"));
    }

    [TestCase("/ho-so/")]
    [TestCase("/phan-cong/")]
    public async Task DossierOfAnotherDivision_IsNotFound(string page)
    {
        var id = await host.AcceptedDossierAsync();

        var answer = await (await host.AsAsync("phong-khac")).GetAsync(page + id);

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Appraise_BySomebodyItIsNotAssignedTo_IsForbidden()
    {
        var id = await host.AcceptedDossierAsync();
        await AssignAsync(id, "chuyen-vien");

        var answer = await (await host.AsAsync("chuyen-vien-2")).GetAsync($"/tham-dinh/{id}");

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task Appraise_WithOpenChecks_IsRefusedAndKeepsTheAnswers()
    {
        var id = await host.AcceptedDossierAsync();
        await AssignAsync(id, "chuyen-vien");
        var browser = await host.AsAsync("chuyen-vien");
        await browser.GetAsync($"/tham-dinh/{id}");

        var answer = await browser.PostAsync($"/tham-dinh/{id}", new() { ["checks.content"] = "true", ["notes.content"] = "Đã đọc hết bản thảo" });

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(answer.Html, Does.Contain("Đã đọc hết bản thảo"));
        Assert.That((await host.DossierAsync(id)).Checks, Is.Empty);
    }

    [Test]
    public async Task Opinion_AskedInTheMiddleOfAnAppraisal_LosesNothingTyped()
    {
        var id = await host.AcceptedDossierAsync();
        await AssignAsync(id, "chuyen-vien");
        var specialist = await host.AsAsync("chuyen-vien");
        await specialist.GetAsync($"/tham-dinh/{id}");
        var typed = new Dictionary<string, string>
        {
            ["checks.content"] = "true",
            ["notes.content"] = "Đã đọc hết bản thảo",
            ["Note"] = "Còn chờ ý kiến công an",
            ["Agency"] = "police",
            ["Question"] = "Cho ý kiến về nội dung",
            ["AnswerBy"] = "12/09/2025",
        };

        var asked = await specialist.PostAsync($"/tham-dinh/{id}?handler=Opinion", typed);
        var later = await specialist.GetAsync($"/tham-dinh/{id}");

        Assert.That(asked.Html, Does.Contain("Đã gửi lấy ý kiến").And.Contain("Đã đọc hết bản thảo").And.Contain("Còn chờ ý kiến công an"));
        Assert.That(later.Html, Does.Contain("Đã đọc hết bản thảo"));
        Assert.That((await host.DossierAsync(id)).Checks, Is.EqualTo(new[] { new CheckResult("content", true, "Đã đọc hết bản thảo") }));
    }

    [Test]
    public async Task Opinion_AskedOfAnAgency_IsAnsweredAtItsOwnDesk()
    {
        var id = await host.AcceptedDossierAsync();
        await AssignAsync(id, "chuyen-vien");
        var specialist = await host.AsAsync("chuyen-vien");
        await specialist.GetAsync($"/tham-dinh/{id}");
        var asked = await specialist.PostAsync(
            $"/tham-dinh/{id}?handler=Opinion",
            new()
            {
                ["Agency"] = "police",
                ["Question"] = "Cho ý kiến về nội dung",
                ["AnswerBy"] = "12/09/2025",
            }
        );
        var agency = await host.AsAsync("cong-an");
        var work = await agency.GetAsync("/viec-cua-toi");
        var opinion = (await host.DossierAsync(id)).Opinions.Single();
        await agency.GetAsync($"/y-kien/{id}?stepId=opinion:{opinion.Id:N}");

        var answered = await agency.PostAsync($"/y-kien/{id}", new() { ["Answer"] = nameof(OpinionAnswer.Agree), ["Text"] = "Thống nhất" });

        Assert.That(asked.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(work.Html, Does.Contain("Cho ý kiến về nội dung"));
        Assert.That(answered.Status, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That((await host.DossierAsync(id)).Opinions.Single().Answer, Is.EqualTo(OpinionAnswer.Agree));
    }

    [Test]
    public async Task Review_SendBackWithoutReason_IsRefused_WithReason_ReturnsToTheSpecialist()
    {
        var id = await DraftedDossierAsync();
        var head = await host.AsAsync("truong-phong");
        await head.GetAsync($"/duyet-du-thao/{id}");

        var without = await head.PostAsync($"/duyet-du-thao/{id}?handler=SendBack", []);
        var with = await head.PostAsync($"/duyet-du-thao/{id}?handler=SendBack", new() { ["Reason"] = "Sửa phạm vi phát hành" });

        Assert.That(without.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(with.Status, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That((await host.DossierAsync(id)).Work.Single().StepId, Is.EqualTo("draft"));
    }

    [Test]
    public async Task Withdrawal_OfAPaidDossier_TellsTheClerkWhatToSayOfTheFee()
    {
        var (paid, unpaid) = (await host.ReadyToSignAsync(), await host.AcceptedDossierAsync());
        var clerk = await host.AsAsync("mot-cua");

        Assert.That((await clerk.GetAsync($"/rut-ho-so/{paid}")).Html, Does.Contain("Hãy nói với người nộp:").And.Contains("không tự được trả lại"));
        Assert.That((await clerk.GetAsync($"/rut-ho-so/{unpaid}")).Html, Does.Not.Contain("Hãy nói với người nộp"));
    }

    [Test]
    public async Task Preview_ShowsTheTypedDraftAsPdf_AndSavesNothing()
    {
        var id = await AppraisedDossierAsync();
        var browser = await host.AsAsync("chuyen-vien");
        await browser.GetAsync($"/du-thao/{id}");

        var answer = await browser.PostAsync(
            $"/du-thao/{id}?handler=Preview",
            new() { ["Decision"] = "Grant", ["fields.permittedPurpose"] = "Lưu hành nội bộ" }
        );

        Assert.That(answer.Raw.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/pdf"));
        Assert.That((await host.DossierAsync(id)).ResultDraft, Is.Null);
    }

    [Test]
    public async Task Apology_ByTheHead_MovesThePromiseAndPrintsTheLetter()
    {
        var id = await host.AcceptedDossierAsync();
        await AssignAsync(id, "chuyen-vien");
        var before = await host.DossierAsync(id);

        await DoneAsync("truong-phong", $"/xin-loi/{id}", new() { ["NewDate"] = "30/09/2025", ["Reason"] = "Chờ ý kiến của cơ quan phối hợp" });

        var after = await host.DossierAsync(id);
        Assert.That(after.PromisedDue, Is.GreaterThan(before.PromisedDue!.Value));
        Assert.That(after.StatutoryDue, Is.EqualTo(before.StatutoryDue));
        Assert.That(after.Slips.Select(slip => slip.Kind), Does.Contain(SlipKind.Apology));
    }

    private async Task<Guid> AppraisedDossierAsync()
    {
        var id = await host.AcceptedDossierAsync();
        await AssignAsync(id, "chuyen-vien");
        await DoneAsync("chuyen-vien", $"/tham-dinh/{id}", Procedure().Checks.ToDictionary(check => $"checks.{check.Key}", _ => "true"));
        await DoneAsync(
            "ke-toan",
            $"/thu-phi/{id}",
            new()
            {
                ["Amount"] = "1500000",
                ["ReceiptNumber"] = id.ToString("N"),
                ["Method"] = "transfer",
            }
        );
        return id;
    }

    private async Task<Guid> DraftedDossierAsync()
    {
        var id = await AppraisedDossierAsync();
        await DraftAsync(id);
        return id;
    }

    private Task DraftAsync(Guid id) =>
        DoneAsync(
            "chuyen-vien",
            $"/du-thao/{id}",
            new()
            {
                ["Decision"] = "Grant",
                ["fields.permittedCopies"] = "500",
                ["fields.permittedDistribution"] = "Trong trường",
                ["fields.permittedPurpose"] = "Lưu hành nội bộ",
                ["fields.depositCopies"] = "2",
            }
        );

    private Task AssignAsync(Guid id, string specialist) => DoneAsync("truong-phong", $"/phan-cong/{id}", new() { ["Specialist"] = Account(specialist) });

    private async Task DoneAsync(string person, string page, Dictionary<string, string> typed)
    {
        var browser = await host.AsAsync(person);
        var shown = await browser.GetAsync(page);
        Assert.That(shown.Status, Is.EqualTo(HttpStatusCode.OK), page);

        var answer = await browser.PostAsync(page, typed);

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Redirect), page + answer.Html);
    }

    private string Account(string person) => host.Actors[person].AccountId!.Value.ToString();

    private Procedure Procedure() => host.Services.GetRequiredService<Rulebooks>().InForce(Given.Slug, DeskHost.Morning.Date)!.Procedure;
}
