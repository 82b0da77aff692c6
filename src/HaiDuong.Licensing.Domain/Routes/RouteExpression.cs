using HaiDuong.Licensing.Domain.Fields;

namespace HaiDuong.Licensing.Domain.Routes;

/// <summary>A value or condition of a route (biểu thức): literal, variable, or a safe expression over the dossier. There is no script.</summary>
public abstract record RouteExpression
{
    /// <summary>The value, or the path of the fact that is missing.</summary>
    public abstract RouteValue Evaluate(IReadOnlyDictionary<string, string> variables, IRouteFacts facts);

    /// <summary>Paths of the dossier's facts that must be known before the expression has a value.</summary>
    public virtual IEnumerable<string> NeededFacts => [];

    /// <summary>Of those, the ones that the expression itself does not make sure of before (<c>has form.x and …</c>).</summary>
    public virtual IEnumerable<string> UnguardedFacts => NeededFacts;

    /// <summary>Everything that the expression compares.</summary>
    public virtual IEnumerable<RouteComparison> Comparisons => [];

    /// <summary>The kinds that the value may be read as, the likeliest first; none when that is not known.</summary>
    /// <param name="kindOf">The kind of a fact; null when it is not known.</param>
    public virtual IReadOnlyList<ValueKind> Kinds(Func<string, ValueKind?> kindOf) => [];

    /// <summary>Facts that the dossier has whenever the expression is true.</summary>
    public virtual IEnumerable<string> FactsWhenTrue => [];

    /// <summary>Facts that the dossier has whenever the expression is false.</summary>
    public virtual IEnumerable<string> FactsWhenFalse => [];
}

/// <summary>A fixed value.</summary>
public sealed record LiteralExpression(string Text) : RouteExpression
{
    public override RouteValue Evaluate(IReadOnlyDictionary<string, string> variables, IRouteFacts facts) => RouteValue.Of(Text);
}

/// <summary>The value that a variable of the route has now.</summary>
public sealed record VariableExpression(string VariableId) : RouteExpression
{
    public override RouteValue Evaluate(IReadOnlyDictionary<string, string> variables, IRouteFacts facts) =>
        variables.TryGetValue(VariableId, out var text) ? RouteValue.Of(text) : RouteValue.Missing(VariableId);
}
