using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Routes;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Web.Storage;
using HaiDuong.Licensing.Web.Workflows;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.Web.Features.Routes;

public sealed record SaveRouteDraftRequest(string RouteId, string Definition, int? SeenRevision);

/// <summary>What became of a draft: it as it is now, or why it was not saved.</summary>
public sealed record DraftResult(RouteDraft? Draft, IReadOnlyList<Refusal> Refusals)
{
    public bool Done => Refusals.Count == 0;
}

/// <summary>Lưu bản nháp: whatever was drawn is kept, faults and all; whoever saves over somebody else's save is told.</summary>
public sealed class SaveRouteDraft(OfficeDbContext db, OfficeClock clock)
{
    public async Task<DraftResult> DoAsync(SaveRouteDraftRequest request, Actor actor, CancellationToken cancel)
    {
        if (request.Definition.Length > Domain.Routes.Route.MaximumLength)
            return new DraftResult(null, [Refused(RouteChecker.CheckFile(request.Definition)[0])]);
        var draft = await db.RouteDrafts.SingleOrDefaultAsync(known => known.RouteId == request.RouteId, cancel);
        if ((draft?.Revision ?? 0) != (request.SeenRevision ?? draft?.Revision ?? 0))
            return new DraftResult(draft, [new Refusal("DraftChanged", null, draft?.SavedBy ?? "")]);
        if (draft is null)
            db.RouteDrafts.Add(draft = new RouteDraft { RouteId = request.RouteId, Definition = "", Revision = 0, SavedAt = clock.Now, SavedBy = "" });
        (draft.Definition, draft.SavedAt, draft.SavedBy) = (request.Definition, clock.Now, actor.Name);
        draft.Revision++;
        try
        {
            await db.SaveChangesAsync(cancel);
            return new DraftResult(draft, []);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return new DraftResult(null, [new Refusal("DraftChanged", null, "")]);
        }
    }

    internal static Refusal Refused(RouteFinding finding) => new("RouteRefused", null, finding.Vietnamese);
}

/// <summary>Bỏ bản nháp.</summary>
public sealed class DiscardRouteDraft(OfficeDbContext db)
{
    public Task<int> DoAsync(string routeId, CancellationToken cancel) =>
        db.RouteDrafts.Where(draft => draft.RouteId == routeId).ExecuteDeleteAsync(cancel);
}
