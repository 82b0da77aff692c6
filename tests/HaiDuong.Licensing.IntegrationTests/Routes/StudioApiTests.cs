using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using HaiDuong.Licensing.IntegrationTests.Desks;
using HaiDuong.Licensing.OneStop.Features.Routes;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Routes;

/// <summary>The requests that Elsa Studio 3.8.2 was seen to make, and what it needs in the answers; the package itself need not be there.</summary>
public sealed class StudioApiTests
{
    private const string Definition = "/studio-api/workflow-definitions/by-definition-id/standard-licence?versionOptions=Latest";
    private static readonly string[] Reads =
    [
        Definition,
        "/studio-api/descriptors/activities?Refresh=True",
        "/studio-api/descriptors/expression-descriptors",
        "/studio-api/descriptors/variables",
        "/studio-api/descriptors/workflow-activation-strategies",
        "/studio-api/descriptors/incident-strategies",
        "/studio-api/descriptors/log-persistence-strategies",
        "/studio-api/descriptors/commit-strategies/workflows",
        "/studio-api/descriptors/storage-drivers",
        "/studio-api/features/installed",
        "/studio-api/workflow-definitions?versionOptions=AllVersions&DefinitionIds=standard-licence&Page=0&PageSize=10",
    ];

    private DeskHost host = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => host = await DeskHost.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await host.DisposeAsync();

    [Test]
    public async Task Everything_IsForAdministratorsOnly()
    {
        var (admin, _) = await LogInAsync("quan-tri");
        var (other, _) = await LogInAsync("truong-phong");
        using var nobody = Client();

        foreach (var path in Reads)
        {
            Assert.That((await admin.GetAsync(path)).StatusCode, Is.EqualTo(HttpStatusCode.OK), path);
            Assert.That((await other.GetAsync(path)).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden), path);
            Assert.That((await nobody.GetAsync(path)).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized), path);
        }
    }

    [Test]
    public async Task Definition_HasWhatTheEditorNeeds_AndNothingOfItIsLost()
    {
        var (admin, _) = await LogInAsync("quan-tri");

        var definition = (await admin.GetFromJsonAsync<JsonObject>(Definition))!;

        var file = JsonNode.Parse(host.Services.GetRequiredService<Rulebooks>().RouteOf("standard-licence").ToJson())!.AsObject();
        Assert.That(definition["links"]![0]!["rel"]!.GetValue<string>(), Is.EqualTo("publish"));
        Assert.That(definition["root"]!["activities"]!.AsArray().Select(activity => activity!["nodeId"]!.GetValue<string>()), Is.All.StartsWith("Workflow1:"));
        Assert.That(definition["root"]!["connections"]!.ToJsonString(), Is.EqualTo(file["root"]!["connections"]!.ToJsonString()));
        Assert.That(file.Select(member => member.Key), Is.SubsetOf(definition.Select(member => member.Key)));
    }

    [Test]
    public async Task Descriptors_CoverEveryActivityOfTheShippedRoutes()
    {
        var (admin, _) = await LogInAsync("quan-tri");

        var descriptors = (await admin.GetFromJsonAsync<JsonObject>("/studio-api/descriptors/activities?Refresh=True"))!["items"]!.AsArray();

        var known = descriptors.Select(descriptor => descriptor!["typeName"]!.GetValue<string>()).ToList();
        var used = host
            .Services.GetRequiredService<Rulebooks>()
            .Routes.SelectMany(route => JsonNode.Parse(route.ToJson())!["root"]!["activities"]!.AsArray())
            .Select(activity => activity!["type"]!.GetValue<string>());
        Assert.That(used.Distinct(), Is.SubsetOf(known));
        Assert.That(descriptors.Select(descriptor => descriptor!["displayName"]!.GetValue<string>()), Is.All.Not.Empty);
    }

    [Test]
    public async Task Save_WithoutTheToken_IsRefused()
    {
        var (admin, _) = await LogInAsync("quan-tri");

        var answer = await admin.PostAsJsonAsync("/studio-api/workflow-definitions", new { model = await ModelAsync(admin), publish = false });

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task Save_MakesADraft_TellsTheFindings_AndPublishingIsRefusedWithThem()
    {
        var (admin, token) = await LogInAsync("quan-tri");
        var model = await ModelAsync(admin);
        model["root"]!["activities"]!
            .AsArray()
            .Add(
                new JsonObject
                {
                    ["id"] = "a1b2",
                    ["type"] = "HaiDuong.HumanTask",
                    ["version"] = 1,
                    ["customProperties"] = new JsonObject(),
                    ["metadata"] = new JsonObject(),
                }
            );

        var saved = await PostAsync(admin, token, model, publish: false);
        var published = await PostAsync(admin, token, saved.Body["workflowDefinition"]!.AsObject(), publish: true);

        Assert.That(saved.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(saved.Body["findings"]!.AsArray(), Is.Not.Empty);
        Assert.That(saved.Body["workflowDefinition"]!["isPublished"]!.GetValue<bool>(), Is.False);
        Assert.That(published.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(published.Body["errors"]!["generalErrors"]!.AsArray(), Is.Not.Empty);
        Assert.That(host.Services.GetRequiredService<Rulebooks>().RouteOf("standard-licence").Version, Is.EqualTo(1));
        await DiscardAsync();
    }

    [Test]
    public async Task Save_FromAnOlderPublishedVersion_IsRefused()
    {
        var (admin, token) = await LogInAsync("quan-tri");
        var model = await ModelAsync(admin);
        model["id"] = "standard-licence-v0";

        var late = await PostAsync(admin, token, model, publish: false);

        Assert.That(late.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(late.Body["errors"]!["generalErrors"]![0]!.GetValue<string>(), Is.EqualTo(new Domain.Refusal("RouteOutdated", null, 1).Sentence));
    }

    [Test]
    public async Task Save_OfJsonOfAnotherKind_IsRefusedOrKept_AndNeverFails()
    {
        var (admin, token) = await LogInAsync("quan-tri");
        var (id, root) = (await ModelAsync(admin), await ModelAsync(admin));
        (id["id"], root["root"]!["activities"]![0]!["title"]) = (5, "Tên");

        var badId = await PostAsync(admin, token, id, publish: false);
        var badPublish = await PostAsync(admin, token, await ModelAsync(admin), publish: "yes");
        var badTitle = await PostAsync(admin, token, root, publish: false);

        Assert.That(badId.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(badPublish.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(badPublish.Body["errors"]!["generalErrors"]!.AsArray(), Is.Not.Empty);
        Assert.That(badTitle.Status, Is.EqualTo(HttpStatusCode.OK));
        await DiscardAsync();
    }

    [Test]
    public async Task Import_OverADraft_WithoutAFileOrOfATooLargeOne_IsRefused_AndTheDraftStays()
    {
        var (admin, token) = await LogInAsync("quan-tri");
        var definition = host.Services.GetRequiredService<Rulebooks>().RouteOf("standard-licence").ToJson();

        var first = await ImportAsync(admin, token, definition);
        var second = await ImportAsync(admin, token, definition);
        var none = await ImportAsync(admin, token, "");
        var large = await ImportAsync(admin, token, new string(' ', 1_000_001));

        Assert.That(first.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(
            (second.Status, none.Status, large.Status),
            Is.EqualTo((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity))
        );
        Assert.That(second.Html, Does.Contain("đang có bản nháp của Tài khoản quan-tri"));
        Assert.That(none.Html, Does.Contain(new Domain.Refusal("RouteFileRequired").Sentence));
        Assert.That(large.Html, Does.Contain(new Domain.Refusal("RouteFileTooLarge").Sentence));
        await DiscardAsync();
    }

    [Test]
    public async Task Export_WithoutADraft_IsOfTheNewestVersion()
    {
        var (admin, _) = await LogInAsync("quan-tri");

        var file = await admin.GetAsync("/studio-api/workflow-definitions/standard-licence/export");

        Assert.That(file.Content.Headers.ContentDisposition?.FileName, Is.EqualTo("standard-licence-v1.json"));
    }

    [Test]
    public async Task Save_OverAnothersSave_IsRefused()
    {
        var (admin, token) = await LogInAsync("quan-tri");
        var stale = await ModelAsync(admin);
        await PostAsync(admin, token, stale, publish: false);

        var late = await PostAsync(admin, token, stale, publish: false);

        Assert.That(late.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        await DiscardAsync();
    }

    [Test]
    public async Task EditPage_WithoutThePackage_SaysHowToFetchIt()
    {
        var page = await (await host.AsAsync("quan-tri")).GetAsync("/quan-tri/quy-trinh/standard-licence/sua");

        Assert.That(page.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(page.Html, Does.Contain("-- studio").And.Not.Contain("<iframe"));
    }

    private static async Task<JsonObject> ModelAsync(HttpClient client) => (await client.GetFromJsonAsync<JsonObject>(Definition))!;

    private static async Task<(HttpStatusCode Status, JsonObject Body)> PostAsync(HttpClient client, string token, JsonObject model, JsonNode publish)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/studio-api/workflow-definitions");
        request.Headers.Add("RequestVerificationToken", token);
        request.Content = JsonContent.Create(new JsonObject { ["model"] = model.DeepClone(), ["publish"] = publish });
        var answer = await client.SendAsync(request);
        return (answer.StatusCode, JsonSerializer.Deserialize<JsonObject>(await answer.Content.ReadAsStringAsync())!);
    }

    private static async Task<(HttpStatusCode Status, string Html)> ImportAsync(HttpClient client, string token, string definition)
    {
        using var form = new MultipartFormDataContent { { new StringContent(token), "xsrf" }, { new StringContent(definition), "File", "quy-trinh.json" } };
        var answer = await client.PostAsync("/quan-tri/quy-trinh", form);
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }

    private Task<DraftResult> DiscardAsync() =>
        host.AtDeskAsync(async desk =>
        {
            var draft = await desk.GetRequiredService<RoutesQuery>().DraftAsync("standard-licence", default);
            return await desk.GetRequiredService<DiscardRouteDraft>().DoAsync("standard-licence", draft!.Revision, host.Actors["quan-tri"], default);
        });

    private async Task<(HttpClient Client, string Token)> LogInAsync(string name)
    {
        var client = Client();
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["Name"] = name,
                ["Password"] = DeskHost.Password,
                ["xsrf"] = await TokenAsync(client, "/dang-nhap"),
            }
        );
        await client.PostAsync("/dang-nhap", form);
        return (client, await TokenAsync(client, "/viec-cua-toi"));
    }

    private static async Task<string> TokenAsync(HttpClient client, string path) =>
        WebUtility.HtmlDecode(
            Regex
                .Match(await client.GetStringAsync(path), "name=\"xsrf\"[^>]*value=\"(?<token>[^\"]*)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))
                .Groups["token"]
                .Value
        );

    private HttpClient Client() => host.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = true, HandleCookies = true });
}
