using System.Text.Json.Nodes;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.IntegrationTests.Desks;
using HaiDuong.Licensing.OneStop.Features.Routes;
using HaiDuong.Licensing.OneStop.Identity;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Npgsql;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Routes;

/// <summary>An office whose standard route is drawn anew, published, and moved to.</summary>
public abstract class RouteTest
{
    protected const string RouteId = "standard-licence";
    protected DeskHost Host { get; private set; } = null!;

    [SetUp]
    public async Task StartAsync()
    {
        Host = await DeskHost.StartAsync();
        await Host.AtDeskAsync(StaffEveryDivisionAsync);
    }

    [TearDown]
    public async Task StopAsync() => await Host.DisposeAsync();

    protected async Task PublishAsync(JsonNode draft)
    {
        var saved = await SaveAsync(draft, 0);
        var result = await PublishAsync(saved.Draft!.Revision);
        Assert.That(result.Problems.Where(problem => !problem.IsAdvice).Select(problem => problem.English), Is.Empty);
        Assert.That(result.Done, Is.True);
    }

    protected Task<PublishResult> PublishAsync(int seen) =>
        Host.AtDeskAsync(desk => desk.GetRequiredService<PublishRoute>().DoAsync(new PublishRouteRequest(RouteId, seen), Host.Actors["quan-tri"], default));

    protected Task<DraftResult> SaveAsync(JsonNode draft, int seen) =>
        Host.AtDeskAsync(desk =>
            desk.GetRequiredService<SaveRouteDraft>().DoAsync(new SaveRouteDraftRequest(RouteId, draft.ToJsonString(), seen), Host.Actors["quan-tri"], default)
        );

    protected JsonNode Definition() => JsonNode.Parse(Host.Services.GetRequiredService<Rulebooks>().RouteOf(RouteId).ToJson())!;

    protected JsonNode WithCheckBeforeSigning()
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

    protected static JsonNode Activity(JsonNode draft, string id) =>
        draft["root"]!["activities"]!.AsArray().First(activity => activity!["id"]!.GetValue<string>() == id)!;

    protected Task<int> SqlAsync(string sql) =>
        Host.AtDeskAsync(async desk =>
        {
            await using var command = desk.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
            return await command.ExecuteNonQueryAsync();
        });

    // A route is published only when every division that uses it, and its department, has somebody for each step.
    private async Task<int> StaffEveryDivisionAsync(IServiceProvider desk)
    {
        var db = desk.GetRequiredService<OfficeDbContext>();
        var catalogue = desk.GetRequiredService<ProcedureCatalogue>();
        var divisions =
            from division in catalogue.Versions.Select(procedure => procedure.DivisionKey).Distinct()
            from role in (StaffRole[])[StaffRole.Specialist, StaffRole.DivisionHead]
            select (role, division);
        var desks = catalogue
            .Organisation.Offices.Where(office => office.Exists(DeskHost.Morning.Date))
            .SelectMany(office => office.Desks)
            .Select(desk => (desk.Key, desk.Value));
        db.RoleAssignments.AddRange(
            divisions
                .Concat(desks)
                .Select(held => new RoleAssignment
                {
                    Id = Guid.CreateVersion7(),
                    AccountId = Host.Actors["chuyen-vien-2"].AccountId!.Value,
                    Role = held.Item1,
                    Unit = held.Item2,
                    ValidFrom = new LocalDate(2020, 1, 1),
                })
        );
        return await db.SaveChangesAsync();
    }
}
