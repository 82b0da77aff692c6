using NodaTime;

namespace HaiDuong.Licensing.Domain.Deadlines;

/// <summary>A stretch in which the clock stood still; <paramref name="To"/> is null while it does.</summary>
/// <param name="From">When it stopped, as it happened.</param>
/// <param name="Stops">When it stopped, as it counts: not before the term began to count.</param>
/// <param name="To">When it went on, as it happened.</param>
/// <param name="CountsFrom">When it went on, as it counts (C7).</param>
/// <param name="IsSupplement">Waiting for the applicant's supplement.</param>
/// <param name="Reason">The officer's words.</param>
/// <param name="DueBefore">Promised date when it stopped.</param>
internal sealed record Wait(LocalDateTime From, LocalDateTime Stops, LocalDateTime? To, LocalDateTime? CountsFrom, bool IsSupplement, string? Reason, LocalDateTime DueBefore)
{
    /// <summary>Promised date when the clock went on.</summary>
    public LocalDateTime? DueAfter { get; init; }
}

/// <summary>An extension, as days and working (or clock) time to add to the term.</summary>
internal sealed record Extension(LocalDateTime At, int Days, Duration Time, string? Reason);

/// <summary>The first promise broken and the new one given.</summary>
internal sealed record Apology(LocalDateTime At, LocalDateTime To, string? Reason);

/// <summary>The events that the rules let through, in the order in which they count.</summary>
internal sealed class ClockTimeline
{
    public LocalDateTime? AcceptedAt { get; set; }

    /// <summary>Moment of acceptance as it counts (C7).</summary>
    public LocalDateTime? CountsFrom { get; set; }

    public List<Wait> Waits { get; } = [];

    public List<Extension> Extensions { get; } = [];

    public List<Apology> Apologies { get; } = [];

    public List<ClockRefusal> Refusals { get; } = [];

    public ClockEvent? End { get; set; }

    public Wait? OpenWait => Waits.Count > 0 && Waits[^1].To is null ? Waits[^1] : null;

    /// <summary>The latest moment from which the term counts or counted on.</summary>
    public LocalDateTime LastCount => Waits is [.., { CountsFrom: { } counts }] ? counts : CountsFrom!.Value;

    public int Supplements => Waits.Count(wait => wait.IsSupplement);

    /// <summary>Runs of the term under a supplement rule: each restart begins a new one. The last is the one that decides.</summary>
    public ClockRun LastRun(SupplementRule rule)
    {
        var restart = rule == SupplementRule.Restart ? Waits.FindLastIndex(wait => wait is { IsSupplement: true, To: not null }) : -1;
        return restart < 0
            ? new ClockRun(AcceptedAt!.Value, CountsFrom!.Value, Waits, this)
            : new ClockRun(Waits[restart].To!.Value, Waits[restart].CountsFrom!.Value, Waits[(restart + 1)..], this);
    }
}

/// <summary>One run of the term: from acceptance or from a restart, with the waits that lie in it.</summary>
internal sealed record ClockRun(LocalDateTime StartedAt, LocalDateTime CountsFrom, IReadOnlyList<Wait> Waits, ClockTimeline Timeline)
{
    public int ExtraDays => Timeline.Extensions.Sum(extension => extension.Days);

    public Duration ExtraTime => Timeline.Extensions.Aggregate(Duration.Zero, (sum, extension) => sum + extension.Time);
}
