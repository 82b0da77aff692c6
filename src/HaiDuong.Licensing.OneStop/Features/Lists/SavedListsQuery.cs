using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Features.Lists;

/// <summary>The lists that somebody saved, then those that others share.</summary>
public sealed class SavedListsQuery(OfficeDbContext db)
{
    public async Task<IReadOnlyList<SavedList>> ReadAsync(Actor actor, CancellationToken cancel) =>
        await db
            .SavedLists.AsNoTracking()
            .Where(list => list.OwnerId == actor.AccountId || list.IsShared)
            .OrderByDescending(list => list.OwnerId == actor.AccountId)
            .ThenBy(list => list.Name)
            .ToListAsync(cancel);
}
