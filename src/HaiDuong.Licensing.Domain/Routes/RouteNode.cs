namespace HaiDuong.Licensing.Domain.Routes;

/// <summary>A node of a route (nút của quy trình): one Elsa activity. The kinds below are all there are.</summary>
public abstract record RouteNode(string Id, string Title)
{
    /// <summary>Outcomes the node can complete with; each needs a connection.</summary>
    public abstract IReadOnlyList<string> Ports { get; }

    /// <summary>True when the node does not wait for a person.</summary>
    public bool IsAutomatic => this is not StepNode;

    /// <summary>Place on the designer's canvas, if the file has one.</summary>
    public DesignerPosition? Position { get; init; }

    /// <summary>Elsa's <c>mergeMode</c>, which no route of ours may set.</summary>
    public string? MergeMode { get; init; }

    /// <summary>Elsa's <c>canStartWorkflow</c>: starts a route that has no Start node.</summary>
    public bool CanStart { get; init; }

    /// <summary>Members of the file that look like inputs of the step and are none: kept, never read.</summary>
    public IReadOnlyList<string> UnknownInputs { get; init; } = [];

    /// <summary>Facts of the dossier that the node's conditions ask for.</summary>
    public virtual IEnumerable<string> NeededFacts => [];

    /// <summary>Of those, the ones that no condition makes sure of before.</summary>
    public virtual IEnumerable<string> UnguardedFacts => NeededFacts;

    /// <summary>Everything that the node's conditions compare.</summary>
    public virtual IEnumerable<RouteComparison> Comparisons => [];

    private protected static readonly IReadOnlyList<string> Done = ["Done"];

    /// <summary>
    /// True if the node can complete with the outcome of a connection. A plain "Done" of an automatic node also follows a connection without port.
    /// </summary>
    internal bool Offers(string? port) => port is null ? IsAutomatic && Ports is ["Done"] : Ports.Contains(port);
}

/// <summary>A step that a person does.</summary>
public sealed record StepNode(RouteStep Step) : RouteNode(Step.Id, Step.Title)
{
    public override IReadOnlyList<string> Ports => Step.Outcomes;
}

/// <summary>Where the route starts (bắt đầu).</summary>
public sealed record StartNode(string Id, string Title) : RouteNode(Id, Title)
{
    public override IReadOnlyList<string> Ports => Done;
}

/// <summary>Ends the whole route and withdraws every waiting step (kết thúc): Elsa's End and Finish.</summary>
public sealed record EndNode(string Id, string Title) : RouteNode(Id, Title)
{
    public override IReadOnlyList<string> Ports => [];
}

/// <summary>Opens parallel branches (rẽ nhánh song song); without branches it only passes on.</summary>
public sealed record ForkNode(string Id, string Title, IReadOnlyList<string> Branches) : RouteNode(Id, Title)
{
    public override IReadOnlyList<string> Ports => Branches.Count == 0 ? Done : Branches;
}

/// <summary>Waits for every parallel branch (gộp nhánh). <paramref name="Mode"/> other than WaitAll is refused by the checker.</summary>
public sealed record JoinNode(string Id, string Title, string Mode) : RouteNode(Id, Title)
{
    public const string WaitAll = "WaitAll";

    public override IReadOnlyList<string> Ports => Done;
}

/// <summary>Goes on by a condition: True or False (điều kiện).</summary>
public sealed record DecisionNode(string Id, string Title, RouteExpression Condition) : RouteNode(Id, Title)
{
    internal static readonly IReadOnlyList<string> True = ["True"];
    internal static readonly IReadOnlyList<string> False = ["False"];

    public override IReadOnlyList<string> Ports { get; } = ["True", "False"];

    public override IEnumerable<string> NeededFacts => Condition.NeededFacts;

    public override IEnumerable<string> UnguardedFacts => Condition.UnguardedFacts;

    public override IEnumerable<RouteComparison> Comparisons => Condition.Comparisons;
}

/// <summary>Goes on by the first case that holds, or by all of them (<paramref name="MatchesAll"/>), else by Default (chọn trường hợp).</summary>
public sealed record SwitchNode(string Id, string Title, IReadOnlyList<SwitchCase> Cases, bool MatchesAll) : RouteNode(Id, Title)
{
    internal static readonly IReadOnlyList<string> Default = ["Default"];

    public override IReadOnlyList<string> Ports { get; } = [.. Cases.Select(one => one.Label), .. Default];

    public override IEnumerable<string> NeededFacts => Cases.SelectMany(one => one.Condition.NeededFacts);

    public override IEnumerable<string> UnguardedFacts => Cases.SelectMany(one => one.Condition.UnguardedFacts);

    public override IEnumerable<RouteComparison> Comparisons => Cases.SelectMany(one => one.Condition.Comparisons);
}

/// <summary>One case of a switch.</summary>
public sealed record SwitchCase(string Label, RouteExpression Condition);

/// <summary>Keeps a value with the dossier's route (gán biến).</summary>
public sealed record SetVariableNode(string Id, string Title, string VariableId, RouteExpression Value) : RouteNode(Id, Title)
{
    public override IReadOnlyList<string> Ports => Done;

    public override IEnumerable<string> NeededFacts => Value.NeededFacts;

    public override IEnumerable<string> UnguardedFacts => Value.UnguardedFacts;

    public override IEnumerable<RouteComparison> Comparisons => Value.Comparisons;
}
