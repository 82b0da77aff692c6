using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace HaiDuong.Licensing.Domain.Routes;

/// <summary>The stored form of a route state: members that hold nothing are left out.</summary>
internal static class RouteStateJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public static string Write(RouteState state) =>
        JsonSerializer.Serialize(
            new Stored(
                state.Waiting,
                OrNull(state.Arrived),
                OrNull(state.Variables),
                OrNull(state.Rounds),
                state.Held.IsEmpty ? null : state.Held,
                state.HasEnded ? true : null
            ),
            Options
        );

    public static RouteState Read(string json)
    {
        try
        {
            var stored = JsonSerializer.Deserialize<Stored>(json, Options) ?? throw new FormatException("A route state is an object.");
            return new RouteState
            {
                Waiting = [.. stored.Waiting ?? []],
                Arrived = Sorted(stored.Arrived),
                Variables = Sorted(stored.Variables),
                Rounds = Sorted(stored.Rounds),
                Held = [.. stored.Held ?? []],
                HasEnded = stored.Ended ?? false,
            };
        }
        catch (JsonException fault)
        {
            throw new FormatException("Not a route state.", fault);
        }
    }

    private static ImmutableSortedDictionary<string, T>? OrNull<T>(ImmutableSortedDictionary<string, T> values) => values.IsEmpty ? null : values;

    private static ImmutableSortedDictionary<string, T> Sorted<T>(IReadOnlyDictionary<string, T>? values) =>
        values is null ? RouteState.Empty<T>() : values.ToImmutableSortedDictionary(StringComparer.Ordinal);

    private sealed record Stored(
        IReadOnlyList<WaitingStep>? Waiting,
        IReadOnlyDictionary<string, int>? Arrived,
        IReadOnlyDictionary<string, string>? Variables,
        IReadOnlyDictionary<string, int>? Rounds,
        IReadOnlyList<RouteIncident>? Held,
        bool? Ended
    );
}
