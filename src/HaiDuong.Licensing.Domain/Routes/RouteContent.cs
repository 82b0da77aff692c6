namespace HaiDuong.Licensing.Domain.Routes;

/// <summary>What a definition file says, before it is a route.</summary>
internal sealed record RouteContent(
    string Id,
    string Name,
    int Version,
    IReadOnlyList<RouteNode> Nodes,
    IReadOnlyList<RouteConnection> Connections,
    IReadOnlyList<RouteVariable> Variables
);
