using NodaTime;

namespace HaiDuong.Licensing.Domain.Deadlines;

/// <summary>
/// Writes the derivation of the statutory due date: the runs of the term day by day or session by session as far as the clock went, where it stands
/// still or how it ended, then what was promised and what was refused.
/// </summary>
internal sealed class ProofWriter
{
    private readonly ClockTimeline timeline;
    private readonly ClockRegime regime;
    private readonly WorkingCalendar calendar;
    private readonly DueCount count;
    private readonly IProofWalk walk;

    public ProofWriter(Term term, ClockRegime regime, WorkingCalendar calendar, ClockTimeline timeline)
    {
        (this.timeline, this.regime, this.calendar) = (timeline, regime, calendar);
        count = new DueCount(term, regime, calendar);
        walk =
            count.CountsTime ? new ProofOfTime(count, calendar, term)
            : term.Unit == TermUnit.Month ? new ProofOfMonths(count, calendar)
            : new ProofOfDays(count, calendar, term);
    }

    public IReadOnlyList<ProofLine> Write(LocalDateTime statutory, LocalDateTime? now)
    {
        var lines = new List<ProofLine>();
        var received = count.ReceivedOf(timeline);
        var why = received == timeline.AcceptedAt ? ProofReason.Received : ProofReason.ReceivedNextWorkingDay;
        lines.Add(
            new ProofLine(
                timeline.AcceptedAt!.Value,
                received,
                why,
                false,
                Source: count.CountsClockTime ? "C5"
                    : why == ProofReason.Received ? null
                    : "C7"
            )
        );
        lines.AddRange(EndedRuns());
        lines.AddRange(LastRun(now));
        lines.AddRange(timeline.Extensions.Select(Extended));
        lines.AddRange(timeline.Adoptions.Select(e => new ProofLine(e.At, e.At, ProofReason.CalendarAdopted, false, Source: "V1", Detail: e.Reason)));
        if (IsReached(statutory))
            lines.AddRange(Due(statutory));
        lines.AddRange(
            timeline.Apologies.Select(a => new ProofLine(
                a.At,
                a.At,
                ProofReason.Promised,
                false,
                Source: "O-3",
                Detail: DeadlineTexts.Say(a.To) + (a.Reason is null ? "" : $": {a.Reason}")
            ))
        );
        if (timeline.End is { } end)
            lines.Add(new ProofLine(end.At, end.At, ProofOfCalendar.ReasonOf(end.Kind), false, Detail: end.Reason));
        lines.AddRange(
            timeline.Refusals.Select(r => new ProofLine(r.At, r.At, ProofOfCalendar.ReasonOf(r.Reason), false, Source: r.LegalBasis, Detail: r.Text))
        );
        return ProofOrder.Of(lines);
    }

    /// <summary>Where the last run stopped before its due date: at the wait it stands in, or at an end without a result.</summary>
    private LocalDateTime? Stops => timeline.OpenWait?.From ?? (timeline.End is { Kind: not ClockEventKind.Finish } end ? end.At : null);

    /// <summary>True when the term ends on its due date: where the clock stopped before, that date is none.</summary>
    private bool IsReached(LocalDateTime due) => Stops is not { } at || count.IsOver(due, at);

    private IEnumerable<ProofLine> EndedRuns()
    {
        if (regime.SupplementRule != SupplementRule.Restart)
            yield break;
        var begin = -1;
        for (var i = 0; i < timeline.Waits.Count; i++)
        {
            if (timeline.Waits[i] is not { IsSupplement: true, To: { } to, CountsFrom: { } from } wait)
                continue;
            foreach (var line in Until(wait.From, ToDue(timeline.Run(begin, i, calendar))))
                yield return line;
            yield return new ProofLine(wait.From, to, ProofReason.WaitingForSupplement, false, Source: "S-1", Detail: wait.Reason);
            yield return new ProofLine(to, count.CountsClockTime ? to : from, ProofReason.Restarted, false, Source: "S-1");
            begin = i;
        }
    }

    private IEnumerable<ProofLine> LastRun(LocalDateTime? now)
    {
        var lines = ToDue(timeline.LastRun(regime.SupplementRule, calendar)).ToList();
        if (Stops is { } at)
            lines = [.. Until(at, lines)];
        else if (timeline.End is { } finish)
            lines = [.. Until(finish.At, lines), .. NotUsed(finish.At, lines)];
        return timeline.OpenWait is { } open ? lines.Concat(StandsStill(open, now)) : lines;
    }

    /// <summary>A run with what stands ahead of it: the time in which the matter is taken up, where the term begins with that.</summary>
    private IEnumerable<ProofLine> ToDue(ClockRun run)
    {
        if (run.ReceivedAt == run.CountsFrom)
            return walk.ToDue(run);
        var why = timeline.TakenUpAt <= run.CountsFrom ? ProofReason.TakenUp : ProofReason.TakingUp;
        return walk.ToDue(run).Prepend(new ProofLine(run.ReceivedAt, run.CountsFrom, why, false, Source: "C1"));
    }

    /// <summary>What of the lines lies before a moment; of days also the day itself, as the day of a request is used.</summary>
    private IEnumerable<ProofLine> Until(LocalDateTime at, IEnumerable<ProofLine> lines) =>
        from line in lines
        where line.Counted ? line.From < EndOf(line, at) : line.From <= at
        let end = EndOf(line, at)
        select line.To <= end ? line
        : line.Counted ? Part(line, line.From, end)
        : line with { To = end };

    /// <summary>The rest of the term, which a result in time left over.</summary>
    private IEnumerable<ProofLine> NotUsed(LocalDateTime at, IEnumerable<ProofLine> lines) =>
        from line in lines
        where line.Counted ? EndOf(line, at) < line.To : line.From > at
        select line.Counted
            ? Part(line, LocalDateTime.Max(line.From, EndOf(line, at)), line.To) with
            {
                Counted = false,
                Running = null,
                Reason = ProofReason.NotUsed,
            }
            : line;

    private static LocalDateTime EndOf(ProofLine line, LocalDateTime at) => line.IsWholeDays ? at.Date.PlusDays(1).AtMidnight() : at;

    private ProofLine Part(ProofLine line, LocalDateTime from, LocalDateTime to) =>
        line with
        {
            From = from,
            To = to,
            Used = line.Used is null ? null : count.Elapsed(from, to),
        };

    /// <summary>The wait that the clock stands in or ended in. For a supplement it is over with the last day, whenever the dossier is stopped.</summary>
    private IEnumerable<ProofLine> StandsStill(Wait wait, LocalDateTime? now)
    {
        var to = LocalDateTime.Max(wait.From, timeline.End?.At ?? now ?? wait.From);
        var over = wait.OverFrom <= to ? wait.OverFrom : null;
        var reason = (ProofOfCalendar.ReasonOf(wait), timeline.End is null && over is null) switch
        {
            (ProofReason.WaitingForSupplement, true) => ProofReason.StandsStillForSupplement,
            (ProofReason.WaitingForFee, true) => ProofReason.StandsStillForFee,
            (_, true) => ProofReason.StandsStill,
            (var waited, _) => waited,
        };
        yield return new ProofLine(wait.From, over ?? to, reason, false, Source: wait.IsSupplement ? "S-4" : null, Detail: wait.Reason);
        if (over is { } from)
            yield return new ProofLine(from, to, ProofReason.SupplementOver, false, Source: "S-5");
    }

    private static ProofLine Extended(Extension e) =>
        new(
            e.At,
            e.At,
            e.KeepsDate ? ProofReason.KeptDate : ProofReason.Extended,
            false,
            e.Days > 0 ? e.Days : null,
            e.Time > Duration.Zero ? e.Time : null,
            e.KeepsDate ? "V1" : null,
            e.Reason
        );

    private IEnumerable<ProofLine> Due(LocalDateTime statutory)
    {
        if (!calendar.Covers(statutory.Date))
            yield return new ProofLine(statutory, statutory, ProofReason.NotAnnounced, false);
        yield return new ProofLine(
            statutory,
            statutory,
            ProofReason.Due,
            false,
            Source: count.CountsClockTime ? "C5"
                : count.CountsTime ? "C4"
                : "C1"
        );
    }
}

/// <summary>Walks one run of the term up to its due date.</summary>
internal interface IProofWalk
{
    IEnumerable<ProofLine> ToDue(ClockRun run);
}
