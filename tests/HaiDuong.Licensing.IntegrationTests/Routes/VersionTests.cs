using System.Net;
using System.Text.Json.Nodes;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.IntegrationTests.Desks;
using HaiDuong.Licensing.Web.Access;
using HaiDuong.Licensing.Web.Features;
using HaiDuong.Licensing.Web.Features.Routes;
using HaiDuong.Licensing.Web.Storage;
using HaiDuong.Licensing.Web.Workflows;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Npgsql;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Routes;

/// <summary>Published versions never change, dossiers keep theirs, and nothing moves without a confirmed plan.</summary>
public sealed class VersionTests
{
    private const string RouteId = "standard-licence";
    private DeskHost host = null!;

    [SetUp]
    public async Task StartAsync()
    {
        host = await DeskHost.StartAsync();
        await host.AtDeskAsync(StaffEveryDivisionAsync);
    }

    [TearDown]
    public async Task StopAsync() => await host.DisposeAsync();

    [Test]
    public async Task Start_PublishesEveryFileOnce_AndAPublishedRowCannotBeChanged()
    {
        var count = await host.AtDeskAsync(desk => Task.FromResult(desk.GetRequiredService<OfficeDbContext>().PublishedVersions.Count()));
        var catalogue = host.Services.GetRequiredService<ProcedureCatalogue>();

        Assert.That(count, Is.EqualTo(catalogue.Versions.Count + catalogue.RouteIds.Count));
        Assert.That(() => SqlAsync("UPDATE published_versions SET hash = 'x'"), Throws.InstanceOf<PostgresException>());
        Assert.That(() => SqlAsync("DELETE FROM published_versions"), Throws.InstanceOf<PostgresException>());
        Assert.That(() => SqlAsync("TRUNCATE published_versions"), Throws.InstanceOf<PostgresException>());
    }

    [Test]
    public async Task Start_WithAFileEditedAfterPublication_KeepsThePublishedVersionAndTellsSo()
    {
        using var folder = new EditedWorkflows();
        folder.Replace("routes/standard-licence.json", "\"Dự thảo kết quả\"", "\"Soạn nhanh\"");
        folder.Replace("procedures/press-conference/2017-01-01/procedure.json", "\"sets\": 1", "\"sets\": 7");
        var files = new WorkflowsFolder(folder.Root) { Published = Path.Combine(folder.Root, ".published") };

        var (problems, rules) = await host.AtDeskAsync(async desk =>
        {
            var edited = new EditedFiles();
            var read = new Rulebooks(ProcedureCatalogue.Load(files), [], desk.GetRequiredService<OfficeCalendar>());
            var publication = new FilePublication(
                desk.GetRequiredService<OfficeDbContext>(), files, read, edited, desk.GetRequiredService<OfficeClock>(), Microsoft.Extensions.Logging.Abstractions.NullLogger<FilePublication>.Instance);
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
        var old = await host.AcceptedDossierAsync();

        await PublishAsync(WithCheckBeforeSigning());
        var young = await host.AcceptedDossierAsync();

        Assert.That((await host.DossierAsync(old)).RouteVersion, Is.EqualTo(1));
        Assert.That((await host.DossierAsync(young)).RouteVersion, Is.EqualTo(2));
        Assert.That(host.Services.GetRequiredService<Rulebooks>().For(await host.DossierAsync(old)).Route.Steps.Select(step => step.Id), Does.Not.Contain("legal-check"));
        Assert.That(host.Services.GetRequiredService<Rulebooks>().For(await host.DossierAsync(young)).Route.Steps.Select(step => step.Id), Does.Contain("legal-check"));
    }

    [Test]
    public async Task Publish_OfADraftThatTheCheckerRefuses_IsRefusedWithTheFinding()
    {
        var draft = Definition();
        draft["root"]!["connections"]!.AsArray().RemoveAt(0);
        await SaveAsync(draft, 0);

        var result = await host.AtDeskAsync(desk => desk.GetRequiredService<PublishRoute>().DoAsync(new PublishRouteRequest(RouteId, 1), host.Actors["quan-tri"], default));

        Assert.That(result.Done, Is.False);
        Assert.That(result.Problems.Select(problem => problem.Code), Does.Contain("OutcomeNotConnected"));
        Assert.That(host.Services.GetRequiredService<Rulebooks>().RouteOf(RouteId).Version, Is.EqualTo(1));
    }

    [Test]
    public async Task SaveDraft_OverSomebodyElsesSave_IsToldAndLosesNothing()
    {
        await SaveAsync(WithCheckBeforeSigning(), 0);
        await SaveAsync(WithCheckBeforeSigning(), 1);

        var late = await SaveAsync(Definition(), 1);

        Assert.That(late.Refusals.Select(refusal => (refusal.Code, refusal.Args[0])), Is.EqualTo(new[] { ("DraftChanged", (object)host.Actors["quan-tri"].Name) }));
    }

    [Test]
    public async Task Draft_ThatSomebodySavedAgain_IsNotDiscarded_AndOneThatIsGoneIsNotSaved()
    {
        await SaveAsync(WithCheckBeforeSigning(), 0);
        await SaveAsync(WithCheckBeforeSigning(), 1);

        var late = await DiscardAsync(1);
        var done = await DiscardAsync(2);
        var gone = await SaveAsync(Definition(), 2);

        Assert.That(late.Refusals.Select(refusal => refusal.Code), Is.EqualTo(new[] { "DraftChanged" }));
        Assert.That(done.Done, Is.True);
        Assert.That(gone.Refusals.Select(refusal => refusal.Code), Is.EqualTo(new[] { "DraftGone" }));
    }

    [Test]
    public async Task Publish_ADraftThatSomebodySavedAgain_IsRefused()
    {
        var actor = host.Actors["quan-tri"];
        var (late, seen) = await host.AtDeskAsync(async desk =>
        {
            await desk.GetRequiredService<SaveRouteDraft>().DoAsync(new SaveRouteDraftRequest(RouteId, WithCheckBeforeSigning().ToJsonString(), 0), actor, default);
            await SaveAsync(WithCheckBeforeSigning(), 1);
            var publish = desk.GetRequiredService<PublishRoute>();
            return (await publish.DoAsync(new PublishRouteRequest(RouteId, 1), actor, default), await publish.DoAsync(new PublishRouteRequest(RouteId, 2), actor, default));
        });

        Assert.That(late.Refusals.Select(refusal => refusal.Code), Is.EqualTo(new[] { "DraftChanged" }));
        Assert.That(seen.Done, Is.True);
    }

    [Test]
    public async Task Plan_ShowsEachOpenDossier_AndMovesOnlyWhatIsTicked()
    {
        var (moved, stays) = (await host.AcceptedDossierAsync(), await host.AcceptedDossierAsync());
        await PublishAsync(WithCheckBeforeSigning());
        var admin = await host.AsAsync("quan-tri");
        var address = $"/quan-tri/quy-trinh/chuyen-phien-ban?quy-trinh={RouteId}";

        var plan = await admin.GetAsync(address);
        var answer = await admin.PostAsync(address, new() { ["Chosen"] = $"{moved}", [$"Steps[{moved}/assign]"] = "assign" });

        Assert.That(plan.Html, Does.Contain("Quy trình 1 → 2").And.Contain($"{moved}").And.Contain($"{stays}").And.Contain("không đổi"));
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That((await host.DossierAsync(moved)).RouteVersion, Is.EqualTo(2));
        Assert.That((await host.DossierAsync(stays)).RouteVersion, Is.EqualTo(1));
        Assert.That(await LastActAsync(moved), Is.EqualTo(DossierAct.MoveVersion));
        Assert.That((await host.DossierAsync(moved)).Work.Select(item => item.StepId), Is.EqualTo(new[] { "assign" }));
        Assert.That((await admin.GetAsync(address)).Html, Does.Not.Contain($"c-{moved}").And.Contain($"c-{stays}"));
    }

    [Test]
    public async Task Plan_WithNothingTicked_MovesNothing()
    {
        var id = await host.AcceptedDossierAsync();
        await PublishAsync(WithCheckBeforeSigning());
        var admin = await host.AsAsync("quan-tri");
        await admin.GetAsync($"/quan-tri/quy-trinh/chuyen-phien-ban?quy-trinh={RouteId}");

        var answer = await admin.PostAsync($"/quan-tri/quy-trinh/chuyen-phien-ban?quy-trinh={RouteId}", []);

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That((await host.DossierAsync(id)).RouteVersion, Is.EqualTo(1));
    }

    [Test]
    public async Task Plan_ThatANewerVersionOvertook_MovesNothing_AndASecretSenderIsNotNamed()
    {
        var id = await host.AcceptedDossierAsync();
        await SqlAsync("UPDATE dossiers SET hides_applicant = true");
        await PublishAsync(WithCheckBeforeSigning());
        var admin = await host.AsAsync("quan-tri");
        var address = $"/quan-tri/quy-trinh/chuyen-phien-ban?quy-trinh={RouteId}";
        var plan = await admin.GetAsync(address);
        await PublishAsync(Definition());

        var late = await admin.PostAsync(address, new() { ["Chosen"] = $"{id}" });
        var version = (await host.DossierAsync(id)).RouteVersion;
        await admin.GetAsync(address);
        var again = await admin.PostAsync(address, new() { ["Chosen"] = $"{id}" });

        Assert.That(plan.Html, Does.Contain($"c-{id}").And.Not.Contain(Given.ApplicantName));
        Assert.That(late.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(late.Html, Does.Contain("Quy trình 1 → 3"));
        Assert.That(version, Is.EqualTo(1));
        Assert.That(again.Status, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That((await host.DossierAsync(id)).RouteVersion, Is.EqualTo(3));
    }

    [Test]
    public async Task Move_OfADossierThatSomebodyActedOnMeanwhile_IsRefused()
    {
        var id = await host.AcceptedDossierAsync();
        await PublishAsync(WithCheckBeforeSigning());
        var seen = (await host.DossierAsync(id)).Revision - 1;

        var result = await MoveAsync(id, seen);

        Assert.That(result.Refusals.Single().Code, Does.StartWith("DossierChanged"));
        Assert.That((await host.DossierAsync(id)).RouteVersion, Is.EqualTo(1));
    }

    [Test]
    public async Task Move_WhenTheWaitingStepIsGone_IsRefusedAndTheDossierStays()
    {
        var id = await host.AcceptedDossierAsync();
        var draft = Definition();
        Activity(draft, "assign")["type"] = "HaiDuong.HumanTask";
        Activity(draft, "assign")["id"] = "sort";
        foreach (var connection in draft["root"]!["connections"]!.AsArray())
        {
            foreach (var end in new[] { connection!["source"]!, connection["target"]! }.Where(end => end["activity"]!.GetValue<string>() == "assign"))
                end["activity"] = "sort";
        }

        await PublishAsync(draft);

        var result = await MoveAsync(id, null);
        var dossier = await host.DossierAsync(id);

        // Assigning may be done again as a plain task, so the plan proposes it only when it is chosen.
        Assert.That(result.Refusals.Select(refusal => refusal.Code), Is.EqualTo(new[] { "MoveNoStep" }));
        Assert.That((dossier.RouteVersion, dossier.Work.Single().StepId), Is.EqualTo((1, "assign")));
    }

    [Test]
    public async Task Administration_OfRoutes_IsForAdministratorsOnly()
    {
        foreach (var path in (string[])["/quan-tri/quy-trinh", $"/quan-tri/quy-trinh/{RouteId}", $"/quan-tri/quy-trinh/chuyen-phien-ban?quy-trinh={RouteId}"])
        {
            Assert.That((await (await host.AsAsync("truong-phong")).GetAsync(path)).Status, Is.EqualTo(HttpStatusCode.Found), path);
            Assert.That((await (await host.AsAsync("quan-tri")).GetAsync(path)).Status, Is.EqualTo(HttpStatusCode.OK), path);
        }
    }

    // A route is published only when every division that uses it has somebody for each step.
    private async Task<int> StaffEveryDivisionAsync(IServiceProvider desk)
    {
        var db = desk.GetRequiredService<OfficeDbContext>();
        foreach (var division in desk.GetRequiredService<ProcedureCatalogue>().Versions.Select(procedure => procedure.DivisionKey).Distinct())
        {
            foreach (var role in (StaffRole[])[StaffRole.Specialist, StaffRole.DivisionHead])
                db.RoleAssignments.Add(new RoleAssignment { Id = Guid.CreateVersion7(), AccountId = host.Actors["chuyen-vien-2"].AccountId!.Value, Role = role, Unit = division, ValidFrom = new LocalDate(2020, 1, 1) });
        }

        return await db.SaveChangesAsync();
    }

    private async Task<DossierAct> LastActAsync(Guid id) =>
        await host.AtDeskAsync(desk => Task.FromResult(desk.GetRequiredService<OfficeDbContext>().History.Where(line => line.DossierId == id).OrderByDescending(line => line.Id).First().Act));

    private Task<ActResult> MoveAsync(Guid id, int? seen) =>
        host.AtDeskAsync(async desk =>
        {
            var target = desk.GetRequiredService<Rulebooks>().NewestFor(await host.DossierAsync(id), DeskHost.Morning.Date, withProcedure: false);
            var request = new MoveDossierRequest(id, seen, MoveDossier.TargetOf(target), false, new Dictionary<string, string>());
            return await desk.GetRequiredService<MoveDossier>().DoAsync(request, host.Actors["quan-tri"], default);
        });

    private async Task PublishAsync(JsonNode draft)
    {
        await SaveAsync(draft, 0);
        var result = await host.AtDeskAsync(desk => desk.GetRequiredService<PublishRoute>().DoAsync(new PublishRouteRequest(RouteId, 1), host.Actors["quan-tri"], default));
        Assert.That(result.Problems.Where(problem => !problem.IsAdvice).Select(problem => problem.English), Is.Empty);
        Assert.That(result.Done, Is.True);
    }

    private Task<DraftResult> SaveAsync(JsonNode draft, int seen) =>
        host.AtDeskAsync(desk => desk.GetRequiredService<SaveRouteDraft>().DoAsync(new SaveRouteDraftRequest(RouteId, draft.ToJsonString(), seen), host.Actors["quan-tri"], default));

    private Task<DraftResult> DiscardAsync(int seen) =>
        host.AtDeskAsync(desk => desk.GetRequiredService<DiscardRouteDraft>().DoAsync(RouteId, seen, default));

    private JsonNode Definition() => JsonNode.Parse(host.Services.GetRequiredService<Rulebooks>().RouteOf(RouteId).ToJson())!;

    private JsonNode WithCheckBeforeSigning()
    {
        var draft = Definition();
        var step = Activity(draft, "review").DeepClone();
        (step["id"], step["type"], step["metadata"]!["displayText"]) = ("legal-check", "HaiDuong.HumanTask", "Rà soát pháp lý");
        step["title"]!["expression"]!["value"] = "Rà soát pháp lý";
        step["budgetShare"]!["expression"]!["value"] = "0.05";
        draft["root"]!["activities"]!.AsArray().Add(step);
        var connections = draft["root"]!["connections"]!.AsArray();
        var approved = connections.First(connection => connection!["source"]!["port"]!.GetValue<string>() == "Approved")!;
        var after = approved.DeepClone();
        approved["target"]!["activity"] = "legal-check";
        (after["source"]!["activity"], after["source"]!["port"]) = ("legal-check", "Done");
        connections.Add(after);
        return draft;
    }

    private static JsonNode Activity(JsonNode draft, string id) =>
        draft["root"]!["activities"]!.AsArray().First(activity => activity!["id"]!.GetValue<string>() == id)!;

    private Task<int> SqlAsync(string sql) => host.AtDeskAsync(async desk =>
    {
        await using var command = desk.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
        return await command.ExecuteNonQueryAsync();
    });
}
