using NodaTime;

namespace HaiDuong.Licensing.Domain.Deadlines;

/// <summary>A stretch in which the clock stood still; <paramref name="To"/> is null while it does.</summary>
/// <param name="From">When it stopped, as it happened.</param>
/// <param name="To">When it went on, as it happened.</param>
/// <param name="CountsFrom">When it went on, as it counts (C7).</param>
/// <param name="IsSupplement">Waiting for the applicant's supplement.</param>
/// <param name="Reason">The officer's words.</param>
/// <param name="DueBefore">Promised date when it stopped.</param>
internal sealed record Wait(LocalDateTime From, LocalDateTime? To, LocalDateTime? CountsFrom, bool IsSupplement, string? Reason, LocalDateTime DueBefore)
{
    /// <summary>When it stopped, as it counts in its run: not before the term began to count, nor before the wait ahead of it was over.</summary>
    public LocalDateTime Stops { get; init; } = From;

    /// <summary>True while the fee is awaited.</summary>
    public bool IsForFee { get; init; }

    /// <summary>Last day on which the supplement can be sent; null where the request does not say.</summary>
    public LocalDate? LastDay { get; init; }

    /// <summary>The first moment at which it can be sent no more.</summary>
    public LocalDateTime? OverFrom => LastDay is { } last ? LateMoment.AfterTheDay(last) : null;

    /// <summary>Promised date when the clock went on.</summary>
    public LocalDateTime? DueAfter { get; init; }

    /// <summary>The dates by law and by the published term when it stopped: after a supplement neither is earlier.</summary>
    public required (LocalDateTime Statutory, LocalDateTime Report) DatesBefore { get; init; }
}

/// <summary>An extension, as days and working (or clock) time to add to the term.</summary>
internal sealed record Extension(LocalDateTime At, int Days, Duration Time, string? Reason)
{
    /// <summary>Nobody extended: the term is made longer so that a supplement does not take away time the office had promised.</summary>
    public bool KeepsDate { get; init; }
}

/// <summary>The first promise broken and the new one given.</summary>
internal sealed record Apology(LocalDateTime At, LocalDateTime To, string? Reason);

/// <summary>The events that the rules let through, in the order in which they count.</summary>
internal sealed class ClockTimeline
{
    public LocalDateTime? AcceptedAt { get; set; }

    /// <summary>Moment of acceptance as it counts (C7).</summary>
    public LocalDateTime? CountsFrom { get; set; }

    /// <summary>Counts the time within which the matter is to be taken up, for terms that begin with that.</summary>
    public DueCount? Lead { get; set; }

    /// <summary>Thời điểm thụ lý.</summary>
    public LocalDateTime? TakenUpAt { get; set; }

    public List<Wait> Waits { get; } = [];

    public List<Extension> Extensions { get; } = [];

    public List<Apology> Apologies { get; } = [];

    /// <summary>Changes of the calendar that the head let count.</summary>
    public List<ClockEvent> Adoptions { get; } = [];

    /// <summary>The moment whose knowledge of the calendar counts; null when all that is known does.</summary>
    public LocalDateTime? KnownAt { get; set; }

    public List<ClockRefusal> Refusals { get; } = [];

    public ClockEvent? End { get; set; }

    public Wait? OpenWait => Waits.Count > 0 && Waits[^1].To is null ? Waits[^1] : null;

    public int Supplements => Waits.Count(wait => wait.IsSupplement);

    /// <summary>The run of the term that decides: each restart begins a new one.</summary>
    public ClockRun LastRun(SupplementRule rule, WorkingCalendar calendar)
    {
        var restart = rule == SupplementRule.Restart ? Waits.FindLastIndex(wait => wait is { IsSupplement: true, To: not null }) : -1;
        return Run(restart, Waits.Count, calendar);
    }

    /// <summary>The run that begins with the end of a wait (below 0: with acceptance) and holds the waits up to an index.</summary>
    public ClockRun Run(int beginsWith, int end, WorkingCalendar calendar)
    {
        var (started, counts) = beginsWith < 0 ? (AcceptedAt!.Value, CountsFrom!.Value) : (Waits[beginsWith].To!.Value, Waits[beginsWith].CountsFrom!.Value);
        var received = counts;
        if (Lead is not null)
            started = counts = Begin(received);
        var waits = new List<Wait>();
        var from = counts;
        foreach (var wait in Waits.Take(end).Skip(beginsWith + 1))
        {
            var stops = LocalDateTime.Max(wait.From, from);
            var goesOn = wait.CountsFrom is { } to ? LocalDateTime.Max(to, stops) : (LocalDateTime?)null;
            waits.Add(wait with { Stops = stops, CountsFrom = goesOn });
            // A wait without working time is none, also for the wait that follows it.
            if (goesOn is { } next && calendar.WorkingTimeBetween(stops, next) > Duration.Zero)
                from = next;
        }

        return new ClockRun(started, counts, waits, this) { ReceivedAt = received };
    }

    /// <summary>When a term that begins with the taking up counts: from that, at the latest from the last moment for it.</summary>
    private LocalDateTime Begin(LocalDateTime received)
    {
        var latest = Lead!.Due(new ClockRun(received, received, [], new ClockTimeline()));
        return TakenUpAt is { } at ? LocalDateTime.Min(LocalDateTime.Max(at, received), latest) : latest;
    }
}

/// <summary>One run of the term: from acceptance or from a restart, with the waits that lie in it.</summary>
internal sealed record ClockRun(LocalDateTime StartedAt, LocalDateTime CountsFrom, IReadOnlyList<Wait> Waits, ClockTimeline Timeline)
{
    /// <summary>When the papers came as it counts (C7); before <see cref="CountsFrom"/> where the term begins with the taking up.</summary>
    public LocalDateTime ReceivedAt { get; init; } = CountsFrom;

    public int ExtraDays => Timeline.Extensions.Sum(extension => extension.Days);

    public Duration ExtraTime => Timeline.Extensions.Aggregate(Duration.Zero, (sum, extension) => sum + extension.Time);
}
