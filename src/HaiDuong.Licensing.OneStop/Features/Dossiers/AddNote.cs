using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;

namespace HaiDuong.Licensing.OneStop.Features.Dossiers;

public sealed record AddNoteRequest(Guid DossierId, string Text);

/// <summary>Ghi chú nội bộ: written by whoever is shown those of the dossier. Refused: NoteNotYours, NoteText.</summary>
public sealed class AddNote(OfficeDbContext db, DossierStore store, OncePerForm frame, ProcedureCatalogue catalogue, OfficeClock clock)
{
    public Task<IReadOnlyList<Refusal>> DoAsync(AddNoteRequest request, Actor actor, CancellationToken cancel) =>
        frame.DoAsync(actor, () => AddAsync(request, actor, cancel), cancel);

    private async Task<IReadOnlyList<Refusal>> AddAsync(AddNoteRequest request, Actor actor, CancellationToken cancel)
    {
        if (
            actor.AccountId is not { } account
            || await store.ReadAsync(request.DossierId, cancel) is not { } dossier
            || !AccessTable.MaySeeNotes(actor, dossier, catalogue.Organisation, clock.Today)
        )
            return [new Refusal(nameof(RefusalCode.NoteNotYours))];
        var text = request.Text.Trim();
        if (text.Length is 0 or > DossierNote.Longest)
            return [new Refusal(nameof(RefusalCode.NoteText), "Note", DossierNote.Longest)];
        db.DossierNotes.Add(
            new DossierNote
            {
                Id = Guid.CreateVersion7(),
                DossierId = dossier.Id,
                ById = account,
                ByName = actor.Name,
                At = clock.Now,
                Text = text,
            }
        );
        await db.SaveChangesAsync(cancel);
        return [];
    }
}
