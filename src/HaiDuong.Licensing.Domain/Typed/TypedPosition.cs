using System.Globalization;

namespace HaiDuong.Licensing.Domain.Typed;

/// <summary>What came of reading a position: the position, or why it is none, and then perhaps the one that was meant.</summary>
public sealed record PositionReading(GeoPosition? Position, Refusal? Refusal = null, GeoPosition? Proposed = null);

/// <summary>Vị trí: a latitude and a longitude, from two cells or from one.</summary>
public static class TypedPosition
{
    private const int LongestShown = 100;

    /// <summary>Refuses PositionMissing, PositionUnreadable, PositionSwapped (and proposes the other way round) and PositionOutside.</summary>
    public static PositionReading Read(string? latitude, string? longitude, GeoBox province)
    {
        if (string.IsNullOrWhiteSpace(latitude) || string.IsNullOrWhiteSpace(longitude))
            return new(null, new Refusal(nameof(RefusalCode.PositionMissing), "position"));
        if (TypedDegrees.Read(latitude) is not { } north || TypedDegrees.Read(longitude) is not { } east)
            return Unreadable($"{latitude}; {longitude}");
        return Within(new GeoPosition(north, east), province);
    }

    /// <summary>
    /// One cell with both: "20.9373, 106.3146", "20.937341,106.3146", "20,9373; 106,3146" or "20°56'14"N 106°18'52"E". Of several ways to part it the one that
    /// lies in the province holds.
    /// </summary>
    public static PositionReading Read(string? both, GeoBox province)
    {
        if (string.IsNullOrWhiteSpace(both))
            return new(null, new Refusal(nameof(RefusalCode.PositionMissing), "position"));
        var read = Part(both).Select(position => Within(position, province)).ToList();
        if (read.Count > 1 && read.FindAll(one => one.Position is not null || one.Proposed is not null) is [_, ..] near)
            read = near;
        return read is [var only] ? only : Unreadable(both);
    }

    /// <summary>Every pair of angles that the text can be parted into, wherever they lie.</summary>
    public static IReadOnlyList<GeoPosition> Part(string? both)
    {
        var plain = TypedText.Plain(both);
        var pairs = new List<GeoPosition>();
        for (var at = 1; at < plain.Length - 1; at++)
        {
            if (
                plain[at] is ' ' or ',' or ';' or '/' or '|'
                && TypedDegrees.Read(Bare(plain[..at])) is { } north
                && TypedDegrees.Read(Bare(plain[(at + 1)..])) is { } east
            )
                pairs.Add(new GeoPosition(north, east));
        }

        return [.. pairs.Distinct()];
    }

    private static string Bare(string part) => part.Trim(' ', ',', ';', '/', '|').TrimEnd('-', ' ');

    private static PositionReading Within(GeoPosition position, GeoBox province)
    {
        if (province.Holds(position))
            return new(position);
        var turned = new GeoPosition(position.Longitude, position.Latitude);
        return province.Holds(turned)
            ? new(null, new Refusal(nameof(RefusalCode.PositionSwapped), "position", Written(turned.Latitude), Written(turned.Longitude)), turned)
            : new(null, new Refusal(nameof(RefusalCode.PositionOutside), "position", Written(position.Latitude), Written(position.Longitude)));
    }

    private static PositionReading Unreadable(string typed)
    {
        var clean = VietnameseText.Clean(typed.Length > LongestShown ? typed[..LongestShown] + "…" : typed);
        return new(null, new Refusal(nameof(RefusalCode.PositionUnreadable), "position", clean));
    }

    private static string Written(decimal degrees) => degrees.ToString("0.######", CultureInfo.InvariantCulture);
}
