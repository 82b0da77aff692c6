using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Routes;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Features.Routes;

/// <summary>What was drawn, over which save: <c>SeenRevision</c> is the one that was opened, zero where there was no draft.</summary>
public sealed record SaveRouteDraftRequest(string RouteId, string Definition, int SeenRevision);

/// <summary>What became of a draft: it as it is now, or why it was not saved.</summary>
public sealed record DraftResult(RouteDraft? Draft, IReadOnlyList<Refusal> Refusals)
{
    public bool Done => Refusals.Count == 0;
}

/// <summary>Lưu bản nháp: whatever was drawn is kept, faults and all; whoever saves over somebody else's save is told.</summary>
public sealed class SaveRouteDraft(OfficeDbContext db, OncePerForm once, OfficeClock clock)
{
    public async Task<DraftResult> DoAsync(SaveRouteDraftRequest request, Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(StaffRole.Administrator))
            return new DraftResult(null, [new Refusal(nameof(RefusalCode.AdministratorOnly))]);
        if (request.Definition.Length > Domain.Routes.Route.MaximumLength)
            return new DraftResult(null, [Refused(RouteChecker.CheckFile(request.Definition)[0])]);
        var refusals = await once.DoAsync(actor, () => SaveAsync(request, actor, cancel), cancel);
        return new DraftResult(await db.RouteDrafts.SingleOrDefaultAsync(known => known.RouteId == request.RouteId, cancel), refusals);
    }

    private async Task<IReadOnlyList<Refusal>> SaveAsync(SaveRouteDraftRequest request, Actor actor, CancellationToken cancel)
    {
        var draft = await db.RouteDrafts.SingleOrDefaultAsync(known => known.RouteId == request.RouteId, cancel);
        if ((draft?.Revision ?? 0) != request.SeenRevision)
            return [Changed(draft)];
        if (draft is null)
            db.RouteDrafts.Add(
                draft = new RouteDraft
                {
                    RouteId = request.RouteId,
                    Definition = "",
                    Revision = 0,
                    SavedAt = clock.Now,
                    SavedBy = "",
                }
            );
        (draft.Definition, draft.SavedAt, draft.SavedBy) = (request.Definition, clock.Now, actor.Name);
        draft.Revision = await db.Database.SqlQuery<int>($"SELECT nextval('route_draft_revisions')::integer AS \"Value\"").SingleAsync(cancel);
        try
        {
            await db.SaveChangesAsync(cancel);
            return [];
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            draft = await db.RouteDrafts.SingleOrDefaultAsync(known => known.RouteId == request.RouteId, cancel);
            return [Changed(draft)];
        }
    }

    /// <summary>What a person is told whose draft is another one by now, or none.</summary>
    internal static Refusal Changed(RouteDraft? draft) =>
        draft is null ? new Refusal(nameof(RefusalCode.DraftGone)) : new Refusal(nameof(RefusalCode.DraftChanged), null, draft.SavedBy);

    private static Refusal Refused(RouteFinding finding) => new(nameof(RefusalCode.RouteRefused), null, WorkflowProblem.Of(finding, "").Sentence());
}

/// <summary>Bỏ bản nháp: only the one that was looked at.</summary>
public sealed class DiscardRouteDraft(OfficeDbContext db, OncePerForm once)
{
    public async Task<DraftResult> DoAsync(string routeId, int seenRevision, Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(StaffRole.Administrator))
            return new DraftResult(null, [new Refusal(nameof(RefusalCode.AdministratorOnly))]);
        return new DraftResult(null, await once.DoAsync(actor, () => DiscardAsync(routeId, seenRevision, cancel), cancel));
    }

    private async Task<IReadOnlyList<Refusal>> DiscardAsync(string routeId, int seenRevision, CancellationToken cancel) =>
        await db.RouteDrafts.Where(draft => draft.RouteId == routeId && draft.Revision == seenRevision).ExecuteDeleteAsync(cancel) > 0
            ? []
            : [SaveRouteDraft.Changed(await db.RouteDrafts.AsNoTracking().SingleOrDefaultAsync(draft => draft.RouteId == routeId, cancel))];
}
