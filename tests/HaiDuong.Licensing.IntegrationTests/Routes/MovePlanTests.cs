using System.Net;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.IntegrationTests.Desks;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.OneStop.Features.Routes;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Routes;

/// <summary>Nothing moves to a new version without a confirmed plan.</summary>
public sealed class MovePlanTests : RouteTest
{
    [Test]
    public async Task Plan_ShowsEachOpenDossier_AndMovesOnlyWhatIsTicked()
    {
        var (moved, stays) = (await Host.AcceptedDossierAsync(), await Host.AcceptedDossierAsync());
        await PublishAsync(WithCheckBeforeSigning());
        var admin = await Host.AsAsync("quan-tri");
        var address = $"/quan-tri/quy-trinh/chuyen-phien-ban?quy-trinh={RouteId}";

        var plan = await admin.GetAsync(address);
        var answer = await admin.PostAsync(address, new() { ["Chosen"] = $"{moved}", [$"Steps[{moved}/assign]"] = "assign" });

        Assert.That(plan.Html, Does.Contain("Quy trình 1 → 2").And.Contain($"{moved}").And.Contain($"{stays}").And.Contain("không đổi"));
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That((await Host.DossierAsync(moved)).RouteVersion, Is.EqualTo(2));
        Assert.That((await Host.DossierAsync(stays)).RouteVersion, Is.EqualTo(1));
        Assert.That(await LastActAsync(moved), Is.EqualTo(DossierAct.MoveVersion));
        Assert.That((await Host.DossierAsync(moved)).Work.Select(item => item.StepId), Is.EqualTo(new[] { "assign" }));
        Assert.That((await admin.GetAsync(address)).Html, Does.Not.Contain($"c-{moved}").And.Contain($"c-{stays}"));
    }

    [Test]
    public async Task Plan_SentAgain_MovesOnce()
    {
        var id = await Host.AcceptedDossierAsync();
        await PublishAsync(WithCheckBeforeSigning());
        var admin = await Host.AsAsync("quan-tri");
        var address = $"/quan-tri/quy-trinh/chuyen-phien-ban?quy-trinh={RouteId}";
        await admin.GetAsync(address);

        var first = await admin.PostAsync(address, new() { ["Chosen"] = $"{id}" });
        var done = await Host.DossierAsync(id);
        var again = await admin.PostAsync(address, new() { ["Chosen"] = $"{id}" });
        var other = await admin.PostAsync(address, new() { ["Chosen"] = $"{id}", [$"Steps[{id}/assign]"] = "review" });

        Assert.That((first.Status, again.Status, again.Location), Is.EqualTo((HttpStatusCode.Redirect, HttpStatusCode.Redirect, first.Location)), again.Html);
        Assert.That(other.Html, Does.Contain(new Refusal("DossierChangedBySameForm").Sentence));
        Assert.That(((await Host.DossierAsync(id)).Revision, done.RouteVersion), Is.EqualTo((done.Revision, 2)));
    }

    [Test]
    public async Task Plan_WithNothingTicked_MovesNothing()
    {
        var id = await Host.AcceptedDossierAsync();
        await PublishAsync(WithCheckBeforeSigning());
        var admin = await Host.AsAsync("quan-tri");
        await admin.GetAsync($"/quan-tri/quy-trinh/chuyen-phien-ban?quy-trinh={RouteId}");

        var answer = await admin.PostAsync($"/quan-tri/quy-trinh/chuyen-phien-ban?quy-trinh={RouteId}", []);

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That((await Host.DossierAsync(id)).RouteVersion, Is.EqualTo(1));
    }

    [Test]
    public async Task Plan_ThatANewerVersionOvertook_MovesNothing_AndASecretSenderIsNotNamed()
    {
        var id = await Host.AcceptedDossierAsync();
        await SqlAsync("UPDATE dossiers SET hides_applicant = true");
        await PublishAsync(WithCheckBeforeSigning());
        var admin = await Host.AsAsync("quan-tri");
        var address = $"/quan-tri/quy-trinh/chuyen-phien-ban?quy-trinh={RouteId}";
        var plan = await admin.GetAsync(address);
        await PublishAsync(Definition());

        var late = await admin.PostAsync(address, new() { ["Chosen"] = $"{id}" });
        var version = (await Host.DossierAsync(id)).RouteVersion;
        await admin.GetAsync(address);
        var again = await admin.PostAsync(address, new() { ["Chosen"] = $"{id}" });

        Assert.That(plan.Html, Does.Contain($"c-{id}").And.Not.Contain(Given.ApplicantName));
        Assert.That(late.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(late.Html, Does.Contain("Quy trình 1 → 3"));
        Assert.That(version, Is.EqualTo(1));
        Assert.That(again.Status, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That((await Host.DossierAsync(id)).RouteVersion, Is.EqualTo(3));
    }

    [Test]
    public async Task Move_OfADossierThatSomebodyActedOnMeanwhile_IsRefused()
    {
        var id = await Host.AcceptedDossierAsync();
        await PublishAsync(WithCheckBeforeSigning());
        var seen = (await Host.DossierAsync(id)).Revision - 1;

        var result = await MoveAsync(id, seen);

        Assert.That(result.Refusals.Single().Code, Does.StartWith("DossierChanged"));
        Assert.That((await Host.DossierAsync(id)).RouteVersion, Is.EqualTo(1));
    }

    [Test]
    public async Task Move_WhenTheWaitingStepIsGone_IsRefusedAndTheDossierStays()
    {
        var id = await Host.AcceptedDossierAsync();
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
        var dossier = await Host.DossierAsync(id);

        // Assigning may be done again as a plain task, so the plan proposes it only when it is chosen.
        Assert.That(result.Refusals.Select(refusal => refusal.Code), Is.EqualTo(new[] { "MoveNoStep" }));
        Assert.That((dossier.RouteVersion, dossier.Work.Single().StepId), Is.EqualTo((1, "assign")));
    }

    private async Task<DossierAct> LastActAsync(Guid id) =>
        await Host.AtDeskAsync(desk =>
            Task.FromResult(
                desk.GetRequiredService<OfficeDbContext>().History.Where(line => line.DossierId == id).OrderByDescending(line => line.Id).First().Act
            )
        );

    private Task<ActResult> MoveAsync(Guid id, int? seen) =>
        Host.AtDeskAsync(async desk =>
        {
            var target = desk.GetRequiredService<Rulebooks>().NewestFor(await Host.DossierAsync(id), DeskHost.Morning.Date, withProcedure: false);
            var request = new MoveDossierRequest(id, seen, MoveDossier.TargetOf(target), false, new Dictionary<string, string>());
            return await desk.GetRequiredService<MoveDossier>().DoAsync(request, Host.Actors["quan-tri"], default);
        });
}
