using NodaTime;

namespace HaiDuong.Licensing.Domain.Deadlines;

/// <summary>Derivation of a term in working or clock hours (C4, C5): the stretches in which it ran, session by session.</summary>
internal sealed class ProofOfTime(DueCount count, WorkingCalendar calendar, Term term) : IProofWalk
{
    public IEnumerable<ProofLine> ToDue(ClockRun run)
    {
        var due = count.Due(run);
        var from = count.StartOf(run);
        foreach (var wait in run.Waits)
        {
            if (count.EndOf(wait) is not { } to)
                continue;
            var begin = count.BeginOf(wait);
            if (count.IsOver(due, begin))
            {
                yield return ProofOfCalendar.Wait(wait, ProofReason.WaitingAfterDue);
                continue;
            }

            foreach (var line in Stretch(from, begin))
                yield return line;
            yield return ProofOfCalendar.Wait(
                wait with
                {
                    CountsFrom = to,
                },
                count.Elapsed(begin, to) == Duration.Zero ? ProofReason.WaitingWithoutWorkingTime : null
            );
            from = to;
        }

        foreach (var line in Stretch(from, due))
            yield return line;
    }

    private IEnumerable<ProofLine> Stretch(LocalDateTime from, LocalDateTime to)
    {
        if (term.Unit == TermUnit.ClockHour)
        {
            if (to > from)
                yield return new ProofLine(from, to, ProofReason.Counted, true, Used: count.Elapsed(from, to), Source: "C5");
            yield break;
        }

        for (var day = from.Date; day <= to.Date; day = day.PlusDays(1))
        {
            if (!calendar.IsWorkingDay(day))
                yield return calendar.DayOff(day);
            foreach (var session in calendar.WorkingIntervals(day))
            {
                var begin = LocalDateTime.Max(from, day + session.Start);
                var end = LocalDateTime.Min(to, day + session.End);
                if (end > begin)
                    yield return Session(day, begin, end);
            }
        }
    }

    private ProofLine Session(LocalDate day, LocalDateTime begin, LocalDateTime end)
    {
        var entry = calendar.About(day);
        return new ProofLine(
            begin,
            end,
            entry?.Kind == CalendarEntryKind.MakeUpWorkingDay ? ProofReason.MakeUpWorkingDay : ProofReason.Counted,
            true,
            Used: calendar.WorkingTimeBetween(begin, end),
            Source: entry?.Source ?? "C6",
            Detail: entry?.Name
        );
    }
}
