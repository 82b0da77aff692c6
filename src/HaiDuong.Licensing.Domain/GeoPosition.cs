namespace HaiDuong.Licensing.Domain;

/// <summary>Vị trí: a point by latitude and longitude in decimal degrees of WGS84 (EPSG:4326), to six decimals, which is about a tenth of a metre.</summary>
public readonly record struct GeoPosition(decimal Latitude, decimal Longitude)
{
    public const int Decimals = 6;

    /// <summary>Bán kính trung bình của Trái Đất in metres (IUGG).</summary>
    private const double EarthRadius = 6_371_008.8;

    /// <summary>The great-circle distance in metres (khoảng cách đường chim bay); over a province the ellipsoid differs by less than 0.6 %.</summary>
    public double MetresTo(GeoPosition other)
    {
        var (from, to) = (Radians(Latitude), Radians(other.Latitude));
        var (north, east) = (Math.Sin((to - from) / 2), Math.Sin(Radians(other.Longitude - Longitude) / 2));
        var chord = north * north + Math.Cos(from) * Math.Cos(to) * east * east;
        return 2 * EarthRadius * Math.Asin(Math.Min(1, Math.Sqrt(chord)));
    }

    /// <summary>The box of latitudes and longitudes that holds every point within some metres; it only narrows a search.</summary>
    public GeoBox Around(double metres)
    {
        var north = (decimal)(metres / EarthRadius * 180 / Math.PI);
        var east = north / (decimal)Math.Max(0.01, Math.Cos(Radians(Latitude)));
        return new GeoBox(Latitude - north, Latitude + north, Longitude - east, Longitude + east);
    }

    private static double Radians(decimal degrees) => (double)degrees * Math.PI / 180;
}

/// <summary>Khung tọa độ: all points between two latitudes and two longitudes, the edges included.</summary>
public sealed record GeoBox(decimal South, decimal North, decimal West, decimal East)
{
    public bool Holds(GeoPosition position) =>
        position.Latitude >= South && position.Latitude <= North && position.Longitude >= West && position.Longitude <= East;
}
