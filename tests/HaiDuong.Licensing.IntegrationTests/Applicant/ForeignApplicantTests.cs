using System.Globalization;
using System.Net;
using HaiDuong.Licensing.Demo;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Domain.Typed;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.OneStop.Filing;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Applicant;

/// <summary>
/// A foreign body and foreign persons file over HTTP, online and at the counter, from the choice of what they are to the result in their hands.
/// </summary>
public sealed class ForeignApplicantTests
{
    private const string Start = "/nop-ho-so/foreign-press-conference";
    private const string TakeIn = "/mot-cua/tiep-nhan/foreign-press-conference";
    private const string ImportAtCounter = "/mot-cua/tiep-nhan/publication-import-permit";
    private const string Number = "0104-01-123456";
    private const string Phone = "+81 3-1234-5678 ext. 12";

    /// <summary>The right answers to the questions before the form of an import.</summary>
    private static readonly (string Name, string Value)[] MayFile = [("noTrade", "yes"), ("headquarters", "no"), ("go", "begin")];

    private static readonly Domain.Dossiers.Applicant Broadcaster = new(
        ApplicantKind.ForeignOrganisation,
        "Tokyo Broadcasting",
        Number,
        "2-3-6 Akasaka, Tokyo",
        "+81312345678 máy lẻ 12",
        "tokyo@example.jp"
    );

    private OfficeHost office = null!;
    private PageVisitor clerk = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        office = await OfficeHost.StartAsync();
        await using (var scope = office.Services.CreateAsyncScope())
        {
            var today = scope.ServiceProvider.GetRequiredService<OfficeClock>().Today;
            await DemoPeople.CreateAsync(scope.ServiceProvider, today, today, CancellationToken.None);
        }

        clerk = await LogInAsync("mot-cua");
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await office.DisposeAsync();

    [Test]
    public async Task ForeignBody_FilesOnline_AndGetsItsResult()
    {
        var visitor = office.Visitor();
        Assert.That((await visitor.OpenAsync(Start + "?kind=ForeignOrganisation&go=true")).Location, Is.EqualTo(Start + "/to-khai?kind=ForeignOrganisation"));
        await visitor.OpenAsync(Start + "/to-khai?kind=ForeignOrganisation");
        var saved = await visitor.SendAsync(Start + "/to-khai", [.. Answers("Online"), ("go", "next")]);
        var reference = saved.Location!.Split('/')[^1];
        var review = await visitor.OpenAsync($"{Start}/xem-lai/{reference}");
        var sent = await visitor.SendAsync($"{Start}/xem-lai/{reference}");

        Assert.That(sent.Location, Is.EqualTo($"/theo-doi/{reference}/da-nop"), sent.Text);
        Assert.That(review.Text, Does.Contain("Số đăng ký hoặc số giấy phép thành lập").And.Contain(Number));
        var id = await office.ReadAsync(db => db.Dossiers.Where(dossier => dossier.Reference == reference).Select(dossier => dossier.Id).SingleAsync());
        await SendAsync(clerk, $"/mot-cua/ho-so/{id}", "?handler=Accept");
        await WalkToTheResultAsync(id);
        var dossier = await FindAsync(id);
        Assert.That((dossier.Status, dossier.Applicant, dossier.Form["contactPhone"]), Is.EqualTo((DossierStatus.Returned, Broadcaster, "19001234")));
        Assert.That((await clerk.OpenAsync($"/ho-so/{id}")).Text, Does.Contain(Number).And.Contain("+81312345678 máy lẻ 12"));
        Assert.That((await clerk.OpenAsync("/tim?q=0104-01-123456")).Text, Does.Contain(dossier.Code));
    }

    [Test]
    public async Task ForeignBody_FilesAtTheCounter_AndGetsItsResult()
    {
        await clerk.OpenAsync(TakeIn);
        var begun = await clerk.SendAsync(TakeIn, ("intake.number", "0104 – 01 – 123456"), ("go", "begin"));
        Assert.That(begun.Text, Does.Contain($"value=\"{Number}\""), "the hyphens stay, so that it is never taken for an identity card");

        var taken = await clerk.SendAsync(TakeIn, [.. Answers("Counter"), ("papers.notice.originals", "1")]);

        var id = Guid.Parse(taken.Location!.Split('/')[^1]);
        Assert.That((await FindAsync(id)).Applicant, Is.EqualTo(Broadcaster), taken.Text);
        await WalkToTheResultAsync(id);
        Assert.That((await FindAsync(id)).HandOver!.ReceiverIdentityNumber, Is.EqualTo("TK1234567"));
        await clerk.OpenAsync(TakeIn);
        var again = await clerk.SendAsync(TakeIn, ("intake.number", "0104-01-123456"), ("go", "begin"));
        Assert.That(again.Text, Does.Contain("Tokyo Broadcasting").And.Contain("2-3-6 Akasaka, Tokyo"), "known from the last dossier");
    }

    [TestCase("0104-01-123456", "Individual", "ForeignOrganisation")]
    [TestCase("TK1234567", "ForeignIndividual", "ForeignOrganisation")]
    public async Task Counter_OfANumberThatMayBeSeveral_AsksWhose(string number, string first, string second)
    {
        await clerk.OpenAsync(ImportAtCounter);
        var asked = await clerk.SendAsync(ImportAtCounter, [.. MayFile, ("intake.number", number)]);
        var begun = await clerk.SendAsync(ImportAtCounter, [.. MayFile, ("intake.number", number), ("intake.kind", second)]);

        Assert.That(
            asked.Text,
            Does.Match($"name=\"intake.kind\"[^>]*value=\"{first}\"")
                .And.Match($"name=\"intake.kind\"[^>]*value=\"{second}\"")
                .And.Not.Contain("applicant.name")
        );
        Assert.That(begun.Text, Does.Contain($"value=\"{number}\"").And.Match($"checked=\"checked\"[^>]*name=\"applicant.kind\"[^>]*value=\"{second}\""));
    }

    [TestCase("Số: tk 1234567", false)]
    [TestCase("tk 1234567", true)]
    [TestCase("1234567", false)]
    [TestCase("TK-1234567", true)]
    public async Task Passport_OfTheApplicant_LetsLookAtTheDossier(string typed, bool opens)
    {
        var code = await AcceptedImportAsync(new(ApplicantKind.ForeignIndividual, "Jane Doe", "TK1234567", "Hà Nội", null, "jane@example.com"));
        var visitor = office.Visitor();
        await visitor.OpenAsync("/tra-cuu");

        var found = await visitor.SendAsync("/tra-cuu", ("code", code), ("number", typed));

        Assert.That(found.Location, Is.EqualTo(opens ? $"/theo-doi/{code}" : null));
    }

    [TestCase("foreign-press-conference", "ForeignIndividual")]
    [TestCase("press-conference", "ForeignOrganisation")]
    [TestCase("publishing-permit", "ForeignIndividual")]
    public async Task Foreigner_IsToldAtOnceWhereNoneMayFile(string slug, string kind)
    {
        var told = await office.Visitor().OpenAsync($"/nop-ho-so/{slug}?kind={kind}&go=true");

        Assert.That((told.Status, told.Text.Contains("hd-note-bad", StringComparison.Ordinal)), Is.EqualTo((HttpStatusCode.OK, true)));
    }

    [TestCase("ForeignIndividual", "tk 1234567", "TK1234567")]
    [TestCase("ForeignOrganisation", "0104–01–123456", "0104-01-123456")]
    public async Task Account_OfAForeigner_FillsInTheForm(string kind, string typed, string number)
    {
        var visitor = office.Visitor();
        await visitor.OpenAsync("/dang-ky");
        var made = await visitor.SendAsync(
            "/dang-ky",
            ("Input.Kind", kind),
            ("Input.Name", "Tokyo Books"),
            ("Input.IdentityNumber", typed),
            ("Input.Phone", Phone),
            ("Input.Email", $"{kind}@example.jp"),
            ("Input.Address", "2-3-6 Akasaka, Tokyo"),
            ("Input.Password", "nhà xuất bản phương đông"),
            ("Input.PasswordAgain", "nhà xuất bản phương đông")
        );

        var form = await visitor.OpenAsync($"/nop-ho-so/publication-import-permit/to-khai?kind={kind}");

        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Redirect), made.Text);
        Assert.That(form.Text, Does.Contain($"value=\"{number}\"").And.Contain("value=\"+81312345678 máy lẻ 12\""));
    }

    private async Task WalkToTheResultAsync(Guid id)
    {
        var (head, specialist) = (await LogInAsync("truong-phong-bao-chi"), await LogInAsync("chuyen-vien-bao-chi"));
        var account = await office.ReadAsync(db => db.Users.Where(user => user.UserName == "chuyen-vien-bao-chi").Select(user => user.Id).SingleAsync());
        await SendAsync(head, $"/phan-cong/{id}", "", ("Specialist", account.ToString()));
        await SendAsync(specialist, $"/tham-dinh/{id}", "", Procedure("foreign-press-conference").Checks.Select(check => ($"checks.{check.Key}", "true")));
        await SendAsync(
            specialist,
            $"/du-thao/{id}",
            "",
            [
                ("Decision", "Grant"),
                .. Answers("")
                    .Where(answer => answer.Name is "startsAt" or "endsAt" or "place" or "hostName" or "content")
                    .Select(answer => ("fields." + answer.Name, answer.Value)),
            ]
        );
        await SendAsync(head, $"/duyet-du-thao/{id}", "");
        await SendAsync(await LogInAsync("giam-doc"), $"/ky/{id}", "", ("proof", DemoPeople.Password));
        await SendAsync(await LogInAsync("van-thu"), $"/phat-hanh/{id}", "");
        if ((await FindAsync(id)).Status != DossierStatus.Returned)
            await SendAsync(clerk, $"/mot-cua/tra/{id}", "", ("receiver", "Tanaka Ken"), ("identityNumber", "tk 1234567"), ("by", nameof(ReturnBy.Counter)));
    }

    private static async Task SendAsync(PageVisitor person, string page, string handler, params IEnumerable<(string Name, string Value)> fields)
    {
        await person.OpenAsync(page);
        var done = await person.SendAsync(page + handler, fields);
        Assert.That(done.Status, Is.EqualTo(HttpStatusCode.Redirect), page + done.Text);
    }

    private async Task<string> AcceptedImportAsync(Domain.Dossiers.Applicant applicant)
    {
        await using var desk = office.Services.CreateAsyncScope();
        var dossier = desk
            .ServiceProvider.GetRequiredService<NewDossier>()
            .Open(Guid.CreateVersion7(), "publication-import-permit", SubmissionChannel.Online, null)!;
        var act = desk.ServiceProvider.GetRequiredService<ActDesk>().ContextFor(dossier, Actor.ApplicantOf(dossier.Id, applicant.Name));
        var form = SampleForms.Fill(Procedure(dossier.ProcedureSlug).Form, applicant, act.Local, 2);
        dossier.SaveDraft(applicant, null, ReturnBy.Counter, form, act);
        foreach (var paper in PaperRules.Applicable(Procedure(dossier.ProcedureSlug), form).Where(paper => paper is { Required: true, IsForm: false }))
            dossier.AddPaper(new Paper(Guid.CreateVersion7(), paper.Key, new string('a', 64), "danh-muc.pdf", "application/pdf", 1000, 0, 0, act.Now), act);
        Assert.That(
            dossier
                .Submit(act)
                .Concat(
                    dossier.Accept($"000.00.13.H23-261129-{Random.Shared.Next(1, 9999):0000}", act with { Actor = await ClerkAsync(desk.ServiceProvider) })
                ),
            Is.Empty
        );
        var db = desk.ServiceProvider.GetRequiredService<OfficeDbContext>();
        db.Dossiers.Add(dossier);
        await db.SaveChangesAsync();
        return dossier.Code!;
    }

    private static async Task<Actor> ClerkAsync(IServiceProvider desk) =>
        (await DemoPeople.ActorsAsync(desk.GetRequiredService<OfficeDbContext>(), default))["mot-cua"];

    private Procedure Procedure(string slug) =>
        office.Services.GetRequiredService<ProcedureCatalogue>().InForce(slug, OfficeClock.ToLocal(SystemClock.Instance.GetCurrentInstant()).Date)!;

    private async Task<PageVisitor> LogInAsync(string userName)
    {
        var visitor = office.Visitor();
        await visitor.OpenAsync("/dang-nhap");
        await visitor.SendAsync("/dang-nhap", ("Name", userName), ("Password", DemoPeople.Password));
        return visitor;
    }

    private Task<Dossier> FindAsync(Guid id) =>
        office.ReadAsync(db => db.Dossiers.AsNoTracking().Include(dossier => dossier.Work).SingleAsync(dossier => dossier.Id == id));

    private static IReadOnlyList<(string Name, string Value)> Answers(string returnBy)
    {
        var day = OfficeClock.ToLocal(SystemClock.Instance.GetCurrentInstant()).Date.PlusDays(12).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
        return
        [
            ("applicant.kind", "ForeignOrganisation"),
            ("applicant.name", "Tokyo Broadcasting"),
            ("applicant.identityNumber", Number),
            ("applicant.address", "2-3-6 Akasaka, Tokyo"),
            ("applicant.phone", Phone),
            ("applicant.email", "tokyo@example.jp"),
            ("submitter.other", "false"),
            ("returnBy", returnBy),
            ("organiserName", "Tokyo Broadcasting"),
            ("nationality", "Nhật Bản"),
            ("addressInVietnam", "Số 1 đường Hồng Quang"),
            ("organiserKind", "organisation"),
            ("contactName", "Tanaka"),
            ("contactPhone", "1900 1234"),
            ("startsAt", $"{day} 09:00"),
            ("endsAt", $"{day} 11:00"),
            ("place", "Nhà khách tỉnh"),
            ("hostName", "Tanaka"),
            ("hostTitle", "Trưởng đại diện"),
            ("content", "Chương trình hợp tác"),
            ("purpose", "Thông tin đến công chúng"),
            ("guests", "Các cơ quan báo chí"),
            ("reporterCount", "20"),
        ];
    }
}
