using HaiDuong.Licensing.Domain.Places;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HaiDuong.Licensing.Web.Storage;

/// <summary>The places that stand: written inside the transaction of the act that approves or imports them, and looked for around a position.</summary>
public sealed class PlaceStore(OfficeDbContext db)
{
    /// <summary>Puts new places onto the map; a standing one with the same key ends. Needs a transaction; the caller saves.</summary>
    public async Task RecordAsync(IReadOnlyList<Place> places, Instant now, CancellationToken cancel)
    {
        foreach (var kind in places.GroupBy(place => place.Kind))
        {
            string[] keys = [.. kind.Select(place => place.Key)];
            await db.Places.Where(place => place.Kind == kind.Key && place.EndedAt == null && keys.Contains(place.Key))
                .ExecuteUpdateAsync(ended => ended.SetProperty(place => place.EndedAt, now), cancel);
        }

        db.Places.AddRange(places);
    }

    /// <summary>The keys of all standing places of a kind.</summary>
    public async Task<HashSet<string>> StandingKeysAsync(PlaceKind kind, CancellationToken cancel) =>
        [.. await db.Places.Where(place => place.Kind == kind && place.EndedAt == null).Select(place => place.Key).ToListAsync(cancel)];

    /// <summary>Takes the places of an import off the map.</summary>
    public Task EndImportAsync(Guid importId, Instant now, CancellationToken cancel) =>
        db.Places.Where(place => place.ImportId == importId && place.EndedAt == null).ExecuteUpdateAsync(ended => ended.SetProperty(place => place.EndedAt, now), cancel);

    /// <summary>The standing places within some metres of a position, the nearest first.</summary>
    public async Task<IReadOnlyList<Neighbour>> NearAsync(GeoPosition centre, double metres, CancellationToken cancel)
    {
        var box = centre.Around(metres);
        var inBox = await db.Places.AsNoTracking()
            .Where(place => place.EndedAt == null && place.Latitude >= box.South && place.Latitude <= box.North && place.Longitude >= box.West && place.Longitude <= box.East)
            .ToListAsync(cancel);
        return Neighbour.Within(centre, metres, inBox);
    }
}
