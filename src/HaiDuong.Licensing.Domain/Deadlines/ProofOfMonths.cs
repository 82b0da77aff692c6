using NodaTime;

namespace HaiDuong.Licensing.Domain.Deadlines;

/// <summary>Derivation of a term in months: the corresponding day, the waits, then the days off at its end.</summary>
internal sealed class ProofOfMonths(DueCount count, WorkingCalendar calendar, Term term) : IProofWalk
{
    public IEnumerable<ProofLine> Until(ClockRun run, LocalDateTime? cut)
    {
        var start = run.CountsFrom.Date;
        yield return new ProofLine(start.AtMidnight(), start.PlusDays(1).AtMidnight(), ProofReason.AcceptanceDay, false, Source: "C1");
        var end = count.FirstEnd(run);
        yield return new ProofLine(start.PlusDays(1).AtMidnight(), end.PlusDays(1).AtMidnight(), ProofReason.CountedMonths, true, Running: term.Value, Source: "BLDS 2015, Điều 148");
        foreach (var wait in run.Waits.Where(wait => wait.To is not null))
        {
            var moves = count.Moves(wait, end);
            var isLate = wait.Stops.Date > count.Rolled(end);
            yield return ProofOfCalendar.Wait(wait, moves ? null : isLate ? ProofReason.WaitingAfterDue : ProofReason.WaitingWithoutWorkingTime);
            if (moves)
                end = count.Moved(end, wait);
        }

        if (cut is not null)
            yield break;
        for (var day = end; day < count.Rolled(end); day = day.PlusDays(1))
            yield return calendar.DayOff(day);
        if (count.Rolled(end) is var due && due != end)
            yield return new ProofLine(due.AtMidnight(), due.PlusDays(1).AtMidnight(), ProofReason.RolledForward, false, Source: "C3");
    }
}
