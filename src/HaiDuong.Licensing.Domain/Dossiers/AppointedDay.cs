using HaiDuong.Licensing.Domain.Deadlines;
using NodaTime;

namespace HaiDuong.Licensing.Domain.Dossiers;

/// <summary>
/// Ngày hẹn do cán bộ chọn: a day until which somebody is to answer, supply or get a result. The office works on it, and its calendar tells of it; any other
/// would move by itself, and nobody would be told.
/// </summary>
public static class AppointedDay
{
    /// <summary>
    /// Why the day cannot be one, with the nearest that can, or whether so late a day is meant (AppointedDayFar); null when it can or is meant.
    /// </summary>
    /// <param name="day">The chosen day.</param>
    /// <param name="field">Where it is typed.</param>
    /// <param name="usual">The last day that nobody wonders about.</param>
    /// <param name="act">Who, when, under which rules.</param>
    public static Refusal? WhyNot(LocalDate day, string field, LocalDate usual, ActContext act) =>
        day < WorkingCalendar.FirstDay ? new Refusal(nameof(RefusalCode.AppointedDayPast), field, usual)
        : day > LastOf(act) ? new Refusal(nameof(RefusalCode.AppointedDayBeyondCalendar), field, day, LastOf(act))
        : !act.Rules.Calendar.IsWorkingDay(day) ? new Refusal(nameof(RefusalCode.AppointedDayOff), field, day, act.Rules.Calendar.OnOrAfter(day))
        : day > usual ? act.Ask(new Refusal(nameof(RefusalCode.AppointedDayFar), field, day, usual), day)
        : null;

    private static LocalDate LastOf(ActContext act) => act.Rules.Calendar.OnOrBefore(WorkingCalendar.LastDay);
}
