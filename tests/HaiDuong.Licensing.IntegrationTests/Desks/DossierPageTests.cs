using System.Net;
using HaiDuong.Licensing.Tests.Files;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Desks;

public sealed class DossierPageTests
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
        var slip = (await host.DossierAsync(id)).Slips.Single();

        var answer = await (await host.AsAsync("mot-cua")).GetAsync($"/ho-so/{id}?handler=Slip&hash={slip.FileHash}");

        Assert.That(answer.Raw.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/pdf"));
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
