using NodaTime;

namespace HaiDuong.Licensing.Domain.Deadlines;

/// <summary>Which knowledge of the calendar a reading uses (lịch dùng để tính).</summary>
public enum CalendarUse
{
    /// <summary>All that the given calendar knows.</summary>
    Whole,

    /// <summary>What was known when each date was given: at acceptance, at a restart, or when the head let a later announcement count.</summary>
    AsKnownWhenCounted,
}

/// <summary>
/// Works out due dates from the ledger (tính thời hạn giải quyết): the only place that counts time. Pure: the same input gives the same answer.
/// </summary>
/// <remarks>
/// Events are read in the order of their moments, equal moments in the order given. An event that the rules do not allow is
/// refused and moves nothing. While the clock stands still the due dates are those before the pause, and the class is taken
/// at the moment it stopped (S-4). An end during a pause is classed the same way.
/// </remarks>
public static class DeadlineClock
{
    /// <summary>
    /// Reads a ledger. <paramref name="published"/> is the shorter term a province has announced (C8), null when there is none;
    /// <paramref name="now"/> is needed for the class of an open dossier; <paramref name="use"/> says which announcements of the calendar count. Throws when a
    /// date lies outside the calendar's reach.
    /// </summary>
    public static ClockReading Read(
        Term term,
        ClockRegime regime,
        WorkingCalendar calendar,
        IReadOnlyList<ClockEvent> ledger,
        LocalDateTime? now = null,
        Term? published = null,
        CalendarUse use = CalendarUse.Whole
    )
    {
        var fold = new LedgerFold(term, published ?? term, regime, calendar, use);
        foreach (var e in ledger.OrderBy(e => e.At))
            fold.Apply(e);
        var timeline = fold.Timeline;
        if (timeline.AcceptedAt is null)
            return new ClockReading(null, null, null, null, StateOf(timeline), null, timeline.Refusals);
        return new ReadingBuilder(term, regime, fold, now).Build();
    }

    internal static ClockState StateOf(ClockTimeline timeline) =>
        timeline switch
        {
            { End.Kind: ClockEventKind.Finish } => ClockState.Finished,
            { End.Kind: ClockEventKind.Stop } => ClockState.Stopped,
            { End.Kind: ClockEventKind.Withdraw } => ClockState.Withdrawn,
            { End.Kind: ClockEventKind.Void } => ClockState.Voided,
            { AcceptedAt: null } => ClockState.NotStarted,
            { OpenWait: not null } => ClockState.Paused,
            _ => ClockState.Running,
        };
}
