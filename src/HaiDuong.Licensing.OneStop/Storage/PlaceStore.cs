using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Licences;
using HaiDuong.Licensing.Domain.Places;
using HaiDuong.Licensing.Domain.Procedures;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Storage;

/// <summary>The places that stand: written inside the transaction of the act that approves or imports them, and looked for around a position.</summary>
public sealed class PlaceStore(OfficeDbContext db)
{
    /// <summary>
    /// Puts new places onto the map; a standing one with the same key ends. Needs a transaction, which keeps others from the kind until its end, so
    /// that of two who record one place at once the later stands; the caller saves.
    /// </summary>
    public async Task RecordAsync(IReadOnlyList<Place> places, Instant now, CancellationToken cancel)
    {
        foreach (var kind in places.GroupBy(place => place.Kind).OrderBy(kind => kind.Key))
        {
            await TakeTurnAsync(kind.Key, cancel);
            string[] keys = [.. kind.Select(place => place.Key)];
            await db
                .Places.Where(place => place.Kind == kind.Key && place.EndedAt == null && keys.Contains(place.Key))
                .ExecuteUpdateAsync(ended => ended.SetProperty(place => place.EndedAt, now), cancel);
        }

        db.Places.AddRange(places);
    }

    /// <summary>
    /// Takes what a changed licence stood on off the map and gives what stands in its stead: the places that its new result approves, else the same
    /// places under the new paper.
    /// </summary>
    public async Task<IReadOnlyList<Place>> FollowAsync(Licence licence, Guid dossierId, IReadOnlyList<Place> approved, Instant now, CancellationToken cancel)
    {
        await TakeEveryTurnAsync(cancel);
        var earlier = await OfAsync(licence, cancel);
        Guid[] ids = [.. earlier.Select(place => place.Id)];
        await db.Places.Where(place => ids.Contains(place.Id)).ExecuteUpdateAsync(ended => ended.SetProperty(place => place.EndedAt, now), cancel);
        return approved.Count > 0 ? approved : [.. earlier.Select(place => place.Under(licence, dossierId, now)).DistinctBy(place => place.Key)];
    }

    /// <summary>The standing places of a licence count until the day before it is revoked. Needs the transaction of the revocation.</summary>
    public async Task RevokeAsync(Licence licence, LocalDate on, CancellationToken cancel)
    {
        await TakeEveryTurnAsync(cancel);
        Guid[] ids = [.. (await OfAsync(licence, cancel)).Select(place => place.Id)];
        var last = on.PlusDays(-1);
        await db
            .Places.Where(place => ids.Contains(place.Id) && (place.ValidTo == null || place.ValidTo > last))
            .ExecuteUpdateAsync(revoked => revoked.SetProperty(place => place.ValidTo, last), cancel);
    }

    /// <summary>The paper of a result was spoilt and has another number now.</summary>
    public Task RenumberAsync(Guid dossierId, string number, LocalDate from, LocalDate? to, CancellationToken cancel) =>
        db
            .Places.Where(place => place.DossierId == dossierId && place.EndedAt == null)
            .ExecuteUpdateAsync(
                renumbered =>
                    renumbered
                        .SetProperty(place => place.DecisionNumber, number)
                        .SetProperty(place => place.ValidFrom, from)
                        .SetProperty(place => place.ValidTo, to),
                cancel
            );

    /// <summary>
    /// What stands by the results of a licence, or was imported with one of its numbers, the last day of that paper and its holder's name: numbers begin
    /// anew each year, so the number alone tells nothing.
    /// </summary>
    private async Task<IReadOnlyList<Place>> OfAsync(Licence licence, CancellationToken cancel)
    {
        Guid?[] dossiers = [.. licence.Events.Select(line => line.DossierId).Where(id => id is not null)];
        string?[] numbers = [.. licence.Events.Select(line => line.LicenceNumber).Distinct()];
        var found = await db
            .Places.AsNoTracking()
            .Where(place => place.EndedAt == null && (dossiers.Contains(place.DossierId) || (place.ImportId != null && numbers.Contains(place.DecisionNumber))))
            .ToListAsync(cancel);
        var holders = licence.Events.Select(line => VietnameseText.Fold(line.Holder.Name)).ToHashSet(StringComparer.Ordinal);
        var lastDays = licence.Events.Select(line => line.ValidTo).OfType<LocalDate>().ToHashSet();
        return
        [
            .. found.Where(place =>
                place.DossierId is not null || (place.ValidTo is { } day && lastDays.Contains(day) && holders.Contains(VietnameseText.Fold(place.Owner)))
            ),
        ];
    }

    /// <summary>Of all kinds, always in one order, before anything of them is read.</summary>
    private async Task TakeEveryTurnAsync(CancellationToken cancel)
    {
        foreach (var kind in Enum.GetValues<PlaceKind>())
            await TakeTurnAsync(kind, cancel);
    }

    /// <summary>Others who record places of the kind wait for the end of this transaction.</summary>
    public Task TakeTurnAsync(PlaceKind kind, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext({"places/" + kind}))", cancel);

    /// <summary>The keys of all standing places of a kind.</summary>
    public async Task<HashSet<string>> StandingKeysAsync(PlaceKind kind, CancellationToken cancel) =>
        [.. await db.Places.Where(place => place.Kind == kind && place.EndedAt == null).Select(place => place.Key).ToListAsync(cancel)];

    /// <summary>Takes the places of an import off the map.</summary>
    public Task<int> EndImportAsync(Guid importId, Instant now, CancellationToken cancel) =>
        db
            .Places.Where(place => place.ImportId == importId && place.EndedAt == null)
            .ExecuteUpdateAsync(ended => ended.SetProperty(place => place.EndedAt, now), cancel);

    /// <summary>The standing places within some metres of a position, the nearest first.</summary>
    public async Task<IReadOnlyList<Neighbour>> NearAsync(GeoPosition centre, double metres, CancellationToken cancel)
    {
        var box = centre.Around(metres);
        var inBox = await db
            .Places.AsNoTracking()
            .Where(place =>
                place.EndedAt == null
                && place.Latitude >= box.South
                && place.Latitude <= box.North
                && place.Longitude >= box.West
                && place.Longitude <= box.East
            )
            .ToListAsync(cancel);
        return Neighbour.Within(centre, metres, inBox);
    }
}
