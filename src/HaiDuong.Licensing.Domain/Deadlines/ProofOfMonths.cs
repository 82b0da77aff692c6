using NodaTime;

namespace HaiDuong.Licensing.Domain.Deadlines;

/// <summary>Derivation of a term in months: up to the corresponding day, around the waits, then the days off at its end.</summary>
internal sealed class ProofOfMonths(DueCount count, WorkingCalendar calendar) : IProofWalk
{
    public IEnumerable<ProofLine> ToDue(ClockRun run)
    {
        var start = run.CountsFrom.Date;
        yield return new ProofLine(start.AtMidnight(), start.PlusDays(1).AtMidnight(), ProofReason.AcceptanceDay, false, Source: "C1");
        var from = start.PlusDays(1);
        var end = count.FirstEnd(run);
        foreach (var wait in run.Waits.Where(wait => wait.To is not null))
        {
            if (!count.Moves(wait, end))
            {
                var isLate = wait.Stops.Date > count.Rolled(end);
                yield return ProofOfCalendar.Wait(wait, isLate ? ProofReason.WaitingAfterDue : ProofReason.WaitingWithoutWorkingTime);
                continue;
            }

            foreach (var line in Counted(from, LocalDate.Min(end, wait.Stops.Date)))
                yield return line;
            yield return ProofOfCalendar.Wait(wait);
            from = wait.CountsFrom!.Value.Date.PlusDays(1);
            end = count.Moved(end, wait);
        }

        foreach (var line in Counted(from, end))
            yield return line;
        for (var day = end.PlusDays(1); day < count.Rolled(end); day = day.PlusDays(1))
            yield return calendar.DayOff(day, "C3");
        if (count.Rolled(end) is var due && due != end)
            yield return new ProofLine(due.AtMidnight(), due.PlusDays(1).AtMidnight(), ProofReason.RolledForward, false, Source: "C3");
    }

    private static IEnumerable<ProofLine> Counted(LocalDate first, LocalDate last)
    {
        if (first <= last)
            yield return new ProofLine(first.AtMidnight(), last.PlusDays(1).AtMidnight(), ProofReason.CountedMonths, true, Source: "C1");
    }
}
