using NodaTime;

namespace HaiDuong.Licensing.Domain.Deadlines;

/// <summary>What a proof says about days off, waits and ends.</summary>
internal static class ProofOfCalendar
{
    /// <summary>A day off inside the term (C2), or one over which its end rolls (C3).</summary>
    public static ProofLine DayOff(this WorkingCalendar calendar, LocalDate day, string rule = "C2")
    {
        var entry = calendar.About(day);
        return new ProofLine(day.AtMidnight(), day.PlusDays(1).AtMidnight(), ReasonOf(entry), false, Source: entry?.Source ?? rule, Detail: entry?.Name);
    }

    public static ProofLine Wait(Wait wait, ProofReason? why = null) =>
        new(wait.From, wait.CountsFrom ?? wait.From, why ?? ReasonOf(wait), false, Source: SourceOf(wait), Detail: wait.Reason);

    public static ProofReason ReasonOf(Wait wait) =>
        wait.IsSupplement ? ProofReason.WaitingForSupplement
        : wait.IsForFee ? ProofReason.WaitingForFee
        : ProofReason.Waiting;

    /// <summary>What the rules say of waiting they say of supplements; of any other wait they name no article.</summary>
    public static string? SourceOf(Wait wait) => wait.IsSupplement ? "S-2" : null;

    public static ProofReason ReasonOf(ClockEventKind end) =>
        end switch
        {
            ClockEventKind.Stop => ProofReason.Stopped,
            ClockEventKind.Withdraw => ProofReason.Withdrawn,
            ClockEventKind.Void => ProofReason.Voided,
            _ => ProofReason.Finished,
        };

    /// <summary>A request after the due date is one, with its answer; it merely moves nothing.</summary>
    public static ProofReason ReasonOf(ClockRefusalReason refused) =>
        refused is ClockRefusalReason.SupplementAfterDue or ClockRefusalReason.SuppliedAfterDue ? ProofReason.MovesNothing : ProofReason.Refused;

    public static ProofReason ReasonOf(CalendarEntry? entry) =>
        entry?.Kind switch
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
