namespace HaiDuong.Licensing.Domain.Places;

/// <summary>Địa điểm lân cận: a place and how far it is in a straight line, in metres.</summary>
public sealed record Neighbour(Place Place, double Metres)
{
    /// <summary>The places within a radius in metres, the nearest first.</summary>
    public static IReadOnlyList<Neighbour> Within(GeoPosition centre, double radius, IEnumerable<Place> places) =>
        [
            .. places
                .Select(place => new Neighbour(place, centre.MetresTo(place.Position)))
                .Where(found => found.Metres <= radius)
                .OrderBy(found => found.Metres),
        ];
}
