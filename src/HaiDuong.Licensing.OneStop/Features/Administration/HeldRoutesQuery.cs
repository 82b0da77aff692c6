using HaiDuong.Licensing.Domain.Routes;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Features.Administration;

/// <summary>A dossier whose route could not go on by itself, and at which nodes.</summary>
public sealed record HeldDossier(Guid Id, int Revision, string Code, string Procedure, string Route, IReadOnlyList<RouteIncident> Incidents);

/// <summary>Hồ sơ có quy trình dừng vì thiếu dữ kiện, the oldest first; as many as one sitting deals with.</summary>
public sealed class HeldRoutesQuery(OfficeDbContext db, ProcedureCatalogue catalogue)
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
            .. found.Select(row => new HeldDossier(
                row.Id,
                row.Revision,
                row.Code ?? HiddenApplicant.NoCode,
                catalogue.NameOf(row.ProcedureSlug, row.ProcedureVersion),
                $"{row.RouteId} {row.RouteVersion}",
                row.RouteState!.Held
            )),
        ];
    }
}
