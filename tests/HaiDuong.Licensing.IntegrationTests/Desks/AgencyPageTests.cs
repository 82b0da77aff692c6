using System.Net;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Features.Assignment;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.Tests.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Desks;

/// <summary>What an agency finds on its pages: what it was asked about, while it is asked; then its own answer.</summary>
public sealed partial class AgencyPageTests
{
    private const string Agency = "tuyen-giao";
    private DeskHost host = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        host = await DeskHost.StartAsync();
        await host.EmployAsync((Agency, StaffRole.ConsultedAgency, "propaganda"));
        await host.HoldLinksAsync();
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await host.DisposeAsync();

    [Test]
    public async Task Agency_SeesWhatWasTicked_UntilItAnswers()
    {
        var id = await AskedAsync("manuscript", "documentTitle");
        var agency = await host.AsAsync(Agency);
        var manuscript = (await host.DossierAsync(id)).Papers.Single(paper => paper.Key == "manuscript").Id;

        var led = await agency.GetAsync($"/ho-so/{id}");
        var paper = await agency.GetAsync($"/ho-so/{id}?handler=Paper&paperId={manuscript}");
        var page = await agency.GetAsync(led.Location!);
        var answered = await agency.PostAsync(led.Location!, new() { ["Answer"] = "Agree", ["Text"] = "Không có ý kiến khác" });

        Assert.That(
            page.Html,
            Does.Contain("Kỷ yếu 100 năm").And.Contain("ban-thao.pdf").And.Not.Contain("Công ty In Hải Dương").And.Not.Contain("0100109106")
        );
        Assert.That((paper.Status, answered.Location), Is.EqualTo((HttpStatusCode.OK, led.Location)));
        var afterwards = await agency.GetAsync(led.Location!);
        Assert.That(
            afterwards.Html,
            Does.Contain("Không có ý kiến khác").And.Not.Contain("Kỷ yếu 100 năm").And.Not.Contain("ban-thao.pdf").And.Not.Contain(Given.ApplicantName)
        );
        Assert.That((await agency.GetAsync($"/ho-so/{id}?handler=Paper&paperId={manuscript}")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await agency.GetAsync("/tim?q=nguyen trai")).Html, Does.Not.Contain(Given.ApplicantName));
    }

    [Test]
    public async Task Agency_AnsweringInASecondWindow_IsToldThatTheFirstAnswerStands_AndKeepsItsText()
    {
        var id = await AskedAsync("manuscript", "documentTitle");
        var page = $"/y-kien/{id}?opinionId={(await host.DossierAsync(id)).Opinions[0].Id}";
        var agency = await host.AsAsync(Agency);
        await agency.GetAsync(page);
        var other = await host.AsAsync(Agency);
        await other.GetAsync(page);
        await agency.PostAsync(page, new() { ["Answer"] = "Agree", ["Text"] = "Không có ý kiến khác" });

        var late = await other.PostAsync(page, new() { ["Answer"] = "Disagree", ["Text"] = "Không đồng ý, gần kho đạn" });
        List<string> every = [];
        foreach (var answer in Enum.GetNames<OpinionAnswer>())
            every.Add((await other.PostAsync(page, new() { ["Answer"] = answer, ["Text"] = "Không đồng ý" })).Html);

        Assert.That(late.Status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(late.Html, Does.Contain("Không có ý kiến khác").And.Contain("Không đồng ý, gần kho đạn").And.Contain("chưa được ghi"));
        Assert.That(every, Is.All.Contain("chưa được ghi").And.All.Not.Contain("Answer."), "the words of every choice, never its key");
        Assert.That((await host.DossierAsync(id)).Opinions[0].Answer, Is.EqualTo(OpinionAnswer.Agree));
    }

    [Test]
    public async Task Agency_DoesNotFindWhatWasNotTicked()
    {
        var id = await AskedAsync("application", "summary");
        var agency = await host.AsAsync(Agency);
        var dossier = await host.DossierAsync(id);

        var page = await agency.GetAsync($"/y-kien/{id}?opinionId={dossier.Opinions[0].Id}");
        var paper = await agency.GetAsync($"/ho-so/{id}?handler=Paper&paperId={dossier.Papers.Single(one => one.Key == "manuscript").Id}");

        Assert.That(page.Html, Does.Contain("Lịch sử nhà trường").And.Not.Contain("Kỷ yếu 100 năm").And.Not.Contain("ban-thao.pdf"));
        Assert.That(paper.Status, Is.EqualTo(HttpStatusCode.NotFound));
        string[] others = [$"/ho-so/{id}?handler=Slip&hash={dossier.Slips[0].FileHash}", $"/ho-so/{id}?handler=Result", $"/ho-so/{id}/thoi-han"];
        foreach (var address in others)
            Assert.That((await agency.GetAsync(address)).Status, Is.EqualTo(HttpStatusCode.NotFound), address);
    }

    [Test]
    public async Task Letter_AttachedToAnAnswer_JoinsWithIt_AndARefusedFormNeedNotChooseItAgain()
    {
        var id = await AskedAsync("manuscript", "documentTitle");
        var page = $"/y-kien/{id}?opinionId={(await host.DossierAsync(id)).Opinions[0].Id}";
        var agency = await host.AsAsync(Agency);
        await agency.GetAsync(page);

        var refused = await agency.PostFileAsync(
            page,
            new() { ["Answer"] = "Agree" },
            "attach.files",
            "cong-van.pdf",
            [.. SamplePdf.OnePage, .. "% letter\n"u8]
        );
        var kept = refused.Html.Split("name=\"attach.kept\" value=\"")[1].Split('"')[0];
        var before = await host.DossierAsync(id);
        var other = await host.AsAsync("chuyen-vien");
        await other.GetAsync($"/dinh-kem/{id}");
        var stolen = await other.PostAsync($"/dinh-kem/{id}", new() { ["attach.title"] = "Công văn", ["attach.kept"] = kept });
        var done = await agency.PostAsync(
            page,
            new()
            {
                ["Answer"] = "Agree",
                ["attach.title"] = "Công văn góp ý",
                ["attach.kept"] = kept,
            }
        );
        var dossier = await host.DossierAsync(id);
        var file = $"/ho-so/{id}?handler=Attachment&attachmentId={dossier.Attachments.Single().Id}";

        Assert.That(refused.Html, Does.Contain(new Refusal("AttachmentTitleMissing").Sentence).And.Contain("cong-van.pdf (đã tải lên"));
        Assert.That((before.Attachments.Count, before.Opinions[0].Answer), Is.EqualTo((0, (OpinionAnswer?)null)), "nothing of a refused form is kept");
        Assert.That(stolen.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity), "a file goes on with its own person alone");
        Assert.That(done.Status, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That((dossier.Opinions[0].Answer, dossier.Attachments[0].Unit), Is.EqualTo(((OpinionAnswer?)OpinionAnswer.Agree, "propaganda")));
        Assert.That((await other.GetAsync($"/ho-so/{id}")).Html, Does.Contain("Giấy tờ do cán bộ đính kèm").And.Contain("Công văn góp ý"));
        Assert.That((await other.GetAsync(file)).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await agency.GetAsync(file)).Status, Is.EqualTo(HttpStatusCode.OK), "its own");
        Assert.That(
            await host.AtDeskAsync(desk =>
                desk.GetRequiredService<OfficeDbContext>()
                    .Database.SqlQuery<int>($"""SELECT count(*)::integer AS "Value" FROM paper_scans WHERE hash = {dossier.Attachments[0].FileHash}""")
                    .SingleAsync()
            ),
            Is.EqualTo(1),
            "it waits for the virus scanner like every paper"
        );
        Assert.That(
            await host.AtDeskAsync(async desk => (await desk.GetRequiredService<NamedFiles>().PapersAsync([dossier.Attachments[0].FileHash], default)).Count),
            Is.EqualTo(1),
            "and is not swept away"
        );
    }

    [Test]
    public async Task Attachment_TakenAway_IsGivenToNobody_AndStaysWritten()
    {
        var id = await host.AcceptedDossierAsync();
        var clerk = await host.AsAsync("mot-cua");
        await clerk.GetAsync($"/dinh-kem/{id}");
        await clerk.PostFileAsync($"/dinh-kem/{id}", new() { ["attach.title"] = "Ảnh nhầm" }, "attach.files", "anh.pdf", SamplePdf.OnePage);
        var attachment = (await host.DossierAsync(id)).Attachments.Single().Id;

        await clerk.GetAsync($"/dinh-kem/{id}");
        var removed = await clerk.PostAsync(
            $"/dinh-kem/{id}?handler=Remove",
            new() { ["attachmentId"] = attachment.ToString(), ["reason"] = "Của hồ sơ khác" }
        );

        Assert.That(removed.Status, Is.EqualTo(HttpStatusCode.Redirect), removed.Html);
        Assert.That((await clerk.GetAsync($"/ho-so/{id}")).Html, Does.Contain("<s>Ảnh nhầm</s>").And.Contain("Của hồ sơ khác"));
        Assert.That((await clerk.GetAsync($"/ho-so/{id}?handler=Attachment&attachmentId={attachment}")).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    private async Task<Guid> AskedAsync(string paper, string field)
    {
        var id = await host.AcceptedDossierAsync();
        await host.AtDeskAsync(desk =>
            desk.GetRequiredService<AssignDossier>()
                .DoAsync(new(id, null, host.Actors["chuyen-vien"].AccountId!.Value, null), host.Actors["truong-phong"], CancellationToken.None)
        );
        var specialist = await host.AsAsync("chuyen-vien");
        await specialist.GetAsync($"/tham-dinh/{id}");
        var asked = await specialist.PostAsync(
            $"/tham-dinh/{id}?handler=Opinion",
            new()
            {
                ["Agency"] = "propaganda",
                ["Question"] = "Đề nghị cho ý kiến về nội dung",
                ["AnswerBy"] = "2025-09-12",
                ["ShownPapers"] = paper,
                ["ShownFields"] = field,
            }
        );
        Assert.That(asked.Status, Is.EqualTo(HttpStatusCode.OK), asked.Html);
        return id;
    }
}
