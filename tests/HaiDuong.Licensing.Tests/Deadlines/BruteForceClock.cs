using HaiDuong.Licensing.Domain.Deadlines;
using static HaiDuong.Licensing.Tests.Deadlines.BruteForceCalendar;

namespace HaiDuong.Licensing.Tests.Deadlines;

/// <summary>An event in minutes; <paramref name="To"/> is a day, both counted from 01/01/2018.</summary>
internal sealed record BruteEvent(int At, ClockEventKind Kind, int? To = null, int? Days = null);

/// <summary>The answer in minutes.</summary>
internal sealed record BruteAnswer(int? Statutory, int? Promised, int? Restarted, int? Paused, string State, string? Class, string Refusals);

/// <summary>
/// A second, slow reading of the rule book: it walks through time minute by minute or day by day and asks of each whether it counts.
/// Written from the rules C1–C7, S-1–S-4, O-1–O-3 and section 3.6, never from the engine.
/// </summary>
internal sealed class BruteForceClock(BruteForceCalendar calendar, TermUnit unit, int value, bool restarts, bool keepsHour)
{
    private readonly List<(int From, int To, int Counts, bool Supplement)> waits = [];
    private readonly List<string> refusals = [];
    private int? accepted;
    private int begins;
    private int extraDays;
    private int extraMinutes;
    private int? promised;
    private (int From, bool Supplement)? open;
    private int asked;
    private bool askedTooLate;
    private string? end;
    private int endAt;

    private bool ByMinutes => unit is TermUnit.WorkingHour or TermUnit.ClockHour || (keepsHour && unit == TermUnit.WorkingDay);

    public BruteAnswer Answer(IEnumerable<BruteEvent> events)
    {
        foreach (var e in events)
        {
            if (Take(e) is not { } refusal)
                continue;
            refusals.Add(refusal);
            if (e.Kind is ClockEventKind.SupplementAsked or ClockEventKind.SupplementReceived)
                askedTooLate = refusal == "supplement-after-due";
        }

        var state = end
            ?? (
                accepted is null ? "not-started"
                : open is null ? "running"
                : "paused"
            );
        if (accepted is null)
            return new BruteAnswer(null, null, null, null, state, null, string.Join(' ', refusals));
        var due = Due(restarts);
        var answered = waits.Exists(wait => wait.Supplement);
        return new BruteAnswer(
            due,
            Math.Max(due, promised ?? 0),
            answered ? Due(true) : null,
            answered ? Due(false) : null,
            state,
            end is null ? null : Class(due, open?.From ?? endAt),
            string.Join(' ', refusals)
        );
    }

    private string Class(int due, int at) =>
        Late(due, at) ? "late"
        : at / DayLength < due / DayLength ? "early"
        : "on-time";

    // Day terms are late the day after; hour terms as soon as they are over.
    private bool Late(int due, int at) => unit is TermUnit.ClockHour or TermUnit.WorkingHour ? Over(due, at) : at / DayLength > due / DayLength;

    // A term of working time is over as soon as office time has run past it or the day is over.
    private bool Over(int due, int at)
    {
        if (unit == TermUnit.ClockHour)
            return at > due;
        return at / DayLength > due / DayLength || (ByMinutes && calendar.OfficeMinutes(due, at) > 0);
    }

    private string? Take(BruteEvent e)
    {
        if (end is not null)
            return "after-end";
        if (e.Kind == ClockEventKind.Accept)
            return Accept(e);
        if (accepted is null)
            return BeforeAcceptance(e);
        return e.Kind switch
        {
            ClockEventKind.SupplementAsked => Ask(e),
            ClockEventKind.Pause => open is not null ? "already-paused" : Open(e, supplement: false),
            ClockEventKind.SupplementReceived => open is { Supplement: true } ? Close(e.At, calendar.Received(e.At))
            : askedTooLate ? "supplied-after-due"
            : "no-supplement-asked",
            ClockEventKind.Resume => open is null ? "not-paused"
            : open.Value.Supplement ? "supplement-awaited"
            : Close(e.At, e.At),
            ClockEventKind.Extend => Extend(e),
            ClockEventKind.Apologise => Apologise(e),
            _ => Finish(e),
        };
    }

    private string? Accept(BruteEvent e)
    {
        if (accepted is not null)
            return "already-accepted";
        accepted = e.At;
        begins = calendar.Received(e.At);
        return null;
    }

    private string? BeforeAcceptance(BruteEvent e)
    {
        if (e.Kind == ClockEventKind.Withdraw)
            return Finish(e);
        return e.Kind is ClockEventKind.SupplementAsked or ClockEventKind.SupplementReceived ? null : "not-accepted";
    }

    private string? Ask(BruteEvent e)
    {
        if (open is not null)
            return "already-paused";
        if (Over(Due(restarts), e.At))
            return "supplement-after-due";
        return asked > 0 ? "supplement-only-once" : Open(e, supplement: true);
    }

    private string? Open(BruteEvent e, bool supplement)
    {
        open = (e.At, supplement);
        asked += supplement ? 1 : 0;
        return null;
    }

    private string? Close(int at, int counts)
    {
        waits.Add((open!.Value.From, at, counts, open.Value.Supplement));
        open = null;
        return null;
    }

    private string? Finish(BruteEvent e)
    {
        end = e.Kind switch
        {
            ClockEventKind.Finish => "finished",
            ClockEventKind.Stop => "stopped",
            _ => "withdrawn",
        };
        endAt = e.At;
        return null;
    }

    private string? Extend(BruteEvent e)
    {
        if (e.To is null == e.Days is null)
            return "extension-without-length";
        var due = Due(restarts);
        if (Over(due, open?.From ?? e.At))
            return "extension-after-due";
        if (e.To <= due / DayLength)
            return "extension-not-later";
        if (e.Days is { } days)
        {
            extraDays += days;
            extraMinutes += days * (unit == TermUnit.ClockHour ? DayLength : 480);
            return null;
        }

        // A new last day: the term grows, unit by unit, until it reaches that day.
        var target = calendar.ClosingOf(calendar.NextWorking(e.To!.Value));
        while (Due(restarts) < target)
        {
            if (ByMinutes)
                extraMinutes += Ticks(Due(restarts), target);
            else
                extraDays++;
        }

        return null;
    }

    private string? Apologise(BruteEvent e)
    {
        if (promised is not null)
            return "apology-only-once";
        if (open is not null)
            return "apology-while-waiting";
        if (e.To is null == e.Days is null)
            return "apology-without-date";
        var due = Due(restarts);
        if (e.At / DayLength > (due / DayLength) - 1)
            return "apology-too-late";
        if (e.To <= due / DayLength)
            return "apology-not-later";
        var day = e.To is { } to ? calendar.NextWorking(to) : due / DayLength;
        for (var i = 0; i < (e.Days ?? 0); i++)
            day = calendar.NextWorking(day + 1);
        promised = calendar.ClosingOf(day);
        return null;
    }

    private int Due(bool restart)
    {
        var last = restart ? waits.FindLastIndex(wait => wait.Supplement) : -1;
        var start = last < 0 ? (Raw: accepted!.Value, Counts: begins) : (Raw: waits[last].To, waits[last].Counts);
        var inside = waits.Skip(last + 1).ToList();
        return ByMinutes ? Minutes(unit == TermUnit.ClockHour ? start.Raw : start.Counts, inside) : EndOfDays(start.Counts, inside);
    }

    private int Minutes(int at, List<(int From, int To, int Counts, bool Supplement)> inside)
    {
        var left = (value * (unit == TermUnit.WorkingDay ? 480 : 60)) + extraMinutes;
        foreach (var wait in inside)
        {
            var to = unit == TermUnit.ClockHour ? wait.To : wait.Counts;
            Run(ref at, ref left, wait.From);
            if (left > 0)
                at = Math.Max(at, to);
            else if (!Over(at, wait.From))
                left = Ticks(wait.From, to);
        }

        Run(ref at, ref left, int.MaxValue);
        return at;
    }

    private void Run(ref int at, ref int left, int until)
    {
        while (left > 0 && at < until)
        {
            if (unit == TermUnit.ClockHour || calendar.IsOffice(at))
                left--;
            at++;
        }
    }

    private int Ticks(int from, int to) => unit == TermUnit.ClockHour ? to - from : calendar.OfficeMinutes(from, to);

    private int EndOfDays(int start, List<(int From, int To, int Counts, bool Supplement)> inside)
    {
        var real = inside
            .Where(wait => calendar.OfficeMinutes(Math.Max(wait.From, start), wait.Counts) > 0)
            .Select(wait => (From: Math.Max(wait.From, start) / DayLength, To: wait.Counts / DayLength))
            .ToList();
        var day = start / DayLength;
        var left = value + extraDays;
        if (unit == TermUnit.Month)
            left = Day(Date(day).AddMonths(value)) - day + extraDays;
        while (true)
        {
            // The days after a wait's first day up to its last are left out.
            while (left > 0)
            {
                day++;
                if (!real.Exists(wait => wait.From < day && day <= wait.To) && (unit != TermUnit.WorkingDay || calendar.Works(day)))
                    left--;
            }

            day = calendar.NextWorking(day);
            var begun = real.FindIndex(wait => wait.From <= day && day < wait.To);
            if (begun < 0)
                return calendar.ClosingOf(day);
            // Used up on the day the wait began (or while rolling): the day the wait ends is the last.
            day = real[begun].To;
        }
    }
}
