using HaiDuong.Licensing.Domain.Fields;

namespace HaiDuong.Licensing.Domain.Routes;

/// <summary>Phép so sánh trong điều kiện: two sides of which the values are compared.</summary>
public sealed record RouteComparison(RouteExpression Left, string Operator, RouteExpression Right)
{
    /// <summary>The kinds of the two sides where they are known and differ; null otherwise.</summary>
    /// <param name="kindOf">The kind of a fact; null when it is not known.</param>
    public (ValueKind Left, ValueKind Right)? Differ(Func<string, ValueKind?> kindOf) =>
        Left.Kinds(kindOf) is [var left, ..] one && Right.Kinds(kindOf) is [var right, ..] other && !one.Intersect(other).Any() ? (left, right) : null;

    public override string ToString() => $"{Left} {Operator} {Right}";
}
