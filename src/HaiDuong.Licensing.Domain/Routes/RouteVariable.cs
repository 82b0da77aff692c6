namespace HaiDuong.Licensing.Domain.Routes;

/// <summary>A variable of a route (biến của quy trình) with the text it starts with.</summary>
public sealed record RouteVariable(string Id, string Name, string? InitialValue);
