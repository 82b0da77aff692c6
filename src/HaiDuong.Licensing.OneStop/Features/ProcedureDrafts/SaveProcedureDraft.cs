using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Features.ProcedureDrafts;

/// <summary>What was written, over which save: <c>SeenRevision</c> is the one that was opened, zero where there was no draft.</summary>
public sealed record SaveProcedureDraftRequest(string Slug, IReadOnlyDictionary<string, string> Files, int SeenRevision);

/// <summary>
/// Lưu bản nháp thủ tục: whatever was written is kept, faults and all. Refused: AdministratorOnly, ProcedureDraftChanged, ProcedureDraftGone.
/// </summary>
public sealed class SaveProcedureDraft(OfficeDbContext db, OncePerForm once, OfficeClock clock)
{
    public async Task<(int Revision, IReadOnlyList<Refusal> Refusals)> DoAsync(SaveProcedureDraftRequest request, Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(StaffRole.Administrator))
            return (0, [new Refusal(nameof(RefusalCode.AdministratorOnly))]);
        return await once.DoAsync(actor, () => SaveAsync(request, actor, cancel), cancel);
    }

    private async Task<(int, IReadOnlyList<Refusal>)> SaveAsync(SaveProcedureDraftRequest request, Actor actor, CancellationToken cancel)
    {
        var draft = await db.ProcedureDrafts.SingleOrDefaultAsync(known => known.Slug == request.Slug, cancel);
        if ((draft?.Revision ?? 0) != request.SeenRevision)
            return (0, [Changed(draft)]);
        var next = await db.Database.SqlQuery<int>($"SELECT nextval('procedure_draft_revisions')::integer AS \"Value\"").SingleAsync(cancel);
        if (draft is null)
            db.ProcedureDrafts.Add(
                new ProcedureDraft
                {
                    Slug = request.Slug,
                    Files = request.Files,
                    Revision = next,
                    SavedAt = clock.Now,
                    SavedBy = actor.Name,
                }
            );
        else
            (draft.Files, draft.Revision, draft.SavedAt, draft.SavedBy) = (request.Files, next, clock.Now, actor.Name);
        try
        {
            await db.SaveChangesAsync(cancel);
            return (next, []);
        }
        catch (DbUpdateException)
        {
            // Two saved over the same one at once.
            db.ChangeTracker.Clear();
            return (0, [new Refusal(nameof(RefusalCode.ChangedBySameForm))]);
        }
    }

    /// <summary>What a person is told whose draft is another one by now, or none.</summary>
    internal static Refusal Changed(ProcedureDraft? draft) =>
        draft is null ? new Refusal(nameof(RefusalCode.ProcedureDraftGone)) : new Refusal(nameof(RefusalCode.ProcedureDraftChanged), null, draft.SavedBy);
}

/// <summary>Bỏ bản nháp thủ tục: only the one that was looked at. Refused: AdministratorOnly, ProcedureDraftChanged, ProcedureDraftGone.</summary>
public sealed class DropProcedureDraft(OfficeDbContext db, OncePerForm once)
{
    public async Task<IReadOnlyList<Refusal>> DoAsync(string slug, int seenRevision, Actor actor, CancellationToken cancel) =>
        actor.Is(StaffRole.Administrator)
            ? await once.DoAsync(actor, () => DropAsync(slug, seenRevision, cancel), cancel)
            : [new Refusal(nameof(RefusalCode.AdministratorOnly))];

    private async Task<IReadOnlyList<Refusal>> DropAsync(string slug, int seenRevision, CancellationToken cancel) =>
        await db.ProcedureDrafts.Where(draft => draft.Slug == slug && draft.Revision == seenRevision).ExecuteDeleteAsync(cancel) > 0
            ? []
            : [SaveProcedureDraft.Changed(await db.ProcedureDrafts.AsNoTracking().SingleOrDefaultAsync(draft => draft.Slug == slug, cancel))];
}
