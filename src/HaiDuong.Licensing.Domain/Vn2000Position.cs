namespace HaiDuong.Licensing.Domain;

/// <summary>
/// Tọa độ VN-2000: a point of the national system (Quyết định 83/2000/QĐ-TTg) in a projection zone of 3 degrees (múi chiếu 3°).
/// </summary>
/// <param name="Northing">X, to the north, in metres from the equator.</param>
/// <param name="Easting">Y, to the east, in metres; 500 000 on the central meridian.</param>
/// <param name="Meridian">Kinh tuyến trục of the zone, in degrees, e.g. 105.5.</param>
public readonly record struct Vn2000Position(decimal Northing, decimal Easting, decimal Meridian)
{
    /// <summary>The ellipsoid of both systems, in metres.</summary>
    private const double SemiMajor = 6_378_137;
    private const double Flattening = 1 / 298.257223563;
    private const double Eccentricity = Flattening * (2 - Flattening);

    /// <summary>Hệ số biến dạng chiều dài of the zones of 3 degrees (Thông tư 973/2001/TT-TCĐC).</summary>
    private const double ScaleOfZone = 0.9999;
    private const double FalseEasting = 500_000;
    private const double Second = Math.PI / 180 / 3600;

    /// <summary>The same point in WGS84 (tính chuyển tọa độ), for a point at sea level; the map is plane.</summary>
    public GeoPosition ToWgs84()
    {
        var (latitude, longitude) = Shift(OnEllipsoid());
        return new GeoPosition(Degrees(latitude), Degrees(longitude));
    }

    /// <summary>Latitude and longitude in VN-2000, in radians: the Transverse Mercator projection back, by Krüger's series.</summary>
    private (double Latitude, double Longitude) OnEllipsoid()
    {
        const double n = Flattening / (2 - Flattening);
        const double radius = SemiMajor / (1 + n) * (1 + n * n / 4 + n * n * n * n / 64);
        double[] plane = [n / 2 - 2 * n * n / 3 + 37 * n * n * n / 96, n * n / 48 + n * n * n / 15, 17 * n * n * n / 480];
        double[] sphere = [2 * n - 2 * n * n / 3 - 2 * n * n * n, 7 * n * n / 3 - 8 * n * n * n / 5, 56 * n * n * n / 15];
        var north = (double)Northing / (ScaleOfZone * radius);
        var east = ((double)Easting - FalseEasting) / (ScaleOfZone * radius);
        var (northOfSphere, eastOfSphere) = (north, east);
        for (var j = 1; j <= plane.Length; j++)
        {
            northOfSphere -= plane[j - 1] * Math.Sin(2 * j * north) * Math.Cosh(2 * j * east);
            eastOfSphere -= plane[j - 1] * Math.Cos(2 * j * north) * Math.Sinh(2 * j * east);
        }

        var conformal = Math.Asin(Math.Sin(northOfSphere) / Math.Cosh(eastOfSphere));
        var latitude = conformal + sphere.Select((part, index) => part * Math.Sin(2 * (index + 1) * conformal)).Sum();
        return (latitude, (double)Meridian * Math.PI / 180 + Math.Atan2(Math.Sinh(eastOfSphere), Math.Cos(northOfSphere)));
    }

    /// <summary>From the origin and axes of VN-2000 to those of WGS84, by the seven parameters of Quyết định 05/2007/QĐ-BTNMT.</summary>
    private static (double Latitude, double Longitude) Shift((double Latitude, double Longitude) point)
    {
        const double scale = 1.000000252906278;
        const double aboutX = -0.00928836 * Second;
        const double aboutY = 0.01975479 * Second;
        const double aboutZ = -0.00427372 * Second;
        var normal = Normal(point.Latitude);
        var x = normal * Math.Cos(point.Latitude) * Math.Cos(point.Longitude);
        var y = normal * Math.Cos(point.Latitude) * Math.Sin(point.Longitude);
        var z = normal * (1 - Eccentricity) * Math.Sin(point.Latitude);
        return OfCentre(
            -191.90441429 + scale * (x + aboutZ * y - aboutY * z),
            -39.30318279 + scale * (y - aboutZ * x + aboutX * z),
            -111.45032835 + scale * (z + aboutY * x - aboutX * y)
        );
    }

    /// <summary>Latitude and longitude of a point counted in metres from the centre of the Earth; a few rounds reach a millionth of a metre.</summary>
    private static (double Latitude, double Longitude) OfCentre(double x, double y, double z)
    {
        const int rounds = 6;
        var fromAxis = Math.Sqrt(x * x + y * y);
        var latitude = Math.Atan2(z, fromAxis * (1 - Eccentricity));
        for (var round = 0; round < rounds; round++)
            latitude = Math.Atan2(z + Eccentricity * Normal(latitude) * Math.Sin(latitude), fromAxis);
        return (latitude, Math.Atan2(y, x));
    }

    private static double Normal(double latitude) => SemiMajor / Math.Sqrt(1 - Eccentricity * Math.Pow(Math.Sin(latitude), 2));

    private static decimal Degrees(double radians) => decimal.Round((decimal)(radians * 180 / Math.PI), GeoPosition.Decimals);
}
