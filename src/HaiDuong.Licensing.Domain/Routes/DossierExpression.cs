using HaiDuong.Licensing.Domain.Fields;

namespace HaiDuong.Licensing.Domain.Routes;

/// <summary>A fact of the dossier by its path (dữ kiện hồ sơ), such as <c>form.documentKind</c>.</summary>
internal sealed record FactExpression(string Path) : RouteExpression
{
    public override RouteValue Evaluate(IReadOnlyDictionary<string, string> variables, IRouteFacts facts) =>
        facts.Value(Path) is { } text ? RouteValue.Of(text) : RouteValue.Missing(Path);

    public override IEnumerable<string> NeededFacts => [Path];

    public override IReadOnlyList<ValueKind> Kinds(Func<string, ValueKind?> kindOf) => kindOf(Path) is { } kind ? [kind] : [];

    public override string ToString() => Path;
}

/// <summary><c>has form.x</c>: true if the dossier has the fact; never missing itself.</summary>
internal sealed record HasExpression(string Path) : RouteExpression
{
    public override RouteValue Evaluate(IReadOnlyDictionary<string, string> variables, IRouteFacts facts) => RouteValue.Of(facts.Value(Path) is not null);

    public override IEnumerable<string> FactsWhenTrue => [Path];
}

/// <summary><c>not x</c>.</summary>
internal sealed record NotExpression(RouteExpression Inner) : RouteExpression
{
    public override RouteValue Evaluate(IReadOnlyDictionary<string, string> variables, IRouteFacts facts)
    {
        var value = Inner.Evaluate(variables, facts);
        return value.IsMissing ? value : RouteValue.Of(!value.IsTrue);
    }

    public override IEnumerable<string> NeededFacts => Inner.NeededFacts;

    public override IEnumerable<string> UnguardedFacts => Inner.UnguardedFacts;

    public override IEnumerable<RouteComparison> Comparisons => Inner.Comparisons;

    public override IEnumerable<string> FactsWhenTrue => Inner.FactsWhenFalse;

    public override IEnumerable<string> FactsWhenFalse => Inner.FactsWhenTrue;
}

/// <summary><c>x and y</c>, <c>x or y</c>: the right side is asked only if the left does not decide.</summary>
internal sealed record LogicExpression(RouteExpression Left, bool IsAnd, RouteExpression Right) : RouteExpression
{
    public override RouteValue Evaluate(IReadOnlyDictionary<string, string> variables, IRouteFacts facts)
    {
        var left = Left.Evaluate(variables, facts);
        if (left.IsMissing || left.IsTrue != IsAnd)
            return left;
        var right = Right.Evaluate(variables, facts);
        return right.IsMissing ? right : RouteValue.Of(right.IsTrue);
    }

    public override IEnumerable<string> NeededFacts => Left.NeededFacts.Concat(Right.NeededFacts);

    public override IEnumerable<RouteComparison> Comparisons => Left.Comparisons.Concat(Right.Comparisons);

    public override IEnumerable<string> UnguardedFacts =>
        Left.UnguardedFacts.Concat(Right.UnguardedFacts.Except(IsAnd ? Left.FactsWhenTrue : Left.FactsWhenFalse));

    public override IEnumerable<string> FactsWhenTrue => IsAnd ? Left.FactsWhenTrue.Concat(Right.FactsWhenTrue) : [];

    public override IEnumerable<string> FactsWhenFalse => IsAnd ? [] : Left.FactsWhenFalse.Concat(Right.FactsWhenFalse);
}

/// <summary><c>x == y</c> and the other comparisons.</summary>
internal sealed record ComparisonExpression(RouteExpression Left, string Operator, RouteExpression Right) : RouteExpression
{
    public override RouteValue Evaluate(IReadOnlyDictionary<string, string> variables, IRouteFacts facts)
    {
        var left = Left.Evaluate(variables, facts);
        var right = Right.Evaluate(variables, facts);
        if (left.IsMissing || right.IsMissing)
            return left.IsMissing ? left : right;

        var order = RouteValue.Compare(left, right);
        return RouteValue.Of(
            Operator switch
            {
                "==" => order == 0,
                "!=" => order != 0,
                "<" => order < 0,
                "<=" => order <= 0,
                ">" => order > 0,
                _ => order >= 0,
            }
        );
    }

    public override IEnumerable<string> NeededFacts => Left.NeededFacts.Concat(Right.NeededFacts);

    public override IEnumerable<RouteComparison> Comparisons => [new(Left, Operator, Right)];
}

/// <summary><c>x in ["A", "B"]</c>.</summary>
internal sealed record InExpression(RouteExpression Sought, IReadOnlyList<ConstantExpression> List) : RouteExpression
{
    public override RouteValue Evaluate(IReadOnlyDictionary<string, string> variables, IRouteFacts facts)
    {
        var value = Sought.Evaluate(variables, facts);
        return value.IsMissing ? value : RouteValue.Of(List.Any(item => RouteValue.Compare(RouteValue.Of(item.Text), value) == 0));
    }

    public override IEnumerable<string> NeededFacts => Sought.NeededFacts;

    public override IEnumerable<RouteComparison> Comparisons => List.Select(item => new RouteComparison(Sought, "==", item));
}
