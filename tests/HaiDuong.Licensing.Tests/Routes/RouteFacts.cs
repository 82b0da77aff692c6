using HaiDuong.Licensing.Domain.Routes;

namespace HaiDuong.Licensing.Tests.Routes;

/// <summary>Facts of a dossier given in a test.</summary>
internal sealed class RouteFacts(params (string Path, string Value)[] given) : IRouteFacts
{
    public static readonly RouteFacts None = new();

    public string? Value(string path) => given.Where(fact => fact.Path == path).Select(fact => fact.Value).FirstOrDefault();
}
