using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Desks;

/// <summary>Ghi chú nội bộ of a dossier, and which dossiers of a list have one.</summary>
public sealed class NotesQuery(OfficeDbContext db, ReadableRowsQuery readable, ProcedureCatalogue catalogue, OfficeClock clock)
{
    /// <summary>The newest first; null for whoever is not shown them.</summary>
    public async Task<IReadOnlyList<DossierNote>?> ReadAsync(Dossier dossier, Actor actor, CancellationToken cancel) =>
        AccessTable.MaySeeNotes(actor, dossier, catalogue.Organisation, clock.Today)
            ? await db.DossierNotes.AsNoTracking().Where(note => note.DossierId == dossier.Id).OrderByDescending(note => note.Id).ToListAsync(cancel)
            : null;

    /// <summary>
    /// Those of the rows that have a note which somebody who finds them may read. What hides its sender is marked in no list: who finds it is not always who
    /// may know the sender.
    /// </summary>
    public IQueryable<DossierRow> Noted(IQueryable<DossierRow> rows, Actor actor) =>
        rows.Where(row =>
            !row.HidesApplicant
            && (row.OwnerAccountId == null || row.OwnerAccountId != actor.AccountId)
            && db.DossierNotes.Any(note => note.DossierId == row.DossierId)
        );

    /// <summary>The dossiers of a page of a list that are marked.</summary>
    public async Task<IReadOnlySet<Guid>> MarkedAsync(IEnumerable<Guid> dossiers, Actor actor, CancellationToken cancel)
    {
        Guid[] shown = [.. dossiers.Distinct()];
        return shown.Length == 0
            ? new HashSet<Guid>()
            : await Noted(readable.Of(actor).Where(row => shown.Contains(row.DossierId)), actor).Select(row => row.DossierId).ToHashSetAsync(cancel);
    }
}
