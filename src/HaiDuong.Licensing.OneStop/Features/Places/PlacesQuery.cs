using HaiDuong.Licensing.Domain.Places;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Places;

/// <summary>Which places are asked for.</summary>
/// <param name="Kinds">Of these kinds.</param>
/// <param name="Text">Whose name, code, address, number or owner holds the text, marks left out.</param>
/// <param name="District">In this unit; null is all.</param>
/// <param name="IsValid">Whose paper is valid on the day, or not; null is both, and those of which no paper is known.</param>
/// <param name="Day">The day.</param>
/// <param name="IsPublic">As everybody sees them; persons are not found by their names then.</param>
public sealed record PlaceFilter(IReadOnlyList<PlaceKind> Kinds, string? Text, string? District, bool? IsValid, LocalDate Day, bool IsPublic);

/// <summary>Places found, by name; <see cref="Next"/> is where the next page begins.</summary>
public sealed record PlacesPage(IReadOnlyList<ShownPlace> Found, int Total, Guid? Next);

/// <summary>Địa điểm đang có: those that stand, for the map, the table and the exports alike, for staff and for everybody.</summary>
public sealed class PlacesQuery(OfficeDbContext db)
{
    private const int Size = 50;

    public async Task<PlacesPage> PageAsync(PlaceFilter filter, Guid? after, CancellationToken cancel)
    {
        var matching = Matching(filter);
        var rest = await db.Places.AsNoTracking().FirstOrDefaultAsync(place => place.Id == after, cancel) is { } last
            ? matching.Where(place => EF.Functions.GreaterThan(ValueTuple.Create(place.Name, place.Id), ValueTuple.Create(last.Name, last.Id)))
            : matching;
        var found = await rest.OrderBy(place => place.Name).ThenBy(place => place.Id).Take(Size + 1).ToListAsync(cancel);
        return new PlacesPage(Shown(found.Take(Size), filter), await matching.CountAsync(cancel), found.Count > Size ? found[Size - 1].Id : null);
    }

    public async Task<IReadOnlyList<ShownPlace>> AllAsync(PlaceFilter filter, CancellationToken cancel) =>
        Shown(await Matching(filter).OrderBy(place => place.Name).ThenBy(place => place.Id).ToListAsync(cancel), filter);

    private static IReadOnlyList<ShownPlace> Shown(IEnumerable<Place> places, PlaceFilter filter) =>
        [.. places.Select(place => filter.IsPublic ? ShownPlace.ForEverybody(place) : ShownPlace.ForStaff(place))];

    private IQueryable<Place> Matching(PlaceFilter filter)
    {
        var (patterns, day) = (LikePattern.Holding(filter.Text), filter.Day);
        var standing = db
            .Places.FromSql(
                $"SELECT * FROM places WHERE ended_at IS NULL AND (text_fold LIKE ANY (fold({patterns})) OR (owner_fold LIKE ANY (fold({patterns})) AND NOT ({filter.IsPublic} AND owner_is_person)))"
            )
            .AsNoTracking()
            .Where(place => filter.Kinds.Contains(place.Kind));
        if (filter.District is { Length: > 0 } district)
            standing = standing.Where(place => place.District == district);
        return filter.IsValid is { } valid
            ? standing
                .Where(place => place.DossierId != null || place.DecisionNumber != null || place.ValidTo != null)
                .Where(place => ((place.ValidFrom == null || place.ValidFrom <= day) && (place.ValidTo == null || place.ValidTo >= day)) == valid)
            : standing;
    }
}
