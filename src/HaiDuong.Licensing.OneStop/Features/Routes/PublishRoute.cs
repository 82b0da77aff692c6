using System.Globalization;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Routes;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Access.Security;
using HaiDuong.Licensing.OneStop.Identity;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;
using Route = HaiDuong.Licensing.Domain.Routes.Route;

namespace HaiDuong.Licensing.OneStop.Features.Routes;

public sealed record PublishRouteRequest(string RouteId, int SeenRevision);

/// <summary>The version that was published, or everything that forbids it.</summary>
public sealed record PublishResult(Route? Route, IReadOnlyList<WorkflowProblem> Problems, IReadOnlyList<Refusal> Refusals)
{
    public bool Done => Route is not null;
}

/// <summary>
/// Công bố quy trình: the draft becomes the next version, which new dossiers run by from now on. Dossiers under way stay; moving them is an act
/// of its own for each.
/// </summary>
public sealed class PublishRoute(OfficeDbContext db, OncePerForm once, Rulebooks rulebooks, StaffDirectory staff, SecurityLog log, OfficeClock clock)
{
    public async Task<PublishResult> DoAsync(PublishRouteRequest request, Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(StaffRole.Administrator))
            return new PublishResult(null, [], [new Refusal(nameof(RefusalCode.AdministratorOnly))]);
        IReadOnlyList<WorkflowProblem> problems = [];
        var (version, refusals) = await once.DoAsync<int?>(actor, Publish, cancel);
        var route = version is { } number ? rulebooks.RouteOf(request.RouteId, number) : null;
        return new PublishResult(route, problems, refusals);

        async Task<(int?, IReadOnlyList<Refusal>)> Publish()
        {
            await db.Database.ExecuteSqlAsync($"SELECT FROM route_drafts WHERE route_id = {request.RouteId} FOR UPDATE", cancel);
            var draft = await db.RouteDrafts.AsNoTracking().SingleOrDefaultAsync(known => known.RouteId == request.RouteId, cancel);
            if (draft is null || draft.Revision != request.SeenRevision)
                return (null, [SaveRouteDraft.Changed(draft)]);
            problems = await CheckAsync(draft.Definition, request.RouteId, cancel);
            return problems.Any(problem => !problem.IsAdvice)
                ? (null, [new Refusal(nameof(RefusalCode.RouteHasFaults))])
                : (await KeepAsync(draft, actor, cancel), []);
        }
    }

    private async Task<int> KeepAsync(RouteDraft draft, Actor actor, CancellationToken cancel)
    {
        var route = Route.Parse(draft.Definition).WithVersion(await NextAsync(draft.RouteId, cancel), published: true);
        db.PublishedVersions.Add(
            new PublishedVersion
            {
                Kind = PublishedKind.Route,
                Key = route.Id,
                Version = route.Version.ToString(CultureInfo.InvariantCulture),
                Hash = route.Hash,
                Files = new Dictionary<string, string>(StringComparer.Ordinal) { [$"{route.Id}.json"] = route.ToJson() },
                PublishedAt = clock.Now,
                PublishedBy = actor.Name,
            }
        );
        await db.RouteDrafts.Where(known => known.RouteId == draft.RouteId).ExecuteDeleteAsync(cancel);
        await db.SaveChangesAsync(cancel);
        await log.NoteAsync(
            SecurityEventKind.RoutePublished,
            actor.AccountId,
            actor.Name,
            string.Create(CultureInfo.InvariantCulture, $"{route.Id} {route.Version}"),
            cancel
        );
        return route.Version;
    }

    /// <summary>Everything found in a draft: by itself, with the procedures that use the route, and with who holds which role.</summary>
    public async Task<IReadOnlyList<WorkflowProblem>> CheckAsync(string definition, string routeId, CancellationToken cancel)
    {
        try
        {
            var route = Route.Parse(definition);
            if (route.Id != routeId)
                return [WorkflowProblem.At(routeId, 1, "RouteNameNotFile", route.Id, routeId)];
            var found = new RoutePublishing(rulebooks.Catalogue.Versions, rulebooks.Catalogue.Organisation, await staff.HeldRolesAsync(cancel)).Check(
                route,
                routeId
            );
            return [.. found.Select(problem => Named(problem, route, rulebooks.Catalogue.Shown))];
        }
        catch (RouteFormatException fault)
        {
            return [.. fault.Findings.Select(finding => WorkflowProblem.Of(finding, routeId))];
        }
    }

    /// <summary>The same, for its reader, with the titles of steps in place of their ids, which Elsa Studio makes up.</summary>
    private static WorkflowProblem Named(WorkflowProblem problem, Route route, Func<string, string> shown)
    {
        var titles = route.Nodes.ToDictionary(node => node.Id, node => shown(node.Title), StringComparer.Ordinal);
        string Titled(string sentence) =>
            titles.Aggregate(sentence, (text, node) => text.Replace($"“{node.Key}”", $"“{node.Value}”", StringComparison.Ordinal));
        return problem with
        {
            Message = Titled(problem.Message),
            English = Titled(problem.English),
            Path =
            [
                .. problem
                    .Path.Select(label => label.Split(':', 2))
                    .Select(label => $"{titles.GetValueOrDefault(label[0], label[0])}: {RouteDrawing.OutcomeName(label[^1], shown)}"),
            ],
        };
    }

    private async Task<int> NextAsync(string routeId, CancellationToken cancel)
    {
        var published = await db
            .PublishedVersions.Where(version => version.Kind == PublishedKind.Route && version.Key == routeId)
            .Select(version => version.Version)
            .ToListAsync(cancel);
        var known = rulebooks.Routes.Where(route => route.Id == routeId).Select(route => route.Version);
        return 1 + published.Select(version => int.Parse(version, CultureInfo.InvariantCulture)).Concat(known).DefaultIfEmpty(0).Max();
    }
}
