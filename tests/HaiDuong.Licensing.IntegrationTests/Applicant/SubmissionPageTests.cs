using System.Net;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Typed;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.Tests.Files;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;
using static HaiDuong.Licensing.IntegrationTests.Applicant.PermitApplication;

namespace HaiDuong.Licensing.IntegrationTests.Applicant;

public sealed class SubmissionPageTests
{
    private OfficeHost office = null!;
    private PageVisitor visitor = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => office = await OfficeHost.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await office.DisposeAsync();

    [SetUp]
    public void Arrive() => visitor = office.Visitor();

    [TestCase("/")]
    [TestCase("/thu-tuc")]
    [TestCase("/thu-tuc/publishing-permit")]
    [TestCase("/thu-tuc/press-conference")]
    [TestCase("/thu-tuc/foreign-press-conference")]
    [TestCase("/thu-tuc/bts-investment-approval")]
    [TestCase("/thu-tuc/game-point-certificate")]
    [TestCase("/nop-ho-so")]
    [TestCase("/nop-ho-so/press-conference")]
    [TestCase("/nop-ho-so/bts-investment-approval/to-khai")]
    [TestCase("/nop-ho-so/game-point-certificate/to-khai")]
    [TestCase("/tiep-tuc")]
    [TestCase("/tra-cuu/000.00.12.H23-260415-0001")]
    [TestCase("/kiem-tra")]
    public async Task Page_IsPublic(string address) => Assert.That((await visitor.OpenAsync(address)).Status, Is.EqualTo(HttpStatusCode.OK));

    [Test]
    public async Task Submit_WithEverythingRight_GivesTheCodeAndReachesTheCounter()
    {
        var reference = await PrepareAsync(visitor);

        var sent = await visitor.SendAsync($"{Start}/xem-lai/{reference}");
        var done = await visitor.OpenAsync(sent.Location!);
        var progress = await visitor.OpenAsync($"/theo-doi/{reference}");

        var dossier = await FindAsync(reference);
        Assert.That(sent.Location, Is.EqualTo($"/theo-doi/{reference}/da-nop"));
        Assert.That(done.Text, Does.Contain(reference));
        Assert.That(progress.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(dossier!.Status, Is.EqualTo(DossierStatus.AwaitingAcceptance));
        Assert.That(dossier.Applicant.Phone, Is.EqualTo("02203852345"));
        Assert.That(dossier.Papers.Select(paper => (paper.Key, paper.FileName)), Is.EqualTo(new[] { ("manuscript", "Bản thảo.pdf") }));
    }

    [Test]
    public async Task Start_ForAKindThatMayNotFile_Stops()
    {
        var told = await visitor.OpenAsync(Start + "?kind=Individual&go=true");
        var led = await visitor.OpenAsync(Start + "?kind=Organisation&go=true");

        Assert.That(told.Text, Does.Contain("hd-note-bad"));
        Assert.That(led.Location, Is.EqualTo(Start + "/to-khai?kind=Organisation"));
    }

    [Test]
    public async Task Start_WithoutAKind_AsksForOne_HoweverManyThereAre()
    {
        var told = await visitor.OpenAsync("/nop-ho-so/press-conference?go=true");

        Assert.That(told.Text, Does.Contain("Vui lòng chọn quý vị nộp hồ sơ với tư cách nào.").And.Not.Contain("một trong hai"));
    }

    [TestCase("publishing-permit", "value=\"Organisation\"")]
    [TestCase("denunciation-settlement", "value=\"Individual\"", "value=\"ForeignIndividual\"")]
    [TestCase("press-conference", "value=\"Individual\"", "value=\"Organisation\"")]
    public async Task Start_OffersWhomTheProcedureTakes_AndNobodyElse(string slug, params string[] offered)
    {
        var page = await visitor.OpenAsync($"/nop-ho-so/{slug}");

        string[] kinds = [.. Enum.GetNames<ApplicantKind>().Select(kind => $"value=\"{kind}\"")];
        Assert.That(kinds.Where(page.Text.Contains), Is.EquivalentTo(offered));
    }

    [Test]
    public async Task Start_WithQuestions_StopsWhoWouldBeRefusedAndLeadsToTheOtherProcedure()
    {
        const string extension = "/nop-ho-so/game-point-extension";

        var unanswered = await visitor.OpenAsync($"{extension}?kind=Individual&go=true");
        var late = await visitor.OpenAsync($"{extension}?kind=Individual&valid=yes&twentyDays=no&once=no&go=true");
        var right = await visitor.OpenAsync($"{extension}?kind=Individual&valid=yes&twentyDays=yes&once=no&go=true");

        Assert.That(unanswered.Text, Does.Contain("Vui lòng trả lời câu hỏi này."));
        Assert.That(late.Text, Does.Contain("ít nhất 20 ngày trước khi").And.Contain("href=\"/nop-ho-so/game-point-certificate\""));
        Assert.That(right.Location, Is.EqualTo($"{extension}/to-khai?kind=Individual"));
    }

    [Test]
    public async Task Choose_ByWordsWithoutMarks_FindsTheProcedure()
    {
        var found = await visitor.OpenAsync("/nop-ho-so?tu-khoa=photocopy chuyen nhuong");

        Assert.That(found.Text, Does.Contain("/nop-ho-so/photocopier-transfer").And.Not.Contain("/nop-ho-so/postal-licence"));
    }

    [Test]
    public async Task Declare_WithAWrongField_SaysSoAndKeepsWhatWasTyped()
    {
        await visitor.OpenAsync(Start + "/to-khai");

        var told = await visitor.SendAsync(Start + "/to-khai", [.. Answers.Where(answer => answer.Name != "format"), ("format", "khổ nhỏ")]);

        Assert.That(told.Response.RequestMessage!.Method, Is.EqualTo(HttpMethod.Get), "who comes back here has nothing to send again");
        Assert.That(told.Text, Does.Contain("value=\"khổ nhỏ\"").And.Contain("href=\"#format\"").And.Contain("Kỷ yếu hội thảo văn hóa xứ Đông"));
    }

    [Test]
    public async Task Declare_SentTwice_MakesOneDraft()
    {
        await visitor.OpenAsync(Start + "/to-khai");
        (string, string)[] fields = [.. Answers.Where(answer => answer.Name != "documentTitle"), ("documentTitle", "Gửi hai lần"), ("go", "next")];

        var sent = await Task.WhenAll(visitor.SendAsync(Start + "/to-khai", fields), visitor.SendAsync(Start + "/to-khai", fields));

        var drafts = await office.ReadAsync(db => db.Dossiers.AsNoTracking().ToListAsync());
        Assert.That(sent.Select(page => page.Location).Distinct().Count(), Is.EqualTo(1));
        Assert.That(drafts.Count(draft => draft.Form["documentTitle"] == "Gửi hai lần"), Is.EqualTo(1));
    }

    [Test]
    public async Task Declare_WithAForgedDraftKey_IsRefused()
    {
        await visitor.OpenAsync(Start + "/to-khai");

        var told = await visitor.SendAsync(Start + "/to-khai", [.. Answers, ("draftKey", Guid.CreateVersion7().ToString("N"))]);

        Assert.That(told.Status, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task Declare_WithAnExpiredForm_SaysSoAndShowsWhatWasTyped()
    {
        await visitor.OpenAsync(Start + "/to-khai");

        var told = await visitor.SendAsync(Start + "/to-khai", [.. Answers, ("xsrf", "expired")]);

        Assert.That(told.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(told.Text, Does.Contain("Trang đã mở quá lâu").And.Contain("Kỷ yếu hội thảo văn hóa xứ Đông"));
    }

    [Test]
    public async Task Declare_AddingARow_ShowsOneMore()
    {
        const string address = "/nop-ho-so/bts-investment-approval/to-khai";
        var before = await visitor.OpenAsync(address);

        var after = await visitor.SendAsync(address, ("rows.add", "sites"));

        Assert.That(before.Text, Does.Contain("name=\"sites[0].").And.Not.Contain("name=\"sites[1]."));
        Assert.That(after.Text, Does.Contain("name=\"sites[0]."));
    }

    [Test]
    public async Task Upload_TooLargeAndDisguised_AreRefusedAndTheGoodFileStays()
    {
        var reference = await DeclareAsync(visitor);
        await visitor.OpenAsync($"{Start}/giay-to/{reference}");

        var told = await visitor.SendFilesAsync(
            $"{Start}/giay-to/{reference}",
            [("go", "next")],
            ("papers.manuscript", "tốt.pdf", Pdf),
            ("papers.manuscript", "lớn.pdf", [.. Pdf, .. new byte[21 * 1024 * 1024]]),
            ("papers.manuscript", "ảnh.pdf", Png),
            ("papers.manuscript", "rỗng.pdf", [])
        );

        var dossier = await FindAsync(reference);
        Assert.That(told.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(
            told.Text,
            Does.Contain(Said("UploadTooLarge", "lớn.pdf", 20m))
                .And.Contain(Said("UploadDisguised", "ảnh.pdf", "PNG"))
                .And.Contain(Said("UploadEmpty", "rỗng.pdf"))
        );
        Assert.That(dossier!.Papers.Select(paper => paper.FileName), Is.EqualTo(new[] { "tốt.pdf" }));
    }

    [Test]
    public async Task Upload_OfOneFileUnderTwoNames_ListsBoth_AndTwiceUnderOneNameOnce()
    {
        var reference = await DeclareAsync(visitor);
        await visitor.OpenAsync($"{Start}/giay-to/{reference}");

        await visitor.SendFilesAsync(
            $"{Start}/giay-to/{reference}",
            [("go", "stay")],
            ("papers.manuscript", "bản một.pdf", Pdf),
            ("papers.manuscript", "bản hai.pdf", Pdf),
            ("papers.manuscript", "bản một.pdf", Pdf)
        );
        await visitor.SendFilesAsync($"{Start}/giay-to/{reference}", [("go", "stay")], ("papers.manuscript", "bản hai.pdf", Pdf));

        Assert.That((await FindAsync(reference))!.Papers.Select(paper => paper.FileName), Is.EqualTo(new[] { "bản một.pdf", "bản hai.pdf" }));
    }

    [Test]
    public async Task Upload_WithScriptsInside_IsTaken_AndTheApplicantIsTold()
    {
        var reference = await DeclareAsync(visitor);
        await visitor.OpenAsync($"{Start}/giay-to/{reference}");
        await visitor.SendFilesAsync(
            $"{Start}/giay-to/{reference}",
            [("go", "stay")],
            ("papers.manuscript", "mẫu.pdf", SamplePdf.With("/OpenAction << /S /JavaScript /JS (1) >>"))
        );

        var page = await visitor.OpenAsync($"{Start}/giay-to/{reference}");

        Assert.That((await FindAsync(reference))!.Papers.Single().DownloadOnly, Is.True);
        Assert.That(page.Text, Does.Contain("cán bộ chỉ tải về, không mở trực tiếp"));
    }

    [Test]
    public async Task Upload_Removed_IsGone()
    {
        var reference = await PrepareAsync(visitor);
        var paper = (await FindAsync(reference))!.Papers[0];
        await visitor.OpenAsync($"{Start}/giay-to/{reference}");

        await visitor.SendAsync($"{Start}/giay-to/{reference}", ("remove", paper.Id.ToString()));

        Assert.That((await FindAsync(reference))!.Papers, Is.Empty);
    }

    [Test]
    public async Task Submit_WithoutARequiredPaper_IsRefusedWithALinkToIt()
    {
        var reference = await DeclareAsync(visitor);
        await visitor.OpenAsync($"{Start}/xem-lai/{reference}");

        var told = await visitor.SendAsync($"{Start}/xem-lai/{reference}");

        Assert.That(told.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(told.Text, Does.Contain($"{Start}/giay-to/{reference}#papers_manuscript"));
        Assert.That((await FindAsync(reference))!.Status, Is.EqualTo(DossierStatus.Draft));
    }

    [Test]
    public async Task Submit_OfWhatWasChangedInAnotherWindow_ShowsItFirst()
    {
        var reference = await PrepareAsync(visitor);
        var seen = visitor.Hidden["seenRevision"];
        await visitor.OpenAsync($"{Start}/to-khai/{reference}");
        await visitor.SendAsync(
            $"{Start}/to-khai/{reference}",
            [.. Answers.Select(answer => answer.Name == "copies" ? ("copies", "2.500") : answer), ("go", "draft")]
        );

        var told = await visitor.SendAsync($"{Start}/xem-lai/{reference}", ("seenRevision", seen));
        var left = (await FindAsync(reference))!.Status;
        var sent = await visitor.SendAsync($"{Start}/xem-lai/{reference}");

        Assert.That(told.Status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(told.Text, Does.Contain("2.500"));
        Assert.That(left, Is.EqualTo(DossierStatus.Draft));
        Assert.That(sent.Location, Is.EqualTo($"/theo-doi/{reference}/da-nop"));
    }

    [Test]
    public async Task Submit_PressedTwice_SubmitsOnce()
    {
        var reference = await PrepareAsync(visitor);

        var sent = await Task.WhenAll(visitor.SendAsync($"{Start}/xem-lai/{reference}"), visitor.SendAsync($"{Start}/xem-lai/{reference}"));

        var dossier = await FindAsync(reference);
        var lines = await office.ReadAsync(db => db.History.CountAsync(line => line.DossierId == dossier!.Id && line.Act == DossierAct.Submit));
        Assert.That(sent.Select(page => page.Location), Is.All.EqualTo($"/theo-doi/{reference}/da-nop"));
        Assert.That(lines, Is.EqualTo(1));
    }

    private static string Said(string code, params object[] args) => new Refusal(code, null, args).Sentence;

    private Task<Dossier?> FindAsync(string reference) =>
        office.ReadAsync(db => db.Dossiers.AsNoTracking().SingleOrDefaultAsync(dossier => dossier.Reference == reference));
}
