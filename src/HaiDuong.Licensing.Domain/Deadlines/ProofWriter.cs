using NodaTime;

namespace HaiDuong.Licensing.Domain.Deadlines;

/// <summary>Writes the derivation of the statutory due date: the runs of the term day by day or session by session, then what was promised and what was refused.</summary>
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
        walk = count.CountsTime ? new ProofOfTime(count, calendar, term)
            : term.Unit == TermUnit.Month ? new ProofOfMonths(count, calendar, term)
            : new ProofOfDays(count, calendar, term);
    }

    public IReadOnlyList<ProofLine> Write(LocalDateTime statutory, LocalDateTime promised)
    {
        var lines = new List<ProofLine>();
        var received = count.StartOf(timeline.Run(-1, 0, calendar));
        var why = received == timeline.AcceptedAt ? ProofReason.Received : ProofReason.ReceivedNextWorkingDay;
        lines.Add(new ProofLine(timeline.AcceptedAt!.Value, received, why, false, Source: count.CountsClockTime ? "C5" : "C7"));
        lines.AddRange(Runs());
        lines.AddRange(timeline.Extensions.Select(e => new ProofLine(e.At, e.At, e.KeepsDate ? ProofReason.KeptDate : ProofReason.Extended, false, Running: e.Days > 0 ? e.Days : null, Used: e.Time > Duration.Zero ? e.Time : null, Source: e.KeepsDate ? "V1" : null, Detail: e.Reason)));
        lines.AddRange(timeline.Adoptions.Select(e => new ProofLine(e.At, e.At, ProofReason.CalendarAdopted, false, Source: "V1", Detail: e.Reason)));
        if (!calendar.Covers(statutory.Date))
            lines.Add(new ProofLine(statutory, statutory, ProofReason.NotAnnounced, false));
        lines.Add(new ProofLine(statutory, statutory, ProofReason.Due, false, Source: count.CountsClockTime ? "C5" : count.CountsTime ? "C4" : "C1"));
        lines.AddRange(timeline.Apologies.Select(a => new ProofLine(a.At, promised, ProofReason.Promised, false, Source: "O-3", Detail: a.Reason)));
        lines.AddRange(timeline.Refusals.Select(r => new ProofLine(r.At, r.At, ProofReason.Refused, false, Source: r.LegalBasis, Detail: r.Text)));
        return InOrderOfTime(lines);
    }

    /// <summary>By the moment at which each begins. The day that begins a count comes after the act that began it; the end of the term after all that counted.</summary>
    private static List<ProofLine> InOrderOfTime(List<ProofLine> lines)
    {
        var keys = new List<(LocalDateTime At, ProofLine Line)>();
        foreach (var line in lines)
            keys.Add((line.Reason == ProofReason.AcceptanceDay ? LocalDateTime.Max(line.From, keys[^1].At) : line.IsWholeDays ? LocalDateTime.Max(line.From, lines[0].From) : line.From, line));
        return [.. keys.OrderBy(key => key.At).Select(key => key.Line)];
    }

    private IEnumerable<ProofLine> Runs()
    {
        if (regime.SupplementRule == SupplementRule.Restart)
        {
            var begin = -1;
            for (var i = 0; i < timeline.Waits.Count; i++)
            {
                if (timeline.Waits[i] is not { IsSupplement: true, To: { } to, CountsFrom: { } from } wait)
                    continue;
                foreach (var line in walk.Until(timeline.Run(begin, i, calendar), wait.From))
                    yield return line;
                yield return new ProofLine(wait.From, to, ProofReason.WaitingForSupplement, false, Source: "S-1", Detail: wait.Reason);
                yield return new ProofLine(to, count.CountsClockTime ? to : from, ProofReason.Restarted, false, Source: "S-1");
                begin = i;
            }
        }

        foreach (var line in walk.Until(timeline.LastRun(regime.SupplementRule, calendar), null))
            yield return line;
        if (timeline.OpenWait is { } open)
            yield return new ProofLine(open.From, open.From, open.IsSupplement ? ProofReason.WaitingForSupplement : ProofReason.Waiting, false, Source: "S-4", Detail: open.Reason);
    }
}

/// <summary>Walks one run of the term up to its due date, or up to the request that ended it.</summary>
internal interface IProofWalk
{
    IEnumerable<ProofLine> Until(ClockRun run, LocalDateTime? cut);
}

/// <summary>What a proof says about days off and about waits.</summary>
internal static class ProofOfCalendar
{
    public static ProofLine DayOff(this WorkingCalendar calendar, LocalDate day)
    {
        var entry = calendar.About(day);
        return new ProofLine(day.AtMidnight(), day.PlusDays(1).AtMidnight(), ReasonOf(entry), false, Source: entry?.Source ?? "C2", Detail: entry?.Name);
    }

    public static ProofLine Wait(Wait wait, ProofReason? why = null) => new(
        wait.From,
        wait.CountsFrom ?? wait.From,
        why ?? (wait.IsSupplement ? ProofReason.WaitingForSupplement : ProofReason.Waiting),
        false,
        Source: "S-2",
        Detail: wait.Reason);

    public static ProofReason ReasonOf(CalendarEntry? entry) => entry?.Kind switch
    {
        null => ProofReason.Weekend,
        CalendarEntryKind.PublicHoliday or CalendarEntryKind.PublicHolidayOnWeekend => ProofReason.PublicHoliday,
        CalendarEntryKind.CompensatoryDayOff => ProofReason.CompensatoryDayOff,
        CalendarEntryKind.SwappedDayOff => ProofReason.SwappedDayOff,
        CalendarEntryKind.WeekendInsideBreak => ProofReason.WeekendInsideBreak,
        CalendarEntryKind.PublicHolidayEstimated => ProofReason.EstimatedHoliday,
        CalendarEntryKind.MakeUpWorkingDay => ProofReason.MakeUpWorkingDay,
        CalendarEntryKind.Closure => ProofReason.Closure,
        _ => ProofReason.Counted,
    };
}
