using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Features.Routes;

/// <summary>One open dossier in the plan.</summary>
public sealed record PlannedDossier(Dossier Dossier, DossierRules From, DossierRules To, MovePlan Plan);

/// <summary>What to plan for: the dossiers of a route, or with a procedure those of its older versions.</summary>
public sealed record MovePlanFilter(string? RouteId, string? ProcedureSlug, Guid? After);

/// <summary>Phương án chuyển phiên bản: the open dossiers that run by an older version, a page at a time, each with what a move would do.</summary>
public sealed class MovePlanQuery(OfficeDbContext db, Rulebooks rulebooks, OfficeClock clock)
{
    public const int Size = 50;

    public async Task<IReadOnlyList<PlannedDossier>> ReadAsync(MovePlanFilter filter, CancellationToken cancel)
    {
        var now = OfficeClock.ToLocal(clock.Now);
        var open = Open(filter).AsNoTracking().Include(dossier => dossier.Work).OrderBy(dossier => dossier.Id).AsQueryable();
        if (filter.After is { } after)
            open = open.Where(dossier => dossier.Id > after);
        List<PlannedDossier> planned = [];
        foreach (var dossier in await open.Take(Size).ToListAsync(cancel))
        {
            var from = rulebooks.For(dossier);
            var to = rulebooks.NewestFor(dossier, now.Date, filter.ProcedureSlug is not null);
            planned.Add(new PlannedDossier(dossier, from, to, dossier.PlanMove(from, to, new Dictionary<string, string>(), now)));
        }

        return planned;
    }

    private IQueryable<Dossier> Open(MovePlanFilter filter)
    {
        var open = db.Dossiers.Where(dossier => LifeCycle.Open.Contains(dossier.Status));
        if (filter.ProcedureSlug is { } slug)
        {
            var version = rulebooks.Catalogue.InForce(slug, clock.Today)?.InForceFrom;
            return open.Where(dossier => dossier.ProcedureSlug == slug && dossier.ProcedureVersion != version);
        }

        var newest = rulebooks.RouteOf(filter.RouteId!).Version;
        return open.Where(dossier => dossier.RouteId == filter.RouteId && dossier.RouteVersion != newest);
    }
}
