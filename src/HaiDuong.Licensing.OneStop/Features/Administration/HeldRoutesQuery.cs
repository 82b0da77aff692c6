using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Features.Administration;

/// <summary>A dossier whose route could not go on by itself, at which of its steps and conditions, and what is missing there; null for a circle.</summary>
public sealed record HeldDossier(
    Guid Id,
    int Revision,
    string Code,
    string Procedure,
    string Route,
    IReadOnlyList<string> Places,
    IReadOnlyList<string?> Missing
);

/// <summary>Hồ sơ có quy trình dừng vì thiếu dữ kiện, the oldest first; as many as one sitting deals with.</summary>
public sealed class HeldRoutesQuery(OfficeDbContext db, Rulebooks rulebooks)
{
    private const int Size = 100;

    public async Task<IReadOnlyList<HeldDossier>> ReadAsync(CancellationToken cancel)
    {
        var found = await db
            .Dossiers.FromSql($"SELECT * FROM dossiers WHERE route_state -> 'held' IS NOT NULL")
            .AsNoTracking()
            .OrderBy(dossier => dossier.Id)
            .Take(Size)
            .Select(dossier => new
            {
                dossier.Id,
                dossier.Revision,
                dossier.Code,
                dossier.ProcedureSlug,
                dossier.ProcedureVersion,
                dossier.RouteId,
                dossier.RouteVersion,
                dossier.RouteState,
            })
            .ToListAsync(cancel);
        return
        [
            .. found.Select(row =>
            {
                var (catalogue, route) = (rulebooks.Catalogue, rulebooks.RouteOf(row.RouteId, row.RouteVersion));
                var held = row.RouteState!.Held;
                return new HeldDossier(
                    row.Id,
                    row.Revision,
                    row.Code ?? HiddenApplicant.NoCode,
                    catalogue.NameOf(row.ProcedureSlug, row.ProcedureVersion),
                    $"{catalogue.Shown(route.Name)} ({route.Version})",
                    [
                        .. held.Select(incident =>
                            route.Nodes.FirstOrDefault(node => node.Id == incident.NodeId) is { } node ? catalogue.Shown(node.Title) : incident.NodeId
                        ),
                    ],
                    [.. held.Select(incident => incident.MissingFact).Distinct()]
                );
            }),
        ];
    }
}
