using NodaTime;

namespace HaiDuong.Licensing.Domain.Deadlines;

/// <summary>The latest moment for a notice before an event.</summary>
/// <param name="Latest">Latest moment at which the notice is in time; for terms in days the last minute of the last day.</param>
/// <param name="LatestAtCounter">Latest office time not after it: where somebody must hand the paper in.</param>
public sealed record NoticeLimit(LocalDateTime Latest, LocalDateTime LatestAtCounter);

/// <summary>
/// A term that counts backwards from an event (thời hạn báo trước): a press conference 24 hours ahead (Luật Báo chí 2016 Điều 41), a renewal n days before
/// expiry.
/// </summary>
/// <remarks>
/// Clock hours run through nights and weekends (C5). For days and months the day of the event is not counted and the whole of
/// the last day is still in time, also when it is a day off: on-line filing is open and rolling forward would shorten the notice.
/// </remarks>
public sealed record NoticeTerm(Term Term)
{
    /// <summary>The latest moment at which a notice of this event is in time.</summary>
    public NoticeLimit LatestFor(LocalDateTime eventAt, WorkingCalendar calendar)
    {
        var latest = Term.Unit switch
        {
            TermUnit.ClockHour => eventAt.PlusHours(-Term.Value),
            TermUnit.WorkingHour => calendar.SubtractWorkingTime(eventAt, Duration.FromHours(Term.Value)),
            _ => LastDay(eventAt.Date, calendar).At(new LocalTime(23, 59)),
        };
        return new NoticeLimit(latest, AtCounter(latest, calendar));
    }

    /// <summary>True when a notice received at that moment is in time.</summary>
    public bool IsInTime(LocalDateTime receivedAt, LocalDateTime eventAt, WorkingCalendar calendar) =>
        CountsHours ? receivedAt <= LatestFor(eventAt, calendar).Latest : receivedAt.Date <= LastDay(eventAt.Date, calendar);

    /// <summary>The earliest start of the event for which a notice received at that moment is in time; for days the beginning of that day.</summary>
    public LocalDateTime EarliestEvent(LocalDateTime receivedAt, WorkingCalendar calendar) =>
        Term.Unit switch
        {
            TermUnit.ClockHour => receivedAt.PlusHours(Term.Value),
            TermUnit.WorkingHour => calendar.AddWorkingTime(receivedAt, Duration.FromHours(Term.Value)),
            _ => EarliestDay(receivedAt.Date, calendar).AtMidnight(),
        };

    private bool CountsHours => Term.Unit is TermUnit.ClockHour or TermUnit.WorkingHour;

    private LocalDate LastDay(LocalDate day, WorkingCalendar calendar) =>
        Term.Unit switch
        {
            TermUnit.WorkingDay => calendar.PlusWorkingDays(day, -Term.Value),
            TermUnit.Month => day.PlusMonths(-Term.Value),
            _ => day.PlusDays(-Term.Value),
        };

    private LocalDate EarliestDay(LocalDate received, WorkingCalendar calendar)
    {
        var day = Term.Unit switch
        {
            TermUnit.WorkingDay => received.PlusDays(1),
            TermUnit.Month => received.PlusMonths(Term.Value),
            _ => received.PlusDays(Term.Value),
        };
        while (LastDay(day, calendar) < received)
            day = day.PlusDays(1);
        return day;
    }

    private static LocalDateTime AtCounter(LocalDateTime latest, WorkingCalendar calendar)
    {
        if (calendar.IsWorkingTime(latest))
            return latest;
        var sessions = calendar.WorkingIntervals(latest.Date).Where(session => session.End < latest.TimeOfDay).ToList();
        return sessions.Count > 0 ? latest.Date + sessions[^1].End : calendar.Closing(calendar.OnOrBefore(latest.Date.PlusDays(-1)));
    }
}
