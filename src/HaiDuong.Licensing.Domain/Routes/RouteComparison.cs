using HaiDuong.Licensing.Domain.Fields;

namespace HaiDuong.Licensing.Domain.Routes;

/// <summary>Loại giá trị that a side of a comparison has. Values of different kinds have no order, and are never the same.</summary>
public enum RouteValueKind
{
    Text,
    Number,
    Truth,
    Date,
    Moment,
    Time,
}

/// <summary>Phép so sánh trong điều kiện: two sides of which the values are compared.</summary>
public sealed record RouteComparison(RouteExpression Left, string Operator, RouteExpression Right)
{
    /// <summary>The kinds of the two sides where they are known and differ; null otherwise.</summary>
    /// <param name="kindOf">The kind of a fact; null when it is not known.</param>
    public (RouteValueKind Left, RouteValueKind Right)? Differ(Func<string, RouteValueKind?> kindOf) =>
        Left.Kinds(kindOf) is [var left, ..] one && Right.Kinds(kindOf) is [var right, ..] other && !one.Intersect(other).Any() ? (left, right) : null;

    public override string ToString() => $"{Left} {Operator} {Right}";

    /// <summary>Of which kind the values of a field are.</summary>
    public static RouteValueKind KindOf(FieldType type) =>
        type switch
        {
            FieldType.Integer or FieldType.Year or FieldType.Decimal or FieldType.Latitude or FieldType.Longitude or FieldType.Money => RouteValueKind.Number,
            FieldType.YesNo => RouteValueKind.Truth,
            FieldType.Date => RouteValueKind.Date,
            FieldType.DateTime => RouteValueKind.Moment,
            FieldType.Time => RouteValueKind.Time,
            _ => RouteValueKind.Text,
        };
}
