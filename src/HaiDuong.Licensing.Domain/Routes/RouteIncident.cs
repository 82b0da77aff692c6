namespace HaiDuong.Licensing.Domain.Routes;

/// <summary>
/// A route could not go on by itself (sự cố quy trình): at a node that needs a fact the dossier does not have, or in automatic nodes that lead in a circle.
/// </summary>
/// <param name="NodeId">Node at which it happened.</param>
/// <param name="MissingFact">Path of the missing fact; null for a circle.</param>
public sealed record RouteIncident(string NodeId, string? MissingFact);
