using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.ProcedureDrafts;

/// <param name="Slug">The procedure.</param>
/// <param name="Files">What was written.</param>
/// <param name="SeenRevision">Over which save: the one that was opened, zero where there was no draft.</param>
/// <param name="SeenBase">The digest of the version that was the newest when it was opened; a draft that begins must begin from that one.</param>
public sealed record SaveProcedureDraftRequest(string Slug, IReadOnlyDictionary<string, string> Files, int SeenRevision, string? SeenBase);

/// <summary>
/// Lưu bản nháp thủ tục: whatever was written is kept, faults and all. Refused: AdministratorOnly, ProcedureDraftChanged, ProcedureDraftGone,
/// ProcedureBaseNew.
/// </summary>
public sealed class SaveProcedureDraft(OfficeDbContext db, OncePerForm once, ProcedureDraftsQuery drafts, OfficeClock clock)
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
        var next = await NextAsync(db, cancel);
        if (draft is null)
        {
            var open = (await drafts.OpenAsync(request.Slug, cancel))!;
            if (open.BaseHash != request.SeenBase)
                return (0, [new Refusal(nameof(RefusalCode.ProcedureBaseNew), null, open.Base.InForceFrom)]);
            db.ProcedureDrafts.Add(
                new ProcedureDraft
                {
                    Slug = request.Slug,
                    Files = request.Files,
                    Base = open.Base.InForceFrom,
                    BaseHash = open.BaseHash,
                    Revision = next,
                    SavedAt = clock.Now,
                    SavedBy = actor.Name,
                }
            );
        }
        else
        {
            (draft.Files, draft.Revision, draft.SavedAt, draft.SavedBy) = (request.Files, next, clock.Now, actor.Name);
        }

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

    /// <summary>What a person is told whose draft was begun from another version than the newest.</summary>
    internal static Refusal Overtaken(LocalDate from, Procedure newest) => new(nameof(RefusalCode.ProcedureBaseOvertaken), null, from, newest.InForceFrom);

    /// <summary>The number of the next save, which no save of any draft had.</summary>
    internal static Task<int> NextAsync(OfficeDbContext db, CancellationToken cancel) =>
        db.Database.SqlQuery<int>($"SELECT nextval('procedure_draft_revisions')::integer AS \"Value\"").SingleAsync(cancel);
}

/// <summary>Bỏ bản nháp thủ tục: only the one that was looked at. Refused: AdministratorOnly, ProcedureDraftChanged, ProcedureDraftGone.</summary>
public sealed class DropProcedureDraft(OfficeDbContext db, OncePerForm once, ProcedureDraftsQuery drafts)
{
    public async Task<IReadOnlyList<Refusal>> DoAsync(string slug, int seenRevision, Actor actor, CancellationToken cancel) =>
        actor.Is(StaffRole.Administrator)
            ? await once.DoAsync(actor, () => DropAsync(slug, seenRevision, cancel), cancel)
            : [new Refusal(nameof(RefusalCode.AdministratorOnly))];

    private async Task<IReadOnlyList<Refusal>> DropAsync(string slug, int seenRevision, CancellationToken cancel) =>
        await db.ProcedureDrafts.Where(draft => draft.Slug == slug && draft.Revision == seenRevision).ExecuteDeleteAsync(cancel) > 0
            ? []
            : [SaveProcedureDraft.Changed(await drafts.DraftAsync(slug, cancel))];
}

/// <summary>
/// Soạn tiếp trên phiên bản mới nhất: somebody has compared the draft with the version that overtook it, and publishes it over that one. Refused:
/// AdministratorOnly, ProcedureDraftChanged, ProcedureDraftGone, ProcedureBaseNew.
/// </summary>
public sealed class ContinueProcedureDraft(OfficeDbContext db, OncePerForm once, ProcedureDraftsQuery drafts)
{
    /// <param name="slug">The procedure.</param>
    /// <param name="seenRevision">The save that was compared.</param>
    /// <param name="seenBase">The digest of the version that it was compared with.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<IReadOnlyList<Refusal>> DoAsync(string slug, int seenRevision, string? seenBase, Actor actor, CancellationToken cancel) =>
        actor.Is(StaffRole.Administrator)
            ? await once.DoAsync(actor, () => ContinueAsync(slug, seenRevision, seenBase, cancel), cancel)
            : [new Refusal(nameof(RefusalCode.AdministratorOnly))];

    private async Task<IReadOnlyList<Refusal>> ContinueAsync(string slug, int seenRevision, string? seenBase, CancellationToken cancel)
    {
        var open = await drafts.OpenAsync(slug, cancel);
        if (open is not null && open.BaseHash != seenBase)
            return [new Refusal(nameof(RefusalCode.ProcedureBaseNew), null, open.Base.InForceFrom)];
        var next = await SaveProcedureDraft.NextAsync(db, cancel);
        var changed = await db
            .ProcedureDrafts.Where(draft => draft.Slug == slug && draft.Revision == seenRevision)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(draft => draft.Base, open!.Base.InForceFrom)
                        .SetProperty(draft => draft.BaseHash, seenBase)
                        .SetProperty(draft => draft.Revision, next),
                cancel
            );
        return changed > 0 ? [] : [SaveProcedureDraft.Changed(await drafts.DraftAsync(slug, cancel))];
    }
}
