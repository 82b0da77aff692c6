using System.Globalization;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Routes;

/// <summary>A published version without its files.</summary>
public sealed record RouteVersionRow(int Version, string Hash, Instant PublishedAt, string PublishedBy, int OpenDossiers);

/// <summary>A route in the list: its newest version, whether a draft waits, how many open dossiers run by the newest version and by older ones.</summary>
public sealed record RouteRow(string Id, string Name, int? Version, bool HasDraft, int OpenNewest, int OpenOlder);

/// <summary>What administrators see of routes, versions and drafts.</summary>
public sealed class RoutesQuery(OfficeDbContext db, Rulebooks rulebooks)
{
    public async Task<IReadOnlyList<RouteRow>> ListAsync(CancellationToken cancel)
    {
        var drafts = await db.RouteDrafts.AsNoTracking().Select(draft => draft.RouteId).ToListAsync(cancel);
        var counts = await Open()
            .GroupBy(dossier => new { dossier.RouteId, dossier.RouteVersion })
            .Select(group => new
            {
                group.Key.RouteId,
                group.Key.RouteVersion,
                Count = group.Count(),
            })
            .ToListAsync(cancel);
        var routes = rulebooks.Routes;
        return
        [
            .. routes.Select(route => new RouteRow(
                route.Id,
                rulebooks.Catalogue.Shown(route.Name),
                route.Version,
                drafts.Contains(route.Id),
                counts.Where(count => count.RouteId == route.Id && count.RouteVersion == route.Version).Sum(count => count.Count),
                counts.Where(count => count.RouteId == route.Id && count.RouteVersion != route.Version).Sum(count => count.Count)
            )),
            .. drafts.Where(id => routes.All(route => route.Id != id)).Select(id => new RouteRow(id, id, null, true, 0, 0)),
        ];
    }

    public async Task<IReadOnlyList<RouteVersionRow>> VersionsAsync(string routeId, CancellationToken cancel)
    {
        var counts = await Open()
            .Where(dossier => dossier.RouteId == routeId)
            .GroupBy(dossier => dossier.RouteVersion)
            .Select(group => new { Version = group.Key, Count = group.Count() })
            .ToListAsync(cancel);
        var published = await db
            .PublishedVersions.AsNoTracking()
            .Where(version => version.Kind == PublishedKind.Route && version.Key == routeId)
            .Select(version => new
            {
                version.Version,
                version.Hash,
                version.PublishedAt,
                version.PublishedBy,
            })
            .ToListAsync(cancel);
        return
        [
            .. published
                .Select(row => (Number: int.Parse(row.Version, CultureInfo.InvariantCulture), Row: row))
                .OrderByDescending(one => one.Number)
                .Select(one => new RouteVersionRow(
                    one.Number,
                    one.Row.Hash,
                    one.Row.PublishedAt,
                    one.Row.PublishedBy,
                    counts.Where(count => count.Version == one.Number).Sum(count => count.Count)
                )),
        ];
    }

    public Task<RouteDraft?> DraftAsync(string routeId, CancellationToken cancel) =>
        db.RouteDrafts.AsNoTracking().SingleOrDefaultAsync(draft => draft.RouteId == routeId, cancel);

    private IQueryable<Dossier> Open() => db.Dossiers.AsNoTracking().Where(dossier => LifeCycle.Open.Contains(dossier.Status));
}
