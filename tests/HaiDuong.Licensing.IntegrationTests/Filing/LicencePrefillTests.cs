using System.Net;
using HaiDuong.Licensing.Demo;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Licences;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Domain.Typed;
using HaiDuong.Licensing.IntegrationTests.Desks;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.OneStop.Features.Submission;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;
using static HaiDuong.Licensing.IntegrationTests.Filing.RenewalOffice;

namespace HaiDuong.Licensing.IntegrationTests.Filing;

/// <summary>
/// What an earlier licence fills in, and to whom: online to the account that filed its dossier, at the counter to the clerk who has the number.
/// </summary>
public sealed class LicencePrefillTests
{
    private const string Form = $"/nop-ho-so/{Extension}/to-khai";
    private const string Counter = $"/mot-cua/tiep-nhan/{Extension}";
    private const string PointName = "Điểm trò chơi Bình Minh";

    private DeskHost office = null!;
    private PageVisitor owner = null!;
    private Licence licence = null!;

    [SetUp]
    public async Task StartAsync()
    {
        office = await DeskHost.StartAsync();
        owner = await RegisterAsync(Holder);
        licence = await KeepFromDossierAsync();
    }

    [TearDown]
    public async Task StopAsync() => await office.DisposeAsync();

    [Test]
    public async Task Owner_IsOfferedTheLicence_AndChoosingItFillsInTheForm()
    {
        var offered = await owner.OpenAsync(Form);
        var filled = await owner.OpenAsync($"{Form}?giay-phep={licence.Id}");
        var saved = await owner.SendAsync(Form, [.. office.Typed(Extension, Holder, Number, IssuedOn, licence.ValidTo), ("go", "next")]);

        Assert.That(offered.Text, Does.Contain($"giay-phep={licence.Id}").And.Contain(Number));
        Assert.That(
            filled.Text,
            Does.Contain($"value=\"{Number}\"").And.Contain($"value=\"{VietnameseDate.Print(licence.ValidTo!.Value)}\"").And.Contain($"value=\"{PointName}\"")
        );
        Assert.That(saved.Location, Does.Contain("/giay-to/"));
    }

    [Test]
    public async Task Owner_WhoTypesTheNumber_FindsTheRestFilledInAndWhatWasTypedKept()
    {
        await owner.OpenAsync(Form);

        var looked = await owner.SendAsync(Form, [.. About(Holder), ("managerName", "Người đã gõ"), ("go", "licence")]);

        Assert.That(looked.Status, Is.EqualTo(HttpStatusCode.OK), looked.Text);
        Assert.That(
            looked.Text,
            Does.Contain($"value=\"{PointName}\"").And.Contain("value=\"Người đã gõ\"").And.Contain($"value=\"{VietnameseDate.Print(licence.ValidTo!.Value)}\"")
        );
        Assert.That((await office.NewestAsync(Extension))!.Form["pointName"], Is.EqualTo(PointName));
    }

    [Test]
    public async Task Somebody_WhoRegistersWithTheHoldersNumber_LearnsNothingThatIsNotPublic()
    {
        var impostor = await RegisterAsync(Holder, "khac@example.vn");

        var page = await impostor.OpenAsync(Form);
        var chosen = await impostor.OpenAsync($"{Form}?giay-phep={licence.Id}");
        await impostor.OpenAsync(Form);
        var looked = await impostor.SendAsync(Form, [.. About(Holder), ("go", "licence")]);

        foreach (var shown in (VisitedPage[])[page, chosen, looked])
            Assert.That(shown.Text, Does.Not.Contain(PointName));
        Assert.That(page.Text, Does.Not.Contain(licence.Id.ToString()));
        Assert.That(chosen.Text, Does.Not.Contain($"value=\"{Number}\""));
        Assert.That(looked.Text, Does.Contain(VietnameseDate.Print(licence.ValidTo!.Value)));
    }

    [Test]
    public async Task Lookup_WithoutANumber_AsksForIt()
    {
        var visitor = office.Visitor();
        await visitor.OpenAsync(Form);

        var told = await visitor.SendAsync(Form, ("go", "licence"));

        Assert.That(told.Text, Does.Contain(new Refusal("LicenceNumberFirst").Sentence));
    }

    [Test]
    public async Task Register_AskedTooOftenFromOneAddress_AnswersNoMore_WhileSavingGoesOn()
    {
        var visitor = office.Visitor();
        // Each asks twice: when it is sent, and for the page that shows the answer.
        for (var attempt = 0; attempt < RegisterLookups.AMinute / 2; attempt++)
        {
            await visitor.OpenAsync(Form);
            await visitor.SendAsync(Form, [.. About(Holder), ("go", "licence")]);
        }

        await visitor.OpenAsync(Form);
        var stopped = await visitor.SendAsync(Form, [.. About(Holder), ("go", "licence")]);
        await visitor.OpenAsync(Form);
        var saved = await visitor.SendAsync(Form, ("managerName", "Người đã gõ"), ("go", "draft"));

        Assert.That(stopped.Status, Is.EqualTo(HttpStatusCode.TooManyRequests));
        Assert.That(stopped.Response.Headers.RetryAfter!.Delta, Is.GreaterThan(TimeSpan.Zero));
        Assert.That(stopped.Text, Does.Contain(Number.ToLowerInvariant()));
        Assert.That(saved.Location, Does.StartWith(Form));
    }

    [Test]
    public async Task Counter_ByTheNumber_BeginsWithTheLastDossierAndTheOnlyLicence()
    {
        var clerk = await office.LogInAsync("mot-cua");
        await clerk.OpenAsync(Counter);

        var form = await clerk.SendAsync(Counter, [.. Answered(true), ("intake.number", "030 185 001 234"), ("go", "begin")]);

        Assert.That(
            form.Text,
            Does.Contain($"value=\"{Holder.Name}\"")
                .And.Contain($"value=\"{Holder.Phone}\"")
                .And.Contain($"value=\"{PointName}\"")
                .And.Contain($"value=\"{Number}\"")
        );
        Assert.That(clerk.Hidden["intake.fees"], Is.EqualTo("0"));
    }

    [Test]
    public async Task Counter_WithTheCardOfSomebodyNew_BeginsWithWhatTheCardSays()
    {
        var clerk = await office.LogInAsync("mot-cua");
        await clerk.OpenAsync(Counter);

        var form = await clerk.SendAsync(
            Counter,
            [.. Answered(true), ("intake.number", "030190004321|141234567|Trần Văn Khách|01021990|Nam|Thôn Tràng Kỹ, Cẩm Giàng|05062021"), ("go", "begin")]
        );

        Assert.That(
            form.Text,
            Does.Contain("value=\"030190004321\"").And.Contain("value=\"Trần Văn Khách\"").And.Contain("value=\"Thôn Tràng Kỹ, Cẩm Giàng\"")
        );
        Assert.That(form.Text, Does.Not.Contain(PointName));
    }

    [Test]
    public async Task Counter_WithAnAnswerAgainst_StopsAndLeadsToTheOtherProcedure()
    {
        var clerk = await office.LogInAsync("mot-cua");
        await clerk.OpenAsync(Counter);

        var unanswered = await clerk.SendAsync(Counter, ("intake.number", Holder.IdentityNumber), ("go", "begin"));
        var against = await clerk.SendAsync(Counter, [.. Answered(false), ("intake.number", Holder.IdentityNumber), ("go", "begin")]);

        Assert.That(unanswered.Text, Does.Contain("Trả lời câu hỏi dưới đây").And.Not.Contain("name=\"applicant.name\""));
        Assert.That(
            against.Text,
            Does.Contain("href=\"/mot-cua/tiep-nhan/game-point-certificate\"")
                .And.Contain($"value=\"{Holder.IdentityNumber}\"")
                .And.Not.Contain("name=\"applicant.name\"")
        );
    }

    [Test]
    public async Task Counter_ChosenLicenceOfSeveral_FillsInTheForm()
    {
        var other = await office.KeepAsync(Today.PlusYears(1), number: "77/GCN-TCCC");
        var clerk = await office.LogInAsync("mot-cua");
        await clerk.OpenAsync(Counter);
        var several = await clerk.SendAsync(Counter, [.. Answered(true), ("intake.number", Holder.IdentityNumber), ("go", "begin")]);

        var chosen = await clerk.SendAsync(Counter, ("intake.number", Holder.IdentityNumber), ("giay-phep", other.Id.ToString()));

        Assert.That(several.Text, Does.Contain($"value=\"{licence.Id}\"").And.Contain($"value=\"{other.Id}\"").And.Not.Contain($"value=\"{Number}\""));
        Assert.That(chosen.Text, Does.Contain("value=\"77/GCN-TCCC\""));
    }

    private static IEnumerable<(string, string)> About(Domain.Dossiers.Applicant applicant) =>
        [
            ("applicant.kind", nameof(ApplicantKind.Individual)),
            ("applicant.identityNumber", applicant.IdentityNumber),
            ("licenceNumber", "Số: " + Number.ToLowerInvariant()),
            ("licenceDate", VietnameseDate.Print(IssuedOn)),
        ];

    private IEnumerable<(string, string)> Answered(bool right) =>
        office.Procedure(Extension).Questions.Select(question => (question.Key, question.Answer == right ? "yes" : "no"));

    private async Task<PageVisitor> RegisterAsync(Domain.Dossiers.Applicant person, string? email = null)
    {
        var visitor = office.Visitor();
        await visitor.OpenAsync("/dang-ky");
        var made = await visitor.SendAsync(
            "/dang-ky",
            ("Input.Kind", nameof(ApplicantKind.Individual)),
            ("Input.Name", person.Name),
            ("Input.IdentityNumber", person.IdentityNumber),
            ("Input.Phone", person.Phone!),
            ("Input.Email", email ?? person.Email!),
            ("Input.Address", person.Address),
            ("Input.Password", DeskHost.Password),
            ("Input.PasswordAgain", DeskHost.Password)
        );
        Assert.That(made.Location, Is.Not.Null, made.Text);
        return visitor;
    }

    /// <summary>The certificate of a dossier that the owner's account filed.</summary>
    private Task<Licence> KeepFromDossierAsync() =>
        office.AtDeskAsync(async desk =>
        {
            var db = desk.GetRequiredService<OfficeDbContext>();
            var account = await db.Users.SingleAsync(user => user.Email == Holder.Email);
            var (id, procedure) = (Guid.CreateVersion7(), office.Procedure("game-point-certificate"));
            var form = SampleForms.Fill(procedure.Form, Holder, DeskHost.Morning, 1).With("pointName", PointName);
            var sender = Actor.ApplicantNamed(Holder.Name, account.Id);
            await desk.GetRequiredService<SaveDraft>().DoAsync(new(id, procedure.Slug, Holder, null, ReturnBy.Online, form), sender, default);
            var papers = PaperRules
                .Applicable(procedure, form)
                .Select(paper => new Paper(
                    Guid.CreateVersion7(),
                    paper.Key,
                    new string('0', 64),
                    "giay-to.pdf",
                    "application/pdf",
                    1,
                    0,
                    0,
                    office.Clock.GetCurrentInstant()
                ))
                .ToList();
            await desk.GetRequiredService<ActDesk>()
                .DoAsync(id, null, sender, (draft, act) => [.. papers.SelectMany(paper => draft.AddPaper(paper, act))], default);
            var submitted = await desk.GetRequiredService<SubmitDossier>().DoAsync(new(id, null), sender, default);
            Assert.That(submitted.Refusals, Is.Empty);
            var kept = Licence.Issue(
                procedure.Slug,
                "hp-digital",
                new LicencePaper(Number, IssuedOn, Holder, PointName, "", IssuedOn, Today.PlusYears(1), id, procedure.Slug),
                new LicenceEntry(Actor.System, office.Clock.GetCurrentInstant(), IssuedOn)
            );
            db.ChangeTracker.Clear();
            db.Licences.Add(kept);
            await db.SaveChangesAsync();
            return kept;
        });
}
