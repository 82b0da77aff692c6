using NodaTime;

namespace HaiDuong.Licensing.Domain.Deadlines;

/// <summary>Derivation of a term in working or calendar days, one line a day.</summary>
internal sealed class ProofOfDays(DueCount count, WorkingCalendar calendar, Term term) : IProofWalk
{
    public IEnumerable<ProofLine> ToDue(ClockRun run)
    {
        var start = run.CountsFrom.Date;
        var last = count.Due(run).Date;
        yield return new ProofLine(start.AtMidnight(), start.PlusDays(1).AtMidnight(), ProofReason.AcceptanceDay, false, Source: "C1");
        var moving = run.Waits.Where(wait => wait.To is not null).Select(wait => (Wait: wait, Why: WhyIdle(run, wait))).ToList();
        foreach (var (wait, why) in moving.Where(w => w.Why is not null))
            yield return ProofOfCalendar.Wait(wait, why);
        var waits = moving.Where(w => w.Why is null).Select(w => w.Wait).ToList();
        var budget = term.Value + run.ExtraDays;
        var running = 0;
        for (var day = start.PlusDays(1); day <= last; day = day.PlusDays(1))
        {
            var line = Line(day, waits.Find(w => w.Stops.Date < day && day <= w.CountsFrom!.Value.Date), running < budget, day == last);
            if (line.Counted)
                line = line with { Running = ++running };
            yield return line;
        }
    }

    private ProofLine Line(LocalDate day, Wait? wait, bool isLeft, bool isLast)
    {
        var works = calendar.IsWorkingDay(day);
        var entry = calendar.About(day);
        if (!works && (count.CountsWorkingDays || !isLeft))
            return calendar.DayOff(day, isLeft ? "C2" : "C3");
        var (reason, counted, source) = (wait, isLeft) switch
        {
            (not null, _) when isLast => (ProofReason.EndsOnReturn, false, ProofOfCalendar.SourceOf(wait)),
            (not null, _) => (ProofOfCalendar.ReasonOf(wait), false, ProofOfCalendar.SourceOf(wait)),
            (null, false) => (ProofReason.RolledForward, false, "C3"),
            _ when entry?.Kind == CalendarEntryKind.MakeUpWorkingDay => (ProofReason.MakeUpWorkingDay, true, entry.Source),
            _ => (ProofReason.Counted, true, "C1"),
        };
        return new ProofLine(day.AtMidnight(), day.PlusDays(1).AtMidnight(), reason, counted, Source: source, Detail: entry?.Name);
    }

    // A wait that changes nothing is said so, with the reason.
    private ProofReason? WhyIdle(ClockRun run, Wait wait)
    {
        var before = run with { Waits = [.. run.Waits.TakeWhile(w => w != wait)] };
        if (calendar.WorkingTimeBetween(wait.Stops, wait.CountsFrom!.Value) == Duration.Zero)
            return ProofReason.WaitingWithoutWorkingTime;
        return wait.Stops.Date > count.Due(before).Date ? ProofReason.WaitingAfterDue : null;
    }
}
