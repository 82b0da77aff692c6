using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Calendars;

/// <summary>A dossier whose date a change of the calendar moves, as a person knows it.</summary>
public sealed record DueDateRow(DueDateChange Change, string Code, string Applicant, string ProcedureSlug, LocalDate ProcedureVersion);

/// <summary>What waits for the head, and how much has been decided.</summary>
public sealed record DueDateList(LocalDateTime? KnownAt, int Undecided, int Undone, IReadOnlyList<DueDateRow> Rows, Guid? Next);

/// <summary>The due dates that wait for the head's decision, a page at a time.</summary>
public sealed class DueDateRowsQuery(OfficeDbContext db)
{
    private const int Size = 50;

    public async Task<DueDateList> ReadAsync(Guid after, CancellationToken cancel)
    {
        var undecided = db.DueDateChanges.AsNoTracking().Where(change => change.Decision == null);
        var count = await undecided.CountAsync(cancel);
        var undone = await db.DueDateChanges.CountAsync(change => change.Decision != null && change.DoneAt == null, cancel);
        // A change shows only when the newest calendar has been reviewed; what an older one listed is being counted anew.
        var knownAt = await undecided.MaxAsync(change => (LocalDateTime?)change.KnownAt, cancel);
        var found = await undecided
            .Where(change => change.KnownAt == knownAt && change.DossierId > after)
            .OrderBy(change => change.DossierId)
            .Take(Size + 1)
            .ToListAsync(cancel);
        return new DueDateList(knownAt, count, undone, await OfAsync([.. found.Take(Size)], cancel), found.Count > Size ? found[Size - 1].DossierId : null);
    }

    /// <summary>The changes with what people know the dossiers by, in the order given.</summary>
    public async Task<IReadOnlyList<DueDateRow>> OfAsync(IReadOnlyList<DueDateChange> changes, CancellationToken cancel)
    {
        var ids = changes.Select(change => change.DossierId).ToArray();
        var dossiers = await db.DossierRows.AsNoTracking().Where(row => ids.Contains(row.DossierId)).ToDictionaryAsync(row => row.DossierId, cancel);
        // A dossier that is about the reader is not there for them.
        return
        [
            .. changes
                .Where(change => dossiers.ContainsKey(change.DossierId))
                .Select(change => (change, Dossier: dossiers[change.DossierId]))
                .Select(row => new DueDateRow(
                    row.change,
                    row.Dossier.Code ?? row.Dossier.Reference,
                    row.Dossier.Applicant ?? HiddenApplicant.Shown,
                    row.Dossier.ProcedureSlug,
                    row.Dossier.ProcedureVersion
                )),
        ];
    }
}
