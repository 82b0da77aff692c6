using System.Globalization;
using System.Text.RegularExpressions;
using HaiDuong.Licensing.Domain.Procedures;

namespace HaiDuong.Licensing.Domain.Places;

/// <summary>What came of reading a position: the position, or why it is none, and then perhaps the one that was meant.</summary>
public sealed record PositionReading(GeoPosition? Position, Refusal? Refusal = null, GeoPosition? Proposed = null);

/// <summary>Reads a position that must lie inside the province (đọc vị trí trong tỉnh), from two cells or from one.</summary>
public static partial class PositionReader
{
    /// <summary>Refuses PositionMissing, PositionUnreadable, PositionSwapped (and proposes the other way round) and PositionOutside.</summary>
    public static PositionReading Read(string? latitude, string? longitude, GeoBox province)
    {
        if (string.IsNullOrWhiteSpace(latitude) || string.IsNullOrWhiteSpace(longitude))
            return new(null, new Refusal("PositionMissing", "position"));
        if (Degrees.Read(latitude) is not { } north || Degrees.Read(longitude) is not { } east)
            return new(null, new Refusal("PositionUnreadable", "position", VietnameseText.Clean($"{latitude}; {longitude}")));
        var position = new GeoPosition(north, east);
        if (province.Holds(position))
            return new(position);
        var turned = new GeoPosition(east, north);
        return province.Holds(turned)
            ? new(null, new Refusal("PositionSwapped", "position", Written(turned.Latitude), Written(turned.Longitude)), turned)
            : new(null, new Refusal("PositionOutside", "position", Written(north), Written(east)));
    }

    /// <summary>One cell with both: "20.9373, 106.3146", "20,9373; 106,3146" or "20°56'14"N 106°18'52"E".</summary>
    public static PositionReading Read(string? both, GeoBox province)
    {
        if (string.IsNullOrWhiteSpace(both))
            return new(null, new Refusal("PositionMissing", "position"));
        var parts = Between().Split(VietnameseText.Clean(both)).Where(part => part.Length > 0).ToList();
        return parts.Count == 2 ? Read(parts[0], parts[1], province) : new(null, new Refusal("PositionUnreadable", "position", VietnameseText.Clean(both)));
    }

    private static string Written(decimal degrees) => degrees.ToString("0.######", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\s*[;/|]\s*|,\s+|(?<=[NBEĐ""″”])\s+|(?<=\d[.,]\d{3,15})\s+", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 200)]
    private static partial Regex Between();
}
