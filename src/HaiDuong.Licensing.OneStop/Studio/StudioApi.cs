using System.Globalization;
using System.Resources;
using System.Text.Json.Nodes;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Features.Routes;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Antiforgery;

namespace HaiDuong.Licensing.OneStop.Studio;

/// <summary>
/// The part of Elsa's HTTP interface that the editor of Elsa Studio asks for. Only administrators; changes only with the antiforgery token.
/// A save makes or changes the draft; a publication passes the checker or is refused with what it found.
/// </summary>
public static class StudioApi
{
    public const string Path = "/studio-api";

    private static readonly ResourceManager Words = new("HaiDuong.Licensing.OneStop.Studio.StudioWords", typeof(StudioApi).Assembly);
    private static readonly object Nothing = new
    {
        Items = Array.Empty<object>(),
        Count = 0,
        TotalCount = 0,
        Links = Array.Empty<object>(),
    };

    private static readonly string[] Unused =
    [
        "/features/installed",
        "/descriptors/workflow-activation-strategies",
        "/descriptors/incident-strategies",
        "/descriptors/log-persistence-strategies",
        "/descriptors/commit-strategies/workflows",
        "/descriptors/commit-strategies/activities",
        "/descriptors/storage-drivers",
    ];

    public static void Map(WebApplication app)
    {
        var administrators = new ForRolesAttribute(StaffRole.Administrator);
        app.MapGet(StudioFiles.Path + "/edit/{id}", StudioPage.Edit).WithMetadata(administrators);
        var api = app.MapGroup(Path).WithMetadata(administrators).AddEndpointFilter(WithTokenAsync);
        foreach (var path in Unused)
            api.MapGet(path, () => Results.Json(Nothing));
        api.MapGet("/descriptors/activities", (StudioDescriptors descriptors) => Items(descriptors.Activities()));
        api.MapGet("/descriptors/expression-descriptors", () => Items(StudioDescriptors.Expressions()));
        api.MapGet("/descriptors/variables", () => Items(StudioDescriptors.VariableTypes()));
        api.MapGet("/workflow-definitions/by-definition-id/{id}", DefinitionAsync);
        api.MapGet("/workflow-definitions", VersionsAsync);
        api.MapGet("/workflow-definitions/{id}/export", (string id) => Results.Redirect($"/quan-tri/quy-trinh/{Uri.EscapeDataString(id)}?handler=File"));
        api.MapPost("/workflow-definitions", SaveAsync);
    }

    private static async ValueTask<object?> WithTokenAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var context = invocation.HttpContext;
        if (!HttpMethods.IsGet(context.Request.Method) && !await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context))
            return Refused([Say("TokenMissing")]);
        return await next(invocation);
    }

    private static async Task<IResult> DefinitionAsync(string id, RoutesQuery query, Rulebooks rulebooks, CancellationToken cancel) =>
        await query.DraftAsync(id, cancel) is { } draft ? Results.Json(StudioDefinition.OfDraft(draft, Newest(rulebooks, id)))
        : rulebooks.Routes.FirstOrDefault(route => route.Id == id) is { } route ? Results.Json(StudioDefinition.OfPublished(route))
        : Results.NotFound();

    private static async Task<IResult> VersionsAsync(string? definitionIds, RoutesQuery query, Rulebooks rulebooks, CancellationToken cancel)
    {
        var id = definitionIds ?? "";
        var newest = rulebooks.Routes.FirstOrDefault(route => route.Id == id);
        var rows = (await query.VersionsAsync(id, cancel))
            .Select(row => StudioDefinition.Summary(rulebooks.RouteOf(id, row.Version), row, row.Version == newest?.Version))
            .ToList();
        return Results.Json(
            new
            {
                Items = rows,
                TotalCount = rows.Count,
                Links = Array.Empty<object>(),
            }
        );
    }

    private static async Task<IResult> SaveAsync(
        JsonObject body,
        SaveRouteDraft save,
        PublishRoute publish,
        Rulebooks rulebooks,
        CurrentActor current,
        CancellationToken cancel
    )
    {
        if (
            body["model"] is not JsonObject model
            || StudioDefinition.Text(model["definitionId"]) is not { Length: > 0 } id
            || !TryReadPublish(body["publish"], out var publishes)
        )
            return Refused([Say("NoDefinition")]);
        var actor = await current.GetAsync(cancel);
        var newest = Newest(rulebooks, id);
        var seen = StudioDefinition.Seen(model);
        if (seen.Newest != newest)
            return Refused([new Refusal(nameof(RefusalCode.RouteOutdated), null, newest).Sentence]);
        var saved = await save.DoAsync(new SaveRouteDraftRequest(id, StudioDefinition.ToFile(model, newest + 1), seen.Revision), actor, cancel);
        if (!saved.Done)
            return Refused(saved.Refusals.Select(refusal => refusal.Sentence));
        return publishes
            ? await PublishAsync(saved.Draft!, publish, actor, cancel)
            : Saved(saved.Draft!, newest, await publish.CheckAsync(saved.Draft!.Definition, id, cancel));
    }

    private static async Task<IResult> PublishAsync(RouteDraft draft, PublishRoute publish, Actor actor, CancellationToken cancel)
    {
        var result = await publish.DoAsync(new PublishRouteRequest(draft.RouteId, draft.Revision), actor, cancel);
        return result.Done
            ? Results.Json(
                new
                {
                    WorkflowDefinition = StudioDefinition.OfPublished(result.Route!),
                    AlreadyPublished = false,
                    ConsumingWorkflowCount = 0,
                    Published = true,
                }
            )
            : Refused([.. result.Refusals.Select(refusal => refusal.Sentence), .. Faults(result.Problems)]);
    }

    private static int Newest(Rulebooks rulebooks, string id) => rulebooks.Routes.FirstOrDefault(route => route.Id == id)?.Version ?? 0;

    private static bool TryReadPublish(JsonNode? member, out bool publishes)
    {
        publishes = false;
        return member is null || (member is JsonValue value && value.TryGetValue(out publishes));
    }

    private static IResult Saved(RouteDraft draft, int newest, IReadOnlyList<WorkflowProblem> problems) =>
        Results.Json(
            new
            {
                WorkflowDefinition = StudioDefinition.OfDraft(draft, newest),
                AlreadyPublished = false,
                ConsumingWorkflowCount = 0,
                Said = Say(problems.Any(problem => !problem.IsAdvice) ? "SavedWithFaults" : "Saved", draft.Revision),
                Findings = problems.Select(problem => problem.Sentence()),
            }
        );

    private static IEnumerable<string> Faults(IEnumerable<WorkflowProblem> problems) =>
        problems
            .Where(problem => !problem.IsAdvice)
            .Select(problem => problem.Path.Count == 0 ? problem.Sentence() : $"{problem.Sentence()} ({string.Join(" → ", problem.Path)})");

    private static IResult Refused(IEnumerable<string> sentences) =>
        Results.Json(
            new
            {
                StatusCode = StatusCodes.Status400BadRequest,
                Message = Say("Refused"),
                Errors = new { GeneralErrors = sentences },
            },
            statusCode: StatusCodes.Status400BadRequest
        );

    private static IResult Items(IReadOnlyList<object> items) => Results.Json(new { Items = items, items.Count });

    internal static string Say(string word, params object[] values) =>
        string.Format(CultureInfo.CurrentCulture, Words.GetString(word, CultureInfo.CurrentUICulture) ?? word, values);
}
