using System.Net;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.Tests.Files;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Doors;

/// <summary>Whoever denounces and has no internet brings or posts what was asked; the counter takes it in without coming to know who it is.</summary>
public sealed class HiddenSupplementTests
{
    private const string PaperReason = "Lý do của giấy tờ";
    private const string FieldReason = "Lý do của mục khai";
    private DoorHost host = null!;
    private Dossier dossier = null!;
    private PageVisitor specialist = null!;
    private PageVisitor clerk = null!;

    [OneTimeSetUp]
    public async Task LogInAsync()
    {
        host = await DoorHost.StartAsync();
        specialist = new PageVisitor(await host.LoggedInAsync("thanh-tra-vien"));
        clerk = new PageVisitor(await host.LoggedInAsync("mot-cua-2"));
    }

    [SetUp]
    public async Task AskAsync()
    {
        dossier = await host.AssignedAsync();
        await specialist.OpenAsync($"/bo-sung/{dossier.Id}");
        await specialist.SendAsync(
            $"/bo-sung/{dossier.Id}",
            ("ask", "Paper:evidence"),
            ("reason.Paper.evidence", PaperReason),
            ("ask", "Field:evidence"),
            ("reason.Field.evidence", FieldReason),
            ("ask", "Field:duplicateOf"),
            ("reason.Field.duplicateOf", "Nếu có"),
            ("reason", "Chưa rõ"),
            ("answerBy", "31/12/2049"),
            ("SeenQuestion", "AppointedDayFar:2049-12-31")
        );
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await host.DisposeAsync();

    private string Page => $"/mot-cua/bo-sung/{dossier.Id}";

    [Test]
    public async Task APaperAndAFieldOfOneKey_HaveEachTheirReason()
    {
        var asked = (await host.FindAsync(dossier.Id))!.UnansweredSupplement!;

        Assert.That(
            asked.Items.Where(item => item.Key == "evidence").Select(item => (item.Target, item.Reason)),
            Is.EquivalentTo(new[] { (SupplementTarget.Paper, PaperReason), (SupplementTarget.Field, FieldReason) })
        );
    }

    [Test]
    public async Task ByTheCodeOrAWrongReference_TheCounterIsShownNothing()
    {
        var byCode = await clerk.OpenAsync($"/mot-cua?ma={dossier.Code}");
        var unknown = await clerk.OpenAsync("/mot-cua?ma=000.00.17.H24-260302-9999");
        var answer = await clerk.OpenAsync(byCode.Location!);

        Assert.That(byCode.Location, Is.EqualTo($"/tim?q={dossier.Code}"), "as of a code that nobody has");
        Assert.That(unknown.Location, Is.EqualTo("/tim?q=000.00.17.H24-260302-9999"));
        Assert.That(answer.Text, Does.Contain("giữ bí mật người gửi không mở được bằng mã hồ sơ").And.Contain("mã tra cứu"));
        foreach (var address in new[] { Page, $"{Page}?ma={dossier.Code}", $"{Page}?ma=2345-6789-ABCD", $"{Page}?ma={host.Settled.Reference}" })
            Assert.That((await clerk.OpenAsync(address)).Status, Is.EqualTo(HttpStatusCode.NotFound), address);

        Assert.That((await specialist.OpenAsync($"{Page}?ma={dossier.Reference}")).Location, Does.Contain("/loi/403"));
    }

    [Test]
    public async Task ByTheReference_TheCounterTakesItIn_AndIsNotShownTheSender()
    {
        var scanned = await clerk.OpenAsync($"/mot-cua?ma={dossier.Reference}");
        var page = await clerk.OpenAsync(scanned.Location!);
        var taken = await clerk.SendFilesAsync(
            scanned.Location!,
            [("evidence", "Thư tay ngày 02/02"), ("papers.evidence.originals", "2"), ("papers.evidence.copies", "2"), ("channel", "Post"), ("go", "supply")],
            ("papers.evidence", "Thư.pdf", SamplePdf.OnePage)
        );
        var done = await clerk.OpenAsync(taken.Location!);
        var receipt = await clerk.OpenAsync($"{taken.Location}&handler=Slip");
        var scannedAgain = await clerk.OpenAsync($"/mot-cua?ma={dossier.Reference}");
        var again = await clerk.OpenAsync(scannedAgain.Location!);

        var after = (await host.FindAsync(dossier.Id))!;
        string[] secrets = [dossier.Applicant.Name, dossier.Applicant.Address, dossier.Applicant.IdentityNumber, dossier.Form["evidence"]!];
        Assert.That(page.Text, Does.Contain(PaperReason).And.Contain(FieldReason).And.Contain("papers.evidence.originals"));
        Assert.That(secrets.Where(secret => page.Text.Contains(secret, StringComparison.Ordinal)), Is.Empty);
        Assert.That(secrets.Where(secret => done.Text.Contains(secret, StringComparison.Ordinal)), Is.Empty);
        Assert.That(taken.Location, Is.EqualTo(scanned.Location));
        Assert.That(
            (after.Form["evidence"], after.Supplements[^1].AnsweredBy, after.Papers.Count(paper => paper.Round == 1)),
            Is.EqualTo(("Thư tay ngày 02/02", SubmissionChannel.Post, 2))
        );
        Assert.That((receipt.Status, receipt.Response.Content.Headers.ContentType!.MediaType), Is.EqualTo((HttpStatusCode.OK, "application/pdf")));
        Assert.That(
            await PdfText.OfAsync(receipt),
            Does.Contain("giữ bí mật người gửi").And.Not.Contain(dossier.Applicant.Name).And.Contain("Thư tay ngày 02/02").And.Contain("(để trống)")
        );
        Assert.That((await clerk.OpenAsync($"/ho-so/{dossier.Id}")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((string[])[page.Text, done.Text, again.Text], Is.All.Not.Contain($"/ho-so/{dossier.Id}"), "no link that leads to nothing");
        Assert.That((again.Status, again.Text.Contains("handler=Slip", StringComparison.Ordinal)), Is.EqualTo((HttpStatusCode.OK, true)), "printed again");
    }

    [Test]
    public async Task ASecondWindow_IsToldOfTheReference_NotToOpenTheDossier()
    {
        var other = new PageVisitor(await host.LoggedInAsync("mot-cua-2"));
        var address = $"{Page}?ma={dossier.Reference}";
        (string, string)[] typed =
        [
            ("evidence", "Thư tay"),
            ("papers.evidence.originals", "2"),
            ("papers.evidence.copies", "2"),
            ("channel", "Post"),
            ("go", "supply"),
        ];
        await clerk.OpenAsync(address);
        await other.OpenAsync(address);
        await clerk.SendAsync(address, typed);

        var late = await other.SendAsync(address, typed);

        Assert.That(late.Status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(late.Text, Does.Contain("Quét lại mã tra cứu").And.Not.Contain("Hãy mở hồ sơ"));
    }

    [Test]
    public async Task EverySlip_OfADossierThatHidesItsSender_NamesNobody()
    {
        var asked = (await host.FindAsync(dossier.Id))!;
        Assert.That(asked.Slips.Select(slip => slip.Kind), Is.EqualTo((SlipKind[])[SlipKind.Receipt, SlipKind.Supplement]));
        string[] secrets = [dossier.Applicant.Name, dossier.Applicant.Address, dossier.Applicant.Phone!];

        foreach (var slip in asked.Slips)
        {
            var paper = await PdfText.OfAsync(host.Services, slip);
            Assert.That(paper, Does.Contain("giữ bí mật người gửi"), slip.Kind.ToString());
            Assert.That(secrets.Where(secret => paper.Contains(secret, StringComparison.Ordinal)), Is.Empty, slip.Kind.ToString());
        }
    }
}
