using HaiDuong.Licensing.Domain.Places;
using HaiDuong.Licensing.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.Web.Features.Places;

/// <summary>Which places are asked for: of a kind, or of all; whose name, code, address, number or owner holds the text, marks left out.</summary>
public sealed record PlaceFilter(PlaceKind? Kind, string? Text);

/// <summary>Places found, by name; <see cref="Next"/> is where the next page begins.</summary>
public sealed record PlacesPage(IReadOnlyList<Place> Found, int Total, Guid? Next);

/// <summary>Địa điểm đang có: those that stand, for the map, the table and the exports alike.</summary>
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
        return new PlacesPage([.. found.Take(Size)], await matching.CountAsync(cancel), found.Count > Size ? found[Size - 1].Id : null);
    }

    public async Task<IReadOnlyList<Place>> AllAsync(PlaceFilter filter, CancellationToken cancel) =>
        await Matching(filter).OrderBy(place => place.Name).ThenBy(place => place.Id).ToListAsync(cancel);

    private IQueryable<Place> Matching(PlaceFilter filter)
    {
        var pattern = LikePattern.Holding(filter.Text);
        var standing = db.Places.FromSql($"SELECT * FROM places WHERE ended_at IS NULL AND (text_fold LIKE fold({pattern}) OR owner_fold LIKE fold({pattern}))").AsNoTracking();
        return filter.Kind is { } kind ? standing.Where(place => place.Kind == kind) : standing;
    }
}
