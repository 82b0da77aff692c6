using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Features.Lists;

/// <summary>Under which name, and for whom; the query is that of the list's address.</summary>
public sealed record SaveListRequest(string Name, string Query, bool IsShared);

/// <summary>Lưu danh sách: under a new name, or over one's own list of that name. Refused: SavedListName; SavedListNotYours to whoever has no lists.</summary>
public sealed class SaveList(OfficeDbContext db, OncePerForm frame, OfficeClock clock)
{
    public Task<IReadOnlyList<Refusal>> DoAsync(SaveListRequest request, Actor actor, CancellationToken cancel) =>
        frame.DoAsync(actor, () => SaveAsync(request, actor, cancel), cancel);

    private async Task<IReadOnlyList<Refusal>> SaveAsync(SaveListRequest request, Actor actor, CancellationToken cancel)
    {
        if (!ForListReadersAttribute.Door.Admits(actor))
            return [new Refusal(nameof(RefusalCode.SavedListNotYours))];
        var name = VietnameseText.Clean(request.Name);
        if (name.Length is 0 or > SavedList.LongestName)
            return [new Refusal(nameof(RefusalCode.SavedListName), "SavedName", SavedList.LongestName)];
        var own = await db.SavedLists.Where(list => list.OwnerId == actor.AccountId).ToListAsync(cancel);
        var kept = own.Find(list => list.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (kept is null)
            db.SavedLists.Add(
                new SavedList
                {
                    Id = Guid.CreateVersion7(),
                    OwnerId = actor.AccountId!.Value,
                    Name = name,
                    Query = request.Query,
                    IsShared = request.IsShared,
                    SavedAt = clock.Now,
                }
            );
        else
            (kept.Query, kept.IsShared, kept.SavedAt) = (request.Query, request.IsShared, clock.Now);
        await db.SaveChangesAsync(cancel);
        return [];
    }
}
