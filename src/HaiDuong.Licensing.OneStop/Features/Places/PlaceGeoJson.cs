using System.Text.Json;
using HaiDuong.Licensing.Domain.Places;

namespace HaiDuong.Licensing.OneStop.Features.Places;

/// <summary>Writes places as GeoJSON (RFC 7946): a collection of points, longitude before latitude, in WGS84.</summary>
public static class PlaceGeoJson
{
    public const string ContentType = "application/geo+json";

    public static byte[] Write(IEnumerable<ShownPlace> places, Func<ShownPlace, string> origin) =>
        JsonSerializer.SerializeToUtf8Bytes(new { type = "FeatureCollection", features = places.Select(place => Feature(place, origin(place))) });

    private static object Feature(ShownPlace place, string origin) =>
        new
        {
            type = "Feature",
            id = place.Id,
            geometry = new { type = "Point", coordinates = new[] { place.Longitude, place.Latitude } },
            properties = new
            {
                kind = place.Kind.ToString(),
                code = place.Code,
                name = place.Name,
                owner = place.Owner,
                address = place.Address,
                details = place.Details,
                decisionNumber = place.DecisionNumber,
                validTo = place.ValidTo?.ToString("uuuu-MM-dd", null),
                origin,
                isDemo = place.IsDemo,
            },
        };
}
