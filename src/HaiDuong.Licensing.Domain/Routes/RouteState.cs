using System.Collections.Immutable;

namespace HaiDuong.Licensing.Domain.Routes;

/// <summary>Where one dossier is on its route (trạng thái quy trình): small, immutable, saved with the dossier in the same transaction.</summary>
public sealed record RouteState
{
    /// <summary>Steps that wait for a person.</summary>
    public ImmutableList<WaitingStep> Waiting { get; init; } = [];

    /// <summary>Tokens that have arrived at joins, by the key of their connection.</summary>
    public ImmutableSortedDictionary<string, int> Arrived { get; init; } = Empty<int>();

    /// <summary>Values of the route's variables, by id.</summary>
    public ImmutableSortedDictionary<string, string> Variables { get; init; } = Empty<string>();

    /// <summary>How often each step has been reached.</summary>
    public ImmutableSortedDictionary<string, int> Rounds { get; init; } = Empty<int>();

    /// <summary>Automatic nodes that could not be passed because a fact was missing.</summary>
    public ImmutableList<RouteIncident> Held { get; init; } = [];

    /// <summary>An End was reached, or the route was stopped from outside.</summary>
    public bool HasEnded { get; init; }

    /// <summary>Nothing is left to do.</summary>
    public bool IsFinished => HasEnded || (AtRest && Arrived.IsEmpty);

    /// <summary>Nobody can go on and yet work is left at a join; on a checked route it cannot happen.</summary>
    public bool IsStuck => !HasEnded && AtRest && !Arrived.IsEmpty;

    private bool AtRest => Waiting.IsEmpty && Held.IsEmpty;

    /// <summary>Reads what <see cref="ToJson"/> wrote; throws <see cref="FormatException"/> for anything else.</summary>
    public static RouteState FromJson(string json) => RouteStateJson.Read(json);

    public string ToJson() => RouteStateJson.Write(this);

    /// <summary>The same dossier with its route ended: nothing waits any more (withdrawal, stop).</summary>
    public RouteState Ended() => this with { Waiting = [], Held = [], Arrived = Empty<int>(), HasEnded = true };

    internal static ImmutableSortedDictionary<string, T> Empty<T>() => ImmutableSortedDictionary.Create<string, T>(StringComparer.Ordinal);
}
