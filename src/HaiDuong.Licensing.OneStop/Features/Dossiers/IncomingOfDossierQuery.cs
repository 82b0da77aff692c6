using HaiDuong.Licensing.Domain.Books;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Features.Dossiers;

/// <summary>
/// Văn bản đến của hồ sơ: what the registry entered under its code, the newest first (ix_incoming_documents_dossier_id). A letter may name its sender, so of
/// what hides its sender only those see it who may know them.
/// </summary>
public sealed class IncomingOfDossierQuery(OfficeDbContext db)
{
    public async Task<IReadOnlyList<IncomingDocument>> ReadAsync(Dossier dossier, ActContext act, CancellationToken cancel) =>
        AccessTable.MaySeeApplicant(act.Actor, dossier, act.Rules.Organisation, act.Local.Date)
            ? await db
                .IncomingDocuments.AsNoTracking()
                .Where(line => line.DossierId == dossier.Id)
                .OrderByDescending(line => line.Year)
                .ThenByDescending(line => line.Serial)
                .ToListAsync(cancel)
            : [];
}
