using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Typed;
using HaiDuong.Licensing.IntegrationTests.Applicant;
using HaiDuong.Licensing.IntegrationTests.Support;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Counter;

public sealed class TakeInPageTests
{
    private const string Page = "/mot-cua/tiep-nhan/publishing-permit";

    private CounterOffice office = null!;
    private PageVisitor clerk = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        office = await CounterOffice.OpenAsync();
        clerk = await office.LogInAsync(CounterOffice.Clerk);
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await office.DisposeAsync();

    private static IEnumerable<(string Name, string Value)> Typed(string applicant) =>
        [
            .. PermitApplication.Answers.Where(answer => answer.Name is not ("applicant.name" or "applicant.identityNumber" or "documentTitle" or "returnBy")),
            // Each test is about a dossier of its own, by its applicant.
            ("applicant.identityNumber", $"{PermitApplication.TaxCode}-{applicant.Sum(letter => letter) % 1000:000}"),
            ("documentTitle", $"Kỷ yếu của {applicant}"),
            ("applicant.kind", nameof(ApplicantKind.Organisation)),
            ("applicant.name", applicant),
            ("returnBy", nameof(ReturnBy.Counter)),
            ("intake.channel", nameof(SubmissionChannel.Post)),
            ("papers.application.originals", "1"),
            ("papers.manuscript.originals", "3"),
        ];

    /// <summary>The fee depends on the pages: what it is stands on the page before the dossier is taken in.</summary>
    private async Task SeeFeesAsync(string applicant)
    {
        await clerk.OpenAsync(Page);
        var shown = await clerk.SendAsync(Page, Typed(applicant));
        Assert.That((shown.Status, clerk.Hidden["intake.fees"]), Is.EqualTo((HttpStatusCode.OK, "1950000")), shown.Text);
        Assert.That(await office.CountAsync(applicant), Is.Zero);
    }

    [TestCase("publishing-permit")]
    [TestCase("press-conference")]
    [TestCase("foreign-press-conference")]
    [TestCase("bts-investment-approval")]
    [TestCase("game-point-certificate")]
    public async Task Form_OfEachProcedure_Opens(string slug) =>
        Assert.That((await clerk.OpenAsync($"/mot-cua/tiep-nhan/{slug}")).Status, Is.EqualTo(HttpStatusCode.OK));

    [Test]
    public async Task Question_JustShown_IsNoErrorYet()
    {
        const string page = "/mot-cua/tiep-nhan/printing-licence";
        const string wrong = "hd-field-wrong";
        await clerk.OpenAsync(page);

        var scanned = await clerk.SendAsync(page, ("intake.number", "0101234567"), ("go", "begin"));
        var leftOut = await clerk.SendAsync(page, ("intake.number", "0101234567"), ("go", "begin"));
        var answered = await clerk.SendAsync(page, ("intake.number", "0101234567"), ("kind", "yes"), ("go", "begin"));

        Assert.That(scanned.Text, Does.Contain("Trả lời câu hỏi dưới đây").And.Not.Contain(wrong));
        Assert.That(leftOut.Text, Does.Contain(wrong).And.Contain("Vui lòng trả lời câu hỏi này."));
        Assert.That(answered.Text, Does.Contain("id=\"people\""));
    }

    [TestCase("0800011018")]
    [TestCase("0800011018-001")]
    public async Task TaxCode_WhereOnlyPersonsFile_IsAskedAbout_AndNeverReadAsAPassport(string number)
    {
        const string page = "/mot-cua/tiep-nhan/denunciation-settlement";
        await clerk.OpenAsync(page);

        var told = await clerk.SendAsync(page, ("intake.number", number), ("go", "begin"));
        var passport = await clerk.SendAsync(page, ("intake.number", number), ("intake.kind", "ForeignIndividual"), ("go", "begin"));

        Assert.That(told.Text, Does.Contain("Số này là mã số thuế của tổ chức").And.Contain($"value=\"{number}\"").And.Not.Contain("id=\"people\""));
        Assert.That(passport.Text, Does.Contain("id=\"people\""));
    }

    [Test]
    public async Task PersonsNumber_WhereOnlyOrganisationsFile_IsRefusedInWords()
    {
        const string page = "/mot-cua/tiep-nhan/printing-licence";
        await clerk.OpenAsync(page);

        var told = await clerk.SendAsync(page, ("intake.number", "030085001234"), ("kind", "yes"), ("go", "begin"));

        Assert.That(told.Text, Does.Contain("Số này là số định danh của cá nhân").And.Not.Contain("id=\"people\""));
    }

    [Test]
    public async Task WrongCount_IsNamedByItsBox_AndNotCalledMissingAsWell()
    {
        await clerk.OpenAsync(Page);

        var told = await clerk.SendAsync(
            Page,
            [.. Typed("Hội Luật gia tỉnh").Where(field => field.Name != "papers.manuscript.originals"), ("papers.manuscript.originals", "ba")]
        );

        Assert.That(
            told.Text,
            Does.Contain("Số bản chính của “").And.Contain("href=\"#papers_manuscript_originals\"").And.Not.Contain("href=\"#papers_manuscript\"")
        );
    }

    /// <summary>Owner, abstract, papers and what the fee counts: code and date at once, the rest later, and nothing is appraised before.</summary>
    [Test]
    public async Task Brief_IsTakenInWithItsReceipt_MarkedUntilItIsTypedToTheEnd()
    {
        const string applicant = "Hội Sinh vật cảnh huyện Tứ Kỳ";
        await clerk.OpenAsync($"{Page}?nhanh=true");
        (string Name, string Value)[] typed = [.. Typed(applicant).Where(one => one.Name is not ("documentTitle" or "summary")), ("nhanh", "true")];

        var without = await clerk.SendAsync(Page, typed);
        typed = [.. typed, ("intake.abstract", "Xin giấy phép xuất bản kỷ yếu")];
        var counted = await clerk.SendAsync(Page, [.. typed.Where(one => one.Name != "standardPages"), ("standardPages", "1000"), ("go", "fees")]);
        var fees = await clerk.SendAsync(Page, typed);
        var taken = fees.Location is null ? await clerk.SendAsync(Page, typed) : fees;
        var id = Guid.Parse(taken.Location!.Split('/')[^1]);
        var list = await clerk.OpenAsync("/ho-so?dau=Brief");
        var dossier = await clerk.OpenAsync($"/ho-so/{id}");
        await clerk.OpenAsync($"/nhap-du/{id}");
        var whole = await clerk.SendAsync(
            $"/nhap-du/{id}",
            [.. PermitApplication.Answers.Where(one => !one.Name.Contains('.', StringComparison.Ordinal) && one.Name != "returnBy")]
        );
        var after = await clerk.OpenAsync($"/ho-so/{id}");

        Assert.That(without.Text, Does.Contain(new Refusal("AbstractMissing", null, Dossier.MostOfAbstract).Sentence).And.Not.Contain("id=\"documentTitle\""));
        Assert.That(
            Regex.Count(without.Text, "<li><a href=\"#", RegexOptions.None, TimeSpan.FromSeconds(1)),
            Is.EqualTo(1),
            "nothing is named that the quick form does not ask"
        );
        Assert.That(counted.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(SumOf(counted), Is.GreaterThan(SumOf(without)), "counted anew, and nothing taken in");
        Assert.That(list.Text, Does.Contain(applicant).And.Contain("Chưa nhập đủ"));
        Assert.That(dossier.Text, Does.Contain("Xin giấy phép xuất bản kỷ yếu").And.Contain("Chưa nhập ").And.Contain($"/nhap-du/{id}"));
        Assert.That(whole.Location, Is.EqualTo($"/ho-so/{id}"), whole.Text);
        Assert.That(after.Text, Does.Contain("Nhập đủ tờ khai").And.Not.Contain("<strong>Chưa nhập "));
    }

    private static decimal SumOf(VisitedPage page) =>
        decimal.Parse(
            Regex.Match(page.Text, "name=\"intake.fees\" value=\"(?<sum>[0-9]+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["sum"].Value,
            CultureInfo.InvariantCulture
        );

    [Test]
    public async Task TakeIn_SentTwice_MakesOneDossierWithItsReceipt()
    {
        await SeeFeesAsync("Hội Nông dân tỉnh");

        var first = await clerk.SendAsync(Page, Typed("Hội Nông dân tỉnh"));
        var second = await clerk.SendAsync(Page, Typed("Hội Nông dân tỉnh"));

        var id = Guid.Parse(first.Location!.Split('/')[^1]);
        var dossier = await office.FindAsync(id);
        Assert.That(first.Location, Is.EqualTo($"/mot-cua/bien-nhan/{id}"));
        Assert.That(second.Location, Is.EqualTo(first.Location));
        Assert.That(await office.CountAsync("Hội Nông dân tỉnh"), Is.EqualTo(1));
        Assert.That(dossier.Channel, Is.EqualTo(SubmissionChannel.Post));
        Assert.That(dossier.ReturnBy, Is.EqualTo(ReturnBy.Counter));
        Assert.That(dossier.Papers.Select(paper => (paper.Key, paper.Originals)), Is.EqualTo(new[] { ("application", 1), ("manuscript", 3) }));
        Assert.That(dossier.Slips.Select(slip => slip.Kind), Is.EqualTo(new[] { SlipKind.Receipt }));
    }

    [Test]
    public async Task TakeIn_SentAgainWithAnotherContent_LeadsToTheReceiptOfTheFirst()
    {
        await SeeFeesAsync("Hội Khuyến học tỉnh");
        var first = await clerk.SendAsync(Page, Typed("Hội Khuyến học tỉnh"));

        var other = await clerk.SendAsync(Page, Typed("Hội Khuyến học huyện"));

        Assert.That(other.Status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(other.Text, Does.Contain($"href=\"{first.Location}\""));
    }

    [Test]
    public async Task TakeIn_SentTwiceAtOnce_MakesOneDossier()
    {
        await SeeFeesAsync("Hội Cựu chiến binh tỉnh");

        var sent = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => clerk.SendAsync(Page, Typed("Hội Cựu chiến binh tỉnh"))));

        Assert.That(sent.Select(page => page.Location).Distinct().Count(), Is.EqualTo(1));
        Assert.That(await office.CountAsync("Hội Cựu chiến binh tỉnh"), Is.EqualTo(1));
    }

    [Test]
    public async Task TakeIn_WithSeveralFaults_TellsAllAndKeepsEverything()
    {
        await clerk.OpenAsync(Page);

        var told = await clerk.SendAsync(
            Page,
            [
                .. Typed("Hội Chữ thập đỏ tỉnh").Where(answer => answer.Name is not ("pages" or "papers.manuscript.originals" or "applicant.address")),
                ("pages", "nhiều"),
                ("papers.manuscript.copies", "ba"),
            ]
        );

        Assert.That(told.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(told.Text, Does.Contain("value=\"nhiều\"").And.Contain("value=\"ba\"").And.Contain("value=\"Hội Chữ thập đỏ tỉnh\""));
        Assert.That(
            told.Text,
            Does.Contain("href=\"#pages\"").And.Contain("href=\"#papers_manuscript_copies\"").And.Not.Contain("href=\"#papers_manuscript\"")
        );
        Assert.That(told.Text, Does.Contain(new Refusal("ApplicantAddressRequired").Sentence));
        Assert.That(await office.CountAsync("Hội Chữ thập đỏ tỉnh"), Is.Zero);
    }

    [Test]
    public async Task Rows_AddedAndRemoved_KeepWhatWasTyped()
    {
        const string page = "/mot-cua/tiep-nhan/bts-investment-approval";
        await clerk.OpenAsync(page);

        var added = await clerk.SendAsync(page, ("applicant.name", "Công ty Viễn thông"), ("sites[0].address", ""), ("rows.add", "sites"));
        var removed = await clerk.SendAsync(
            page,
            ("applicant.name", "Công ty Viễn thông"),
            ("sites[0].address", "Vị trí cũ"),
            ("sites[1].address", "Vị trí giữ lại"),
            ("rows.remove", "sites:0")
        );

        Assert.That(added.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(added.Text, Does.Contain("Công ty Viễn thông").And.Contain("name=\"rows.remove\""));
        Assert.That(removed.Text, Does.Contain("Vị trí giữ lại").And.Not.Contain("Vị trí cũ"));
    }

    [Test]
    public async Task Desk_CountsListsAndOpensACode()
    {
        var id = await office.SubmitAsync();
        var reference = (await office.FindAsync(id)).Reference;

        var online = await clerk.OpenAsync("/mot-cua");
        var scanned = await clerk.OpenAsync($"/mot-cua?ma={reference.ToLowerInvariant()}");
        var unknown = await clerk.OpenAsync("/mot-cua?ma=khong-co");

        Assert.That(online.Text, Does.Contain(reference).And.Contain($"/mot-cua/ho-so/{id}"));
        Assert.That(scanned.Location, Is.EqualTo($"/mot-cua/ho-so/{id}"));
        Assert.That(unknown.Location, Does.StartWith("/tim"));
        foreach (var list in (string[])["HandOver", "Withdrawals", "Stops"])
            Assert.That((await clerk.OpenAsync($"/mot-cua?muc={list}&sau=2026-01-01T00:00:00_{Guid.Empty:N}")).Status, Is.EqualTo(HttpStatusCode.OK), list);
    }
}
