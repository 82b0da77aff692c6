using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Features.Dossiers;

/// <summary>Xóa ghi chú: one's own; others are answered by a note of one's own. Refused: NoteNotYours.</summary>
public sealed class RemoveNote(OfficeDbContext db, OncePerForm frame)
{
    public Task<IReadOnlyList<Refusal>> DoAsync(Guid dossierId, Guid noteId, Actor actor, CancellationToken cancel) =>
        frame.DoAsync(
            actor,
            async () =>
                await db.DossierNotes.Where(note => note.Id == noteId && note.DossierId == dossierId && note.ById == actor.AccountId).ExecuteDeleteAsync(cancel)
                == 1
                    ? []
                    : [new Refusal(nameof(RefusalCode.NoteNotYours))],
            cancel
        );
}
