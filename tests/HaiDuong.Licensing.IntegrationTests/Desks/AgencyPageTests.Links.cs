using System.Net;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Notices;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Features.Assignment;
using HaiDuong.Licensing.OneStop.Identity;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.Tests.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Desks;

/// <summary>Trả lời qua liên kết: what a body without an account finds behind its link.</summary>
public sealed partial class AgencyPageTests
{
    private const string Police = "Công an huyện Gia Lộc";

    [Test]
    public async Task Link_ShowsWhatWasTicked_TakesOneAnswer_AndThenItsReceiptAlone()
    {
        var (id, link) = await LinkedAsync();
        var body = host.Browser("203.0.113.7");

        var page = await body.GetAsync(link);
        var paper = (await host.DossierAsync(id)).Papers.Single(one => one.Key == "manuscript").Id;
        var other = (await host.DossierAsync(id)).Papers.First(one => one.Key != "manuscript").Id;
        var given = await body.GetAsync($"{link}?handler=Paper&paperId={paper}");
        var hidden = await body.GetAsync($"{link}?handler=Paper&paperId={other}");
        await body.GetAsync(link);
        var refused = await body.PostFileAsync(
            link,
            new() { ["Answer"] = nameof(OpinionAnswer.Disagree), ["SignerName"] = "Trần Văn B" },
            "attach.files",
            "cong-van.pdf",
            [.. SamplePdf.OnePage, .. "% linked\n"u8]
        );
        var kept = refused.Html.Split("name=\"attach.kept\" value=\"")[1].Split('"')[0];
        Dictionary<string, string> typed = new()
        {
            ["Answer"] = nameof(OpinionAnswer.Disagree),
            ["Text"] = "Gần kho đạn",
            ["SignerName"] = "Trần Văn B",
            ["SignerPost"] = "Phó Trưởng Công an huyện",
            ["attach.kept"] = kept,
        };
        var done = await body.PostAsync(link, typed);
        var twice = await body.PostAsync(link, typed);
        var receipt = await body.GetAsync(link);
        var late = await body.PostAsync(link, new(typed) { ["Text"] = "Đổi ý", ["ActKey"] = Guid.CreateVersion7().ToString() });
        var dossier = await host.DossierAsync(id);

        Assert.That(page.Html, Does.Contain("Kỷ yếu 100 năm").And.Contain("ban-thao.pdf").And.Contain(Police).And.Not.Contain("0100109106"));
        Assert.That(
            Header(page, "Referrer-Policy") + Header(page, "X-Robots-Tag") + Header(page, "Cache-Control"),
            Is.EqualTo("no-referrernoindex, nofollow, noarchiveno-store")
        );
        Assert.That((given.Status, hidden.Status), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.NotFound)));
        Assert.That((refused.Status, Header(refused, "Cache-Control")), Is.EqualTo((HttpStatusCode.UnprocessableEntity, "no-store")));
        Assert.That(refused.Html, Does.Contain(new Refusal("OpinionSignerMissing").Sentence).And.Contain(new Refusal("ReasonRequired").Sentence));
        Assert.That((done.Location, twice.Location), Is.EqualTo((link, link)), "a form that is sent twice is one answer");
        Assert.That(receipt.Html, Does.Contain("Đã nhận ý kiến của quý cơ quan lúc 09:0").And.Not.Contain("Gần kho đạn").And.Not.Contain("ban-thao.pdf"));
        Assert.That(late.Html, Does.Contain("chưa được ghi").And.Contain("Đổi ý"));
        Assert.That((dossier.Opinions[0].Text, dossier.Opinions[0].Way), Is.EqualTo(("Gần kho đạn", OpinionWay.Link)));
        Assert.That(
            dossier.Attachments.Select(file => (file.Title, file.Unit)),
            Is.EqualTo(new[] { ($"Văn bản trả lời của {Police}", dossier.Opinions[0].AgencyKey) })
        );
        Assert.That(
            (await (await host.AsAsync("chuyen-vien")).GetAsync($"/ho-so/{id}")).Html,
            Does.Contain("Trần Văn B, Phó Trưởng Công an huyện").And.Contain("qua liên kết")
        );
        Assert.That(
            await host.AtDeskAsync(desk =>
                desk.GetRequiredService<OfficeDbContext>()
                    .SecurityEvents.Where(line => line.Name == Police && line.About.Contains(dossier.Code!))
                    .Select(line => line.Kind)
                    .ToListAsync()
            ),
            Is.EquivalentTo((SecurityEventKind[])[SecurityEventKind.OpinionLinkOpened, SecurityEventKind.OpinionLinkPaper]),
            "a visit is one line, and each paper"
        );
    }

    [Test]
    public async Task Link_ThatOpensNothing_SaysWhy_AndTheBodyIsAskedAgainByANewOne()
    {
        var (id, link) = await LinkedAsync();
        var (body, specialist) = (host.Browser("203.0.113.8"), await host.AsAsync("chuyen-vien"));
        var opinion = (await host.DossierAsync(id)).Opinions[0].Id;

        var staff = await specialist.GetAsync(link);
        var unknown = await body.GetAsync(OpinionLinks.Folder + new string('A', 43));
        await specialist.GetAsync($"/y-kien/{id}?opinionId={opinion}");
        var taken = await specialist.PostAsync($"/y-kien/{id}?handler=Withdraw", new() { ["Reason"] = "Sai địa chỉ" });
        var revoked = await body.GetAsync(link);
        var form = await specialist.GetAsync($"/tham-dinh/{id}?hoi-lai={opinion}");
        var again = await specialist.PostAsync(
            $"/tham-dinh/{id}?handler=Opinion",
            new()
            {
                ["AgainReason"] = "Gửi lại đúng địa chỉ",
                ["BodyEmail"] = "truc@gialoc.example",
                ["Question"] = "Đề nghị cho ý kiến",
                ["AnswerBy"] = "2025-09-12",
            }
        );
        var links = await LinksAsync(id);
        var now = await body.GetAsync(links[1]);
        host.Clock.AdvanceDays(5);
        var expired = await body.GetAsync(links[1]);
        host.Clock.AdvanceDays(-5);

        Assert.That(staff.Html, Does.Contain("tài khoản cán bộ").And.Not.Contain("ban-thao.pdf"));
        Assert.That((unknown.Status, unknown.Html.Contains("Không có liên kết này", StringComparison.Ordinal)), Is.EqualTo((HttpStatusCode.NotFound, true)));
        Assert.That((taken.Status, again.Status), Is.EqualTo((HttpStatusCode.Redirect, HttpStatusCode.OK)), taken.Html + again.Html);
        Assert.That(revoked.Html, Does.Contain("đã được thu hồi").And.Not.Contain("ban-thao.pdf").And.Not.Contain(Given.ApplicantName));
        Assert.That(form.Html, Does.Contain($"Hỏi lại {Police}").And.Contain("vanthu@gialoc.example"));
        Assert.That(now.Html, Does.Contain($"Gửi ý kiến của {Police}"));
        Assert.That(expired.Html, Does.Contain("Liên kết đã hết hạn").And.Not.Contain(Given.ApplicantName));
        Assert.That(
            (await specialist.GetAsync($"/tham-dinh/{id}")).Html,
            Does.Contain($"{Police} (truc@gialoc.example)"),
            "offered to the division from now on"
        );
    }

    private static string Header(DeskAnswer answer, string name) => answer.Raw.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : "";

    private async Task<(Guid Id, string Link)> LinkedAsync()
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
                ["Agency"] = "khac",
                ["BodyName"] = Police,
                ["BodyEmail"] = "vanthu@gialoc.example",
                ["Question"] = "Đề nghị cho ý kiến về vị trí",
                ["AnswerBy"] = "2025-09-12",
                ["ShownPapers"] = "manuscript",
                ["ShownFields"] = "documentTitle",
            }
        );
        Assert.That(asked.Status, Is.EqualTo(HttpStatusCode.OK), asked.Html);
        return (id, (await LinksAsync(id)).Single());
    }

    /// <summary>As they stand in the mails that wait to be sent.</summary>
    private Task<List<string>> LinksAsync(Guid id) =>
        host.AtDeskAsync(async desk =>
        {
            var seal = desk.GetRequiredService<OneTimeCodeSeal>();
            var notices = await desk.GetRequiredService<OfficeDbContext>()
                .Notices.AsNoTracking()
                .Where(notice => notice.DossierId == id && notice.Kind == NoticeKind.OpinionLinkSent)
                .OrderBy(notice => notice.Id)
                .ToListAsync();
            return notices.Select(notice => OpinionLinks.Folder + seal.Open(notice.Facts[Notice.SealedFact])).ToList();
        });
}
