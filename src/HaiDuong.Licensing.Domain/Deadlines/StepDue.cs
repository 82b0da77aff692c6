using NodaTime;

namespace HaiDuong.Licensing.Domain.Deadlines;

/// <summary>
/// Hạn của một bước: until when, from when its holder is warned, and from when it is late. A step is worked in office time, so it is late once office time has
/// passed its end or the day is over.
/// </summary>
public sealed record StepDue(LocalDateTime? At, LocalDateTime? WarnFrom, LocalDateTime? LateFrom)
{
    private static readonly EarlyWarning LastDay = new() { WorkingHoursLeft = 8 };

    /// <summary>The moments of a step that began and is due at the given moments; without a due date there are none.</summary>
    public static StepDue Of(LocalDateTime since, LocalDateTime? due, WorkingCalendar calendar) =>
        due is { } at ? new StepDue(at, LastDay.At(since, at, calendar), LateMoment.OfWorkingTime(at, calendar)) : new StepDue(null, null, null);

    /// <summary>The class of a step that was completed at a moment.</summary>
    public static FinishClass ClassOf(LocalDateTime due, LocalDateTime? lateFrom, LocalDateTime doneAt) =>
        doneAt >= lateFrom ? FinishClass.Late
        : doneAt.Date < due.Date ? FinishClass.Early
        : FinishClass.OnTime;
}

/// <summary>The first moment at which what is due is late. Moments are kept in microseconds, so the first one after another is a microsecond later.</summary>
internal static class LateMoment
{
    private const long TicksPerMicrosecond = 10;

    public static LocalDateTime After(LocalDateTime due) => due.PlusTicks(TicksPerMicrosecond);

    public static LocalDateTime AfterTheDay(LocalDateTime due) => AfterTheDay(due.Date);

    public static LocalDateTime AfterTheDay(LocalDate last) => last.PlusDays(1).AtMidnight();

    /// <summary>The first moment of office time after it, at the latest when the day is over.</summary>
    public static LocalDateTime OfWorkingTime(LocalDateTime due, WorkingCalendar calendar) =>
        calendar.WorkingIntervals(due.Date).FirstOrDefault(session => session.End > due.TimeOfDay) is { } session
            ? After(due.Date + (session.Start > due.TimeOfDay ? session.Start : due.TimeOfDay))
            : AfterTheDay(due);
}
