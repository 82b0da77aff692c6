using System.Net;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Licences;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.Tests.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Desks;

public sealed partial class DossierPageTests
{
    private DeskHost host = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => host = await DeskHost.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await host.DisposeAsync();

    [Test]
    public async Task Dossier_OffersTheHeadToAssign_AndTheAccountantNothing()
    {
        var id = await host.AcceptedDossierAsync();

        var head = await (await host.AsAsync("truong-phong")).GetAsync($"/ho-so/{id}");
        var accountant = await (await host.AsAsync("ke-toan")).GetAsync($"/ho-so/{id}");

        Assert.That(head.Html, Does.Contain($"href=\"/phan-cong/{id}\"").And.Contain(Given.ApplicantName).And.Contain("<svg"));
        Assert.That(accountant.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(accountant.Html, Does.Not.Contain($"href=\"/phan-cong/{id}\""));
    }

    [Test]
    public async Task Paper_IsShownInline_WithItsTypeAndNoGuessing_OnlyToReaders()
    {
        var id = await host.AcceptedDossierAsync();
        var paper = (await host.DossierAsync(id)).Papers.Single(candidate => candidate.FileHash is not null);
        var path = $"/ho-so/{id}?handler=Paper&paperId={paper.Id}";

        var shown = await (await host.AsAsync("truong-phong")).GetAsync(path);
        var other = await (await host.AsAsync("phong-khac")).GetAsync(path);
        var saved = await (await host.AsAsync("truong-phong")).GetAsync(path + "&download=true");

        Assert.That(shown.Raw.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/pdf"));
        Assert.That(shown.Raw.Headers.GetValues("X-Content-Type-Options"), Is.EqualTo(new[] { "nosniff" }));
        Assert.That(shown.Raw.Content.Headers.ContentDisposition!.DispositionType, Is.EqualTo("inline"));
        Assert.That(saved.Raw.Content.Headers.ContentDisposition!.DispositionType, Is.EqualTo("attachment"));
        Assert.That(other.Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Paper_WithScriptsInside_IsOnlyEverSaved()
    {
        var id = await host.AcceptedDossierAsync(SamplePdf.With("/OpenAction << /S /JavaScript /JS (app.alert(1)) >>"));
        var paper = (await host.DossierAsync(id)).Papers.Single(candidate => candidate.FileHash is not null);

        var asked = await (await host.AsAsync("truong-phong")).GetAsync($"/ho-so/{id}?handler=Paper&paperId={paper.Id}");
        var page = await (await host.AsAsync("truong-phong")).GetAsync($"/ho-so/{id}");

        Assert.That(asked.Raw.Content.Headers.ContentDisposition!.DispositionType, Is.EqualTo("attachment"));
        Assert.That(page.Html, Does.Contain("có mã lệnh hoặc tệp đính kèm bên trong, chỉ tải về").And.Not.Contain($"src=\"/ho-so/{id}?handler=Paper"));
    }

    [Test]
    public async Task Receipt_IsGivenAsPdf()
    {
        var id = await host.AcceptedDossierAsync();
        var dossier = await host.DossierAsync(id);
        var slip = dossier.Slips.Single();

        var answer = await (await host.AsAsync("mot-cua")).GetAsync($"/ho-so/{id}?handler=Slip&hash={slip.FileHash}");

        Assert.That(answer.Raw.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/pdf"));
        Assert.That(await PdfText.OfAsync(host.Services, slip), Does.Contain($"số thứ tự {dossier.Code![^11..]}"), "alone in the book of its year");
    }

    [TestCase("truong-phong")]
    [TestCase("giam-doc")]
    [TestCase("van-thu")]
    [TestCase("ke-toan")]
    [TestCase("quan-tri")]
    public async Task Receipt_WhichCarriesTheReference_IsNotThereForWhoeverDoesNotHandItOut(string person)
    {
        var id = await host.AcceptedDossierAsync();
        var dossier = await host.DossierAsync(id);
        var reader = await host.AsAsync(person);

        var page = await reader.GetAsync($"/ho-so/{id}");
        var slip = await reader.GetAsync($"/ho-so/{id}?handler=Slip&hash={dossier.Slips.Single().FileHash}");

        Assert.That((page.Status, slip.Status), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.NotFound)));
        Assert.That(page.Html, Does.Contain(dossier.Code!).And.Not.Contain("handler=Slip").And.Not.Contain(dossier.Reference));
    }

    [Test]
    public async Task Search_ByNameWithoutMarks_FindsOnlyWhatThePersonMayRead()
    {
        var id = await host.AcceptedDossierAsync();

        var found = await (await host.AsAsync("mot-cua")).GetAsync("/tim?q=trung+hoc+pho+thong+nguyen+trai");
        var other = await (await host.AsAsync("phong-khac")).GetAsync("/tim?q=trung+hoc+pho+thong+nguyen+trai");

        Assert.That(found.Html, Does.Contain($"/ho-so/{id}"));
        Assert.That(other.Html, Does.Not.Contain($"/ho-so/{id}"));
    }

    [TestCase("%")]
    [TestCase("_____")]
    public async Task Search_ForWildcards_FindsNothing(string text)
    {
        var id = await host.AcceptedDossierAsync();

        var answer = await (await host.AsAsync("mot-cua")).GetAsync("/tim?q=" + Uri.EscapeDataString(text));

        Assert.That(answer.Html, Does.Not.Contain($"/ho-so/{id}"));
    }

    [Test]
    public async Task Scan_OfACode_OpensTheDossier()
    {
        var id = await host.AcceptedDossierAsync();
        var code = (await host.DossierAsync(id)).Code!;

        var answer = await (await host.AsAsync("mot-cua")).GetAsync($"/d/{code.ToLowerInvariant()}");

        Assert.That(answer.Location, Is.EqualTo($"/ho-so/{id}"));
    }

    [Test]
    public async Task MyWork_ShowsWhatWaitsForMyRoleInMyUnit()
    {
        var id = await host.AcceptedDossierAsync();

        var head = await (await host.AsAsync("truong-phong")).GetAsync("/viec-cua-toi?thu-tuc=publishing-permit");
        var other = await (await host.AsAsync("phong-khac")).GetAsync("/viec-cua-toi");

        Assert.That(head.Html, Does.Contain($"/phan-cong/{id}"));
        Assert.That(other.Html, Does.Not.Contain($"{id}"));
    }

    [Test]
    public async Task MyWork_Overdue_LeavesOutWhatHasTime()
    {
        var id = await host.AcceptedDossierAsync();

        var answer = await (await host.AsAsync("truong-phong")).GetAsync("/viec-cua-toi?qua-han=true");

        Assert.That(answer.Html, Does.Not.Contain($"{id}"));
    }

    [Test]
    public async Task MyWork_OfMoreThanAPage_GoesOnAfterTheLastRow()
    {
        // In an office of its own: on a desk so full another test would look for its dossier on the wrong page.
        await using var full = await DeskHost.StartAsync();
        for (var number = 0; number < 51; number++)
            await full.AcceptedDossierAsync();
        var head = await full.AsAsync("truong-phong");

        var first = await head.GetAsync("/viec-cua-toi");
        var next = System
            .Text.RegularExpressions.Regex.Match(
                first.Html,
                "href=\"(?<next>[^\"]*after=[^\"]*)\"",
                System.Text.RegularExpressions.RegexOptions.None,
                TimeSpan.FromSeconds(5)
            )
            .Groups["next"]
            .Value;
        var second = await head.GetAsync("/viec-cua-toi" + next);

        Assert.That(Rows(first.Html), Has.Count.EqualTo(50));
        Assert.That(Rows(second.Html), Is.Not.Empty);
        Assert.That(Rows(first.Html).Intersect(Rows(second.Html)), Is.Empty);
    }

    [Test]
    public async Task Claim_ByTwoAtOnce_IsOnes_AndTheOtherIsToldWhoHasIt()
    {
        var id = await ReleasedAsync();
        string[] names = ["chuyen-vien", "chuyen-vien-2"];
        var work = await Task.WhenAll(names.Select(async name => await (await host.AsAsync(name)).GetAsync("/viec-cua-toi")));

        var answers = await Task.WhenAll(
            names.Select(async name =>
                await (await host.AsAsync(name)).PostAsync($"/nhan-viec/{id}", new() { ["Revision"] = $"{(await host.DossierAsync(id)).Revision}" })
            )
        );

        Assert.That(work.Select(page => page.Html), Has.All.Contains($"formaction=\"/nhan-viec/{id}\""));
        var won = Array.FindIndex(answers, answer => answer.Status == HttpStatusCode.Redirect);
        Assert.That(answers[1 - won].Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(answers[1 - won].Html, Does.Contain(new Refusal("ClaimedBy", null, host.Actors[names[won]].Name).Sentence));
        Assert.That((await host.DossierAsync(id)).Specialist!.AccountId, Is.EqualTo(host.Actors[names[won]].AccountId));
        Assert.That(
            (await (await host.AsAsync(names[won])).GetAsync("/viec-cua-toi")).Html,
            Does.Contain($"/tham-dinh/{id}").And.Not.Contain($"/nhan-viec/{id}")
        );
    }

    [Test]
    public async Task Note_IsReadByTheOffice_MarkedInItsLists_AndRemovedByItsAuthorAlone()
    {
        var id = await ReleasedAsync();
        var before = (await host.DossierAsync(id)).Revision;
        var (specialist, head) = (await host.AsAsync("chuyen-vien"), await host.AsAsync("truong-phong"));
        var page = $"/ho-so/{id}";
        await specialist.GetAsync(page);
        var empty = await specialist.PostAsync(page + "?handler=Note", new() { ["Note"] = " " });
        await specialist.PostAsync(page + "?handler=Note", new() { ["Note"] = "Đã gọi điện, hẹn thứ Năm" });
        await head.GetAsync(page);
        await head.PostAsync(page + "?handler=Note", new() { ["Note"] = "Xem lại\nsố trang" });

        var shown = await specialist.GetAsync(page);
        var lists = await Task.WhenAll(new[] { "/viec-cua-toi", "/ho-so?dau=Noted" }.Select(async list => (await specialist.GetAsync(list)).Html));
        var revision = (await host.DossierAsync(id)).Revision;
        var notes = await host.AtDeskAsync(desk =>
            desk.GetRequiredService<OfficeDbContext>().DossierNotes.Where(note => note.DossierId == id).OrderBy(note => note.Id).ToListAsync()
        );
        await specialist.GetAsync(page);
        var others = await specialist.PostAsync(page + "?handler=RemoveNote", new() { ["noteId"] = notes[1].Id.ToString() });
        await specialist.GetAsync(page);
        await specialist.PostAsync(page + "?handler=RemoveNote", new() { ["noteId"] = notes[0].Id.ToString() });
        var after = await specialist.GetAsync(page);

        Assert.That(empty.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(
            shown.Html,
            Does.Match($"(?s)Xem lại\nsố trang.*{host.Actors["truong-phong"].Name}.*Đã gọi điện, hẹn thứ Năm.*{host.Actors["chuyen-vien"].Name}"),
            "the newest first, with who wrote it"
        );
        Assert.That(lists, Has.All.Contains(id.ToString()).And.All.Contains("Có ghi chú"));
        Assert.That(revision, Is.EqualTo(before), "a note is no act: nobody who has the dossier open is told that it changed");
        Assert.That((others.Status, after.Html.Contains("Đã gọi điện", StringComparison.Ordinal)), Is.EqualTo((HttpStatusCode.UnprocessableEntity, false)));
        Assert.That(after.Html, Does.Contain("Xem lại\nsố trang"));
        Assert.That(
            (await (await host.AsAsync("phong-khac")).PostAsync(page + "?handler=Note", new() { ["Note"] = "x" })).Status,
            Is.Not.EqualTo(HttpStatusCode.Redirect)
        );
    }

    [Test]
    public async Task Related_AreTheOthersThatTheReaderFinds_AndNeverOneThatHidesItsSender()
    {
        var office = new DueOffice(host);
        var (id, other) = (await host.AcceptedDossierAsync(), await host.AcceptedDossierAsync());
        var (hidden, elsewhere) = (await office.SubmittedAsync("denunciation-settlement"), await office.SubmittedAsync("game-point-certificate"));
        var (holder, day) = ((await host.DossierAsync(id)).Applicant, new LocalDate(2024, 5, 6));
        var licence = Licence.Enter(
            "printing-licence",
            Units.Press,
            new LicencePaper("07/GP-IN", day, holder, "Tờ rơi", "", day, null),
            null,
            null,
            new LicenceEntry(host.Actors["van-thu"], host.Clock.GetCurrentInstant(), DeskHost.Morning.Date)
        );
        await host.AtDeskAsync(async desk =>
        {
            var db = desk.GetRequiredService<OfficeDbContext>();
            db.Add(licence);
            await db.SaveChangesAsync();
            return await db.Database.ExecuteSqlAsync(
                $"UPDATE dossiers SET applicant = jsonb_set(applicant, {new[] { "identityNumber" }}, (SELECT applicant -> 'identityNumber' FROM dossiers WHERE id = {id})) WHERE id = {hidden} OR id = {elsewhere}"
            );
        });

        var head = await (await host.AsAsync("truong-phong")).GetAsync($"/ho-so/{id}");
        var clerk = await (await host.AsAsync("mot-cua")).GetAsync($"/ho-so/{id}");
        var secret = await (await host.AsAsync("mot-cua")).GetAsync($"/ho-so/{hidden}");

        Assert.That(head.Html, Does.Contain($"href=\"/ho-so/{other}\"").And.Contain($"href=\"/so-giay-phep/{licence.Id}\"").And.Not.Contain($"{elsewhere}"));
        Assert.That(clerk.Html, Does.Contain($"href=\"/ho-so/{other}\"").And.Contain($"href=\"/ho-so/{elsewhere}\""));
        Assert.That(head.Html + clerk.Html, Does.Not.Contain($"{hidden}"));
        Assert.That((secret.Status, secret.Html.Contains("id=\"related\"", StringComparison.Ordinal)), Is.EqualTo((HttpStatusCode.OK, false)));
    }

    /// <summary>A dossier that was given back to the division.</summary>
    private async Task<Guid> ReleasedAsync()
    {
        var id = await host.AcceptedDossierAsync();
        var office = new DueOffice(host);
        return await office.DoAsync(
            id,
            office.Now,
            (dossier, by) => dossier.Assign(office.Specialist, null, by("truong-phong")),
            (dossier, by) => dossier.Release("Nghỉ phép", by("truong-phong"))
        );
    }

    [Test]
    public async Task Facts_AreListedForTheAdministratorOnly()
    {
        var administrator = await (await host.AsAsync("quan-tri")).GetAsync("/quan-tri?tap=regimes");
        var accounts = await (await host.AsAsync("quan-tri")).GetAsync("/quan-tri/tai-khoan");
        var clerk = await (await host.AsAsync("mot-cua")).GetAsync("/quan-tri");

        Assert.That(administrator.Html, Does.Contain("61/2018"));
        Assert.That(accounts.Html, Does.Contain("Tài khoản giam-doc"));
        Assert.That(clerk.Status, Is.Not.EqualTo(HttpStatusCode.OK));
    }

    private static List<string> Rows(string html) =>
        [
            .. System
                .Text.RegularExpressions.Regex.Matches(
                    html,
                    "href=\"/phan-cong/(?<id>[^\"?]+)[?\"]",
                    System.Text.RegularExpressions.RegexOptions.None,
                    TimeSpan.FromSeconds(5)
                )
                .Select(match => match.Groups["id"].Value),
        ];
}
