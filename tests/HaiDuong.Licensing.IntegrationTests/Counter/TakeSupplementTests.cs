using System.Net;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.Tests.Files;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Counter;

/// <summary>What an applicant brings or posts to answer a request is taken in by the counter, as it would come online.</summary>
public sealed class TakeSupplementTests
{
    private CounterOffice office = null!;
    private PageVisitor clerk = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        office = await CounterOffice.OpenAsync();
        clerk = await office.LogInAsync(CounterOffice.OtherClerk);
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await office.DisposeAsync();

    private static string PageOf(Guid id) => $"/mot-cua/bo-sung/{id}";

    [Test]
    public async Task Scan_OfADossierThatWaits_OpensItsSupplement_ReadyToType()
    {
        var (_, _, id) = await office.AskedAsync("pages");

        var scanned = await clerk.OpenAsync($"/mot-cua?ma={(await office.FindAsync(id)).Reference}");
        var page = await clerk.OpenAsync(scanned.Location!);
        var dossier = await clerk.OpenAsync($"/ho-so/{id}");

        Assert.That(scanned.Location, Is.EqualTo(PageOf(id)));
        Assert.That(page.Text, Does.Match("<input(?=[^>]*name=\"pages\")[^>]*autofocus").And.Not.Contain("name=\"summary\""));
        Assert.That(dossier.Text, Does.Contain($"href=\"{PageOf(id)}\""));
    }

    [Test]
    public async Task Supplement_ByPost_IsTakenInOnce_WithItsReceipt_AndAnotherContentComesTooLate()
    {
        var (_, _, id) = await office.AskedAsync("pages");
        await clerk.OpenAsync(PageOf(id));
        var key = clerk.Hidden["ActKey"];

        var first = await clerk.SendAsync(PageOf(id), ("pages", "118"), ("channel", "Post"), ("go", "supply"));
        var again = await clerk.SendAsync(PageOf(id), ("pages", "118"), ("channel", "Post"), ("go", "supply"));
        var other = await clerk.SendAsync(PageOf(id), ("ActKey", key), ("pages", "119"), ("channel", "Post"), ("go", "supply"));
        var shown = await clerk.OpenAsync(first.Location!);

        var dossier = await office.FindAsync(id);
        var line = dossier.History.Single(line => line.Act == DossierAct.Supply);
        Assert.That((first.Status, again.Status, again.Location), Is.EqualTo((HttpStatusCode.Found, HttpStatusCode.Found, first.Location)));
        Assert.That((other.Status, other.Text.Contains("value=\"119\"", StringComparison.Ordinal)), Is.EqualTo((HttpStatusCode.Conflict, true)));
        Assert.That(
            (dossier.Status, dossier.Form["pages"], dossier.Supplements[^1].AnsweredBy),
            Is.EqualTo((DossierStatus.AwaitingAcceptance, "118", SubmissionChannel.Post))
        );
        Assert.That((line.ActorRole, line.Note), Is.EqualTo((StaffRole.CounterClerk, new Refusal("SuppliedBy.Post").Sentence)));
        Assert.That(shown.Text, Does.Contain(dossier.Slips.Single(slip => slip.Kind == SlipKind.Supplied).FileHash).And.Contain("Qua bưu chính công ích"));
    }

    [Test]
    public async Task Papers_AreCountedAndScanned_AndMissingOnesAreNamed_WithWhatWasTypedKept()
    {
        var (_, _, id) = await office.AskedAsync("pages", "manuscript");
        await clerk.OpenAsync(PageOf(id));

        var told = await clerk.SendAsync(PageOf(id), ("pages", "118"), ("papers.manuscript.copies", "hai"), ("go", "supply"));
        var missing = await clerk.SendAsync(PageOf(id), ("pages", "118"), ("go", "supply"));
        var taken = await clerk.SendFilesAsync(
            PageOf(id),
            [("pages", "118"), ("papers.manuscript.originals", "3"), ("channel", "Counter"), ("go", "supply")],
            ("papers.manuscript", "Bản thảo mới.pdf", SamplePdf.OnePage)
        );

        var dossier = await office.FindAsync(id);
        Assert.That(
            (told.Status, missing.Status, taken.Location),
            Is.EqualTo((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity, PageOf(id)))
        );
        Assert.That(told.Text, Does.Contain("value=\"hai\"").And.Contain("value=\"118\"").And.Contain("href=\"#papers_manuscript_copies\""));
        Assert.That(told.Text, Does.Contain("Số bản sao của “").And.Not.Contain("Chưa có giấy tờ được yêu cầu"));
        Assert.That(missing.Text, Does.Contain("href=\"#papers_manuscript_originals\"").And.Contain("hãy ghi số bản chính").And.Not.Contain("rồi gửi lại"));
        Assert.That(
            dossier.Papers.Where(paper => paper.Round == 1).Select(paper => (paper.Key, paper.FileName, paper.Originals)),
            Is.EquivalentTo(new[] { ("manuscript", "Bản thảo mới.pdf", 0), ("manuscript", (string?)null, 3) })
        );
        Assert.That(
            (dossier.Supplements[^1].AnsweredBy, dossier.Slips.Count(slip => slip.Kind == SlipKind.Supplied)),
            Is.EqualTo((SubmissionChannel.Counter, 1))
        );
    }

    [Test]
    public async Task Papers_FewerThanAsked_AreAskedAboutOnce_AndAnewWhenTheirNumberIsAnother()
    {
        var (_, _, id) = await office.AskedAsync("pages", "manuscript");
        await clerk.OpenAsync(PageOf(id));
        Task<VisitedPage> SendAsync(string originals, string copies) =>
            clerk.SendAsync(
                PageOf(id),
                ("pages", "118"),
                ("papers.manuscript.originals", originals),
                ("papers.manuscript.copies", copies),
                ("channel", "Counter"),
                ("go", "supply")
            );

        var told = await SendAsync("1", "0");
        var corrected = await SendAsync("1", "2");
        var meant = await SendAsync("1", "2");

        Assert.That(told.Text, Does.Contain("mới có 1 bản chính và 0 bản sao").And.Contain("href=\"#papers_manuscript_originals\""));
        Assert.That((told.Status, corrected.Status), Is.EqualTo((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity)));
        Assert.That(corrected.Text, Does.Contain("mới có 1 bản chính và 2 bản sao"));
        Assert.That(meant.Location, Is.EqualTo(PageOf(id)));
    }

    [Test]
    public async Task TooLate_TheCountsStayToBeCopied_AndTheClerkIsSpokenTo()
    {
        var (_, _, id) = await office.AskedAsync("pages", "manuscript");
        var other = await office.LogInAsync(CounterOffice.Clerk);
        await clerk.OpenAsync(PageOf(id));
        await other.OpenAsync(PageOf(id));
        await other.SendAsync(PageOf(id), ("pages", "118"), ("papers.manuscript.originals", "3"), ("go", "supply"));

        var late = await clerk.SendAsync(
            PageOf(id),
            ("pages", "119"),
            ("papers.manuscript.originals", "7"),
            ("papers.manuscript.copies", "5"),
            ("go", "supply")
        );

        Assert.That(late.Status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(late.Text, Does.Contain("value=\"119\"").And.Contain("value=\"7\"").And.Contain("value=\"5\""));
        Assert.That(late.Text, Does.Contain("chuyển cho phòng thụ lý").And.Not.Contain("liên hệ nơi nhận hồ sơ").And.Not.Contain("type=\"file\""));
    }

    [Test]
    public async Task Receipt_TellsWhatWasAnsweredBecauseOfAnAskedAnswer()
    {
        var (_, _, id) = await office.AskedAsync("isTranslation");
        await clerk.OpenAsync(PageOf(id));

        var taken = await clerk.SendAsync(
            PageOf(id),
            ("isTranslation", "true"),
            ("origin", "Bản tiếng Anh 2019"),
            ("translator", "Trần Dịch"),
            ("channel", "Counter"),
            ("go", "supply")
        );

        var slip = (await office.FindAsync(id)).Slips.Last(one => one.Kind == SlipKind.Supplied);
        Assert.That(taken.Status, Is.EqualTo(HttpStatusCode.Found), taken.Text);
        Assert.That(
            await PdfText.OfAsync(await clerk.OpenAsync($"/ho-so/{id}?handler=Slip&hash={slip.FileHash}")),
            Does.Contain("Là tài liệu dịch: Có").And.Contain("Bản tiếng Anh 2019").And.Contain("Trần Dịch")
        );
    }

    [Test]
    public async Task Supplement_IsTakenInByNobodyElse()
    {
        var (_, _, id) = await office.AskedAsync("pages");
        var specialist = await office.LogInAsync(CounterOffice.Specialist);

        var shown = await specialist.OpenAsync(PageOf(id));
        var sent = await specialist.SendAsync(PageOf(id), ("pages", "118"), ("go", "supply"));

        Assert.That((string?[])[shown.Location, sent.Location], Has.All.Contains("/loi/403"));
        Assert.That((await office.FindAsync(id)).Status, Is.EqualTo(DossierStatus.AwaitingSupplement));
    }

    [Test]
    public async Task Page_OfADossierThatWaitsForNothing_LeadsToIt()
    {
        var id = await office.SubmitAsync();

        Assert.That((await clerk.OpenAsync(PageOf(id))).Location, Is.EqualTo($"/ho-so/{id}"));
    }
}
