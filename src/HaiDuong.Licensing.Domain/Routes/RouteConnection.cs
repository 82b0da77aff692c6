namespace HaiDuong.Licensing.Domain.Routes;

/// <summary>A connection of a route (đường nối): the outcome <paramref name="Port"/> of one node leads to another. No port: any plain completion.</summary>
public sealed record RouteConnection(string Source, string? Port, string Target)
{
    /// <summary>Name of the connection, unique in its route.</summary>
    public string Key => $"{Source}:{Port}->{Target}";
}
