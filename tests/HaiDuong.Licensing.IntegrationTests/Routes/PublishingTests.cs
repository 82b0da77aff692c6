using System.Net;
using System.Text.RegularExpressions;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.IntegrationTests.Desks;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using HaiDuong.Licensing.Tests.WorkflowFiles;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Routes;

/// <summary>A published version never changes, and dossiers keep theirs.</summary>
public sealed class PublishingTests : RouteTest
{
    [Test]
    public async Task Start_PublishesEveryFileOnce_AndAPublishedRowCannotBeChanged()
    {
        var count = await Host.AtDeskAsync(desk => Task.FromResult(desk.GetRequiredService<OfficeDbContext>().PublishedVersions.Count()));
        var catalogue = Host.Services.GetRequiredService<ProcedureCatalogue>();

        Assert.That(count, Is.EqualTo(catalogue.Versions.Count + catalogue.RouteIds.Count));
        Assert.That(() => SqlAsync("UPDATE published_versions SET hash = 'x'"), Throws.InstanceOf<PostgresException>());
        Assert.That(() => SqlAsync("DELETE FROM published_versions"), Throws.InstanceOf<PostgresException>());
        Assert.That(() => SqlAsync("TRUNCATE published_versions"), Throws.InstanceOf<PostgresException>());
    }

    // Whatever another process has published is not in this one's memory.
    [Test]
    public async Task PublishedRoute_IsReadFromTheDatabase()
    {
        var kept = Host.Services.GetRequiredService<PublishedRoutes>();

        foreach (var (id, version) in await kept.ListAsync(default))
            Assert.That(Domain.Routes.Route.Parse(kept.Read(id, version)!).Id, Is.EqualTo(id));
        Assert.That(kept.Read(RouteId, 99), Is.Null);
    }

    [TestCase("routes/standard-licence.json", "\"Dự thảo kết quả\"", "\"Soạn nhanh\"", "RouteEdited")]
    [TestCase("procedures/press-conference/2017-01-01/procedure.json", "\"sets\": 1", "\"sets\": 7", "ProcedureEdited")]
    [TestCase("procedures/press-conference/2017-01-01/result.md", "Chấp thuận để", "Đồng ý để", "ProcedureEdited")]
    [TestCase("shared/press-conference.json", "Địa điểm họp báo", "Nơi họp báo", "ProcedureEdited")]
    [TestCase("shared/texts/refusal-reasons.md", "khởi kiện", "kiện", "ProcedureEdited")]
    public async Task Check_WithAFileEditedAfterPublication_RefusesIt(string file, string old, string text, string code)
    {
        using var copy = WorkflowsCopy.Whole();
        copy.Replace(file, old, text);

        var problems = await Host.AtDeskAsync(desk =>
            desk.GetRequiredService<FilePublication>().EditedAsync(ProcedureCatalogue.Load(new WorkflowsFolder(copy.Root)), default)
        );

        Assert.That(problems.Select(problem => problem.Code).Distinct(), Is.EqualTo(new[] { code }));
        Assert.That(problems.Select(problem => problem.IsAdvice), Is.All.False);
        Assert.That(problems.Select(problem => problem.Message), Is.All.Contains("công bố bản mới"));
    }

    [Test]
    public async Task Start_WithAFileEditedAfterPublication_KeepsThePublishedVersionAndTellsSo()
    {
        using var folder = WorkflowsCopy.Whole();
        folder.Replace("routes/standard-licence.json", "\"Dự thảo kết quả\"", "\"Soạn nhanh\"");
        folder.Replace("procedures/press-conference/2017-01-01/procedure.json", "\"sets\": 1", "\"sets\": 7");
        var files = new WorkflowsFolder(folder.Root) { Published = Path.Combine(folder.Root, ".published") };

        var (problems, rules) = await Host.AtDeskAsync(async desk =>
        {
            var edited = new EditedFiles();
            var read = new Rulebooks(ProcedureCatalogue.Load(files), [], desk.GetRequiredService<OfficeCalendar>());
            var publication = new FilePublication(
                desk.GetRequiredService<OfficeDbContext>(),
                files,
                read,
                edited,
                desk.GetRequiredService<OfficeClock>(),
                Microsoft.Extensions.Logging.Abstractions.NullLogger<FilePublication>.Instance
            );
            await publication.RunAsync(default);
            return (edited.Problems, read);
        });

        Assert.That(problems.Select(problem => problem.Code), Is.EquivalentTo(["RouteEdited", "ProcedureEdited"]));
        Assert.That(rules.RouteOf(RouteId).Step("draft").Title, Is.EqualTo("Dự thảo kết quả"));
        Assert.That(rules.Catalogue.InForce("press-conference", DeskHost.Morning.Date)!.Sets, Is.EqualTo(1));
    }

    [Test]
    public async Task Publish_MakesTheNextVersion_WhichOnlyNewDossiersRunBy()
    {
        var old = await Host.AcceptedDossierAsync();

        await PublishAsync(WithCheckBeforeSigning());
        var young = await Host.AcceptedDossierAsync();

        Assert.That((await Host.DossierAsync(old)).RouteVersion, Is.EqualTo(1));
        Assert.That((await Host.DossierAsync(young)).RouteVersion, Is.EqualTo(2));
        Assert.That(
            Host.Services.GetRequiredService<Rulebooks>().For(await Host.DossierAsync(old)).Route.Steps.Select(step => step.Id),
            Does.Not.Contain("legal-check")
        );
        Assert.That(
            Host.Services.GetRequiredService<Rulebooks>().For(await Host.DossierAsync(young)).Route.Steps.Select(step => step.Id),
            Does.Contain("legal-check")
        );
    }

    [Test]
    public async Task Publish_OfADraftThatTheCheckerRefuses_IsRefusedWithTheFinding()
    {
        var draft = Definition();
        draft["root"]!["connections"]!.AsArray().RemoveAt(0);
        var saved = await SaveAsync(draft, 0);

        var result = await PublishAsync(saved.Draft!.Revision);

        Assert.That(result.Done, Is.False);
        Assert.That(result.Problems.Select(problem => problem.Code), Does.Contain("OutcomeNotConnected"));
        Assert.That(Host.Services.GetRequiredService<Rulebooks>().RouteOf(RouteId).Version, Is.EqualTo(1));
    }

    [Test]
    public async Task Publish_SentAgain_MakesOneVersion()
    {
        await SaveAsync(WithCheckBeforeSigning(), 0);
        var admin = await Host.AsAsync("quan-tri");
        await admin.GetAsync($"/quan-tri/quy-trinh/{RouteId}");

        var first = await admin.PostAsync($"/quan-tri/quy-trinh/{RouteId}?handler=Publish", []);
        var again = await admin.PostAsync($"/quan-tri/quy-trinh/{RouteId}?handler=Publish", []);
        var other = await admin.PostAsync($"/quan-tri/quy-trinh/{RouteId}?handler=Publish", new() { ["Revision"] = "99" });

        Assert.That((first.Status, again.Status, again.Location), Is.EqualTo((HttpStatusCode.Redirect, HttpStatusCode.Redirect, first.Location)), first.Html);
        Assert.That(
            (other.Status, other.Html.Contains(new Refusal("ChangedBySameForm").Sentence, StringComparison.Ordinal)),
            Is.EqualTo((HttpStatusCode.Conflict, true))
        );
        Assert.That(Host.Services.GetRequiredService<Rulebooks>().RouteOf(RouteId).Version, Is.EqualTo(2));
    }

    [Test]
    public async Task Page_OfADraftWithOneFault_TellsItOnce_ByNames()
    {
        var draft = Definition();
        Activity(draft, "fee-due")["condition"]!["expression"]!["value"] = "form.weightOfTheBook > 3";
        await SaveAsync(draft, 0);
        var admin = await Host.AsAsync("quan-tri");
        await admin.GetAsync($"/quan-tri/quy-trinh/{RouteId}");

        var refused = await admin.PostAsync($"/quan-tri/quy-trinh/{RouteId}?handler=Publish", []);

        var sentences = Regex.Matches(
            refused.Html,
            "Điều kiện ở “(?<node>[^”]*)” hỏi “form.weightOfTheBook” nhưng thủ tục “(?<procedure>[^”]*)”",
            RegexOptions.ExplicitCapture,
            TimeSpan.FromSeconds(1)
        );
        var slugs = Host.Services.GetRequiredService<ProcedureCatalogue>().Versions.Select(procedure => procedure.Slug).ToHashSet();
        Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(sentences.Select(sentence => sentence.Value), Is.Unique.And.Not.Empty);
        Assert.That(sentences.Select(sentence => sentence.Groups["procedure"].Value), Has.None.Matches<string>(name => slugs.Contains(name!)));
        Assert.That(sentences.Select(sentence => sentence.Groups["node"].Value), Has.None.EqualTo("fee-due"));
        Assert.That(refused.Html, Does.Contain("Bản nháp chưa công bố được").And.Not.Contain("chỗ cần sửa"));
    }

    [Test]
    public async Task Administration_OfRoutes_IsForAdministratorsOnly()
    {
        foreach (var path in (string[])["/quan-tri/quy-trinh", $"/quan-tri/quy-trinh/{RouteId}", $"/quan-tri/quy-trinh/chuyen-phien-ban?quy-trinh={RouteId}"])
        {
            Assert.That((await (await Host.AsAsync("truong-phong")).GetAsync(path)).Status, Is.EqualTo(HttpStatusCode.Found), path);
            Assert.That((await (await Host.AsAsync("quan-tri")).GetAsync(path)).Status, Is.EqualTo(HttpStatusCode.OK), path);
        }
    }
}
