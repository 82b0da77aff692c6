namespace HaiDuong.Licensing.OneStop.Features.Places;

/// <summary>Pictures behind the map, from outside (section <c>Map</c> of the configuration); none unless an installation names a server.</summary>
/// <param name="Tiles">The address with {z}, {x} and {y}, or {s} for the server; null when there is none.</param>
/// <param name="Attribution">Whose map it is; shown at its edge.</param>
public sealed record MapTiles(string? Tiles, string? Attribution)
{
    /// <summary>Where pictures come from, as a source of the page's policy; null when there are none.</summary>
    public string? Source => Tiles?.Split('/') is [var scheme, "", var host, ..] ? $"{scheme}//{host.Replace("{s}", "*", StringComparison.Ordinal)}" : null;

    /// <exception cref="InvalidOperationException">The address is no address of tiles.</exception>
    public static MapTiles From(IConfiguration configuration)
    {
        var tiles = configuration["Map:Tiles"] is { Length: > 0 } configured ? configured : null;
        if (tiles is not null && !IsAddress(tiles))
            throw new InvalidOperationException("Map:Tiles must be an https address with {z}, {x} and {y}, e.g. https://tiles.example.org/{z}/{x}/{y}.png.");
        return new MapTiles(tiles, configuration["Map:Attribution"]);
    }

    // A space, comma or semicolon would end the source inside the policy.
    private static bool IsAddress(string tiles) =>
        (tiles.StartsWith("https://", StringComparison.Ordinal) || tiles.StartsWith("http://", StringComparison.Ordinal))
        && tiles.Contains("{z}", StringComparison.Ordinal)
        && tiles.Contains("{x}", StringComparison.Ordinal)
        && tiles.Contains("{y}", StringComparison.Ordinal)
        && !tiles.Any(sign => char.IsWhiteSpace(sign) || sign is ';' or ',' or '\'' or '"');
}
